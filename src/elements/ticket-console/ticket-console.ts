import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import type { Connection } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { StoreReader } from '../../base/store-reader.js';
import { ConsoleLayoutNotice, type ConsoleLayout } from '../../events/console-layout.js';
import type { ListCollapseNotice } from '../../events/list-collapse.js';
import { TicketSelectRequest } from '../../events/requests.js';
import { isTrouble, renderBand, renderConnection } from './console-band.js';
import { ConsoleChannels } from './console-channels.js';
import type { CommandPlace } from './console-commands.js';
import { completeLayout, defaultLayout, fit, menuWidth, type Mode, type Sized } from './console-layout.js';
import { ConsoleMemory } from './console-memory.js';
import { hearToolRequests, renderRail, type RailPlace } from './console-rail.js';
import { ConsoleShortcuts } from './console-shortcuts.js';
import { ConsoleSplitter } from './console-splitter.js';
import { TicketFocus } from './ticket-focus.js';
import { UnloadedNotice } from './unloaded-notice.js';
import type { Tab } from './console-tabs.js';
import { renderTicket } from './console-ticket.js';
import { styles } from './ticket-console.styles.js';

/**
 * The whole console in one element: menu, figures, list and the open ticket, side by side where there is room and one
 * after the other where there is not. It fills the height of what it stands in. Every region can be replaced by the
 * page; regions for which there is no element take no room. Its keys work while the keyboard is inside it.
 *
 * @element ticket-console
 * @attr {boolean} allow-assign - Lets agents say who has a ticket that they make; usually a new ticket is unassigned.
 * @fires {ConsoleLayoutNotice} desk-console-layout - The agent arranged the regions anew. Does not bubble.
 * @fires {TicketSelectRequest} desk-ticket-select-request - The agent went back from the ticket to the list, or on to another by a key. Cancelable.
 * @fires {TicketStarRequest} desk-ticket-star-request - The key of the star was pressed. Cancelable.
 * @fires {TicketClaimRequest} desk-ticket-claim-request - The key that takes a ticket was pressed. Cancelable.
 * @fires {TickRequest} desk-tick-request - A key ticked or unticked tickets. Cancelable.
 * @fires {SearchOpenRequest} desk-search-open-request - The key of the search was pressed. Cancelable.
 * @fires {ListRefreshRequest} desk-list-refresh-request - The list is to be loaded again. Cancelable.
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - The arrangement is to be kept with the agent. Cancelable.
 * @slot menu - Instead of `view-menu`.
 * @slot board - Instead of `mini-board`.
 * @slot channels - Instead of `channel-board`: figures of telephone and chat.
 * @slot calls - Instead of `call-notice`: promised calls whose time has come.
 * @slot toolbar - Instead of `ticket-toolbar`: buttons for the list.
 * @slot jobs - Instead of `job-status`: the bulk run that goes on.
 * @slot search - Instead of `ticket-search`.
 * @slot notice - Instead of `notice-bar`: what the service tells its agents.
 * @slot list - Instead of `ticket-list`.
 * @slot info - Instead of `ticket-info`.
 * @slot masking - Instead of `mask-selection`: masks what is selected in the history.
 * @slot history - Instead of `ticket-history`.
 * @slot detail - Instead of `ticket-detail`.
 * @slot rail - Instead of `side-tools`, at the end.
 * @slot assignments - Instead of `assignment-notice`: tickets that were given to the agent.
 * @csspart console - The frame around all regions.
 * @csspart splitter - A line between two regions.
 */
export class TicketConsole extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** What a press on a mask offers, as `ticket-history` takes it: `confirm`, `direct` or `reveal-only`. */
  @property({ attribute: 'unmask-mode' }) unmaskMode: string | null = null;

  @state() private mode: Mode = 'wide';
  @state() private rail: RailPlace = 'over';
  @state() private tab: Tab = 'history';
  @state() private isBoardOpen = false;
  @state() private isBack = false;
  @state() private arranged: ConsoleLayout = defaultLayout;
  @query('.console') private frame!: HTMLElement | null;

  readonly #connection = new StoreReader(
    this,
    (hub) => hub.session.$connection,
    (connection) => this.#onConnection(connection),
  );
  readonly #currentId = new StoreReader(this, (hub) => hub.tickets.$currentId);
  readonly #splitter = new ConsoleSplitter({
    measure: (region) => this.#measure(region),
    resize: (region, width, isDone) => this.#arrange({ [region]: fit(region, width) }, isDone),
    restore: (region) => this.#arrange({ [region]: defaultLayout[region] }, true),
    scale: () => this.#scale(),
    isRightToLeft: () => getComputedStyle(this).direction === 'rtl',
  });
  readonly #channels = new ConsoleChannels(this);
  #watch?: ResizeObserver;
  #watched: Element | null = null;
  #wasTroubled = false;
  #hasLate = false;
  readonly #unloaded = new UnloadedNotice(this, () => this.texts.ticketToolbar.notLoaded);
  readonly #memory = new ConsoleMemory(this, (layout) => (this.arranged = layout));

  readonly #keys = new ConsoleShortcuts({
    element: this,
    hub: () => this.hub,
    shortcuts: () => this.#memory.shortcuts,
    region: (name) => this.#region(name),
  });

  constructor() {
    super();
    new TicketFocus({
      element: this,
      ticketId: () => this.#currentId.value ?? null,
      takesTurns: () => this.#takesTurns,
      list: () => this.#region('list'),
    });
    hearToolRequests(this, () => this.#region('rail'));
  }

  /** How the regions are arranged, as data: keep what the layout notice tells, and set it again another day. */
  @property({ attribute: false })
  get layout(): ConsoleLayout {
    return this.arranged;
  }

  set layout(layout: Partial<ConsoleLayout> | null) {
    this.#memory.isOfPage = layout !== null;
    this.arranged = completeLayout(layout);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watched = null;
  }

  override updated(): void {
    this.#observe();
    for (const region of ['menu', 'list', 'detail'] as const) {
      this.frame?.style.setProperty(`--${region}`, `${(this.#width(region) / 13).toFixed(3)}em`);
    }
    if (this.hub && !this.#hasLate) void this.#loadLate();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const isOpen = Boolean(this.#currentId.value);
    const classes = `console ${this.mode} ${isOpen ? 'has-ticket' : 'no-ticket'}`;
    return html`<div class="root" lang=${this.language}>
      <section
        class="${classes} ${this.#isFolded ? 'has-folded-list' : ''}"
        part="console"
        tabindex="-1"
        aria-label=${this.texts.ticketConsole.label}
      >
        ${renderConnection(this.#connection.value, this.isBack, this.#unloaded.said, this.texts.ticketConsole)}
        <div class="region menu">
          <slot name="menu">
            <view-menu orientation=${this.mode === 'single' ? 'horizontal' : 'vertical'}></view-menu>
          </slot>
        </div>
        ${this.#renderSplitter('menu')} ${this.#renderBand()}
        <div class="region list" @desk-list-collapse=${this.#onCollapse}>
          <slot name="list"><ticket-list ?collapsed=${this.#isFolded}></ticket-list></slot>
        </div>
        ${this.#renderSplitter('list')} ${isOpen ? nothing : this.#renderChoice()} ${this.#renderTicket(isOpen)}
        ${renderRail(this.rail, this.#memory.hasPanel)}
      </section>
      <div class="assignments">
        <slot name="assignments"><assignment-notice></assignment-notice></slot>
      </div>
    </div>`;
  }

  #renderBand(): TemplateResult {
    return renderBand({
      texts: this.texts.ticketConsole,
      channels: this.#channels,
      isSingle: this.mode === 'single',
      isBoardOpen: this.isBoardOpen,
      toggleBoard: () => (this.isBoardOpen = !this.isBoardOpen),
      showJob: (jobId) => void this.#keys.showJob(jobId),
    });
  }

  #renderSplitter(region: Sized): TemplateResult {
    const label = this.texts.ticketConsole.resize({ name: this.texts.ticketConsole[region] });
    return this.#splitter.render(region, label, this.#width(region));
  }

  #renderChoice(): TemplateResult {
    return html`<div class="choice"><p>${this.texts.ticketConsole.choose}</p></div>`;
  }

  #renderTicket(isOpen: boolean): TemplateResult {
    return html`${renderTicket({
      texts: this.texts.ticketConsole,
      isOpen,
      hasTabs: this.mode !== 'wide',
      tab: this.tab,
      chooseTab: (tab) => (this.tab = tab),
      back: this.#takesTurns ? this.#renderBack() : nothing,
      unmaskMode: this.unmaskMode,
    })}
    ${isOpen ? this.#renderSplitter('detail') : nothing}`;
  }

  #renderBack(): TemplateResult {
    return html`<button class="button quiet back" type="button" @click=${this.#onBack}>
      ${icon('chevronLeft')}${this.texts.ticketConsole.back}
    </button>`;
  }

  /** Width of the frame decides what stands beside what; the thresholds are those of the style sheet. */
  #observe(): void {
    if (this.#watched === this.frame) return;
    this.#watch?.disconnect();
    this.#watched = this.frame;
    if (!this.frame) return;
    this.#watch ??= new ResizeObserver(() => this.#onResize());
    this.#watch.observe(this.frame);
    this.#onResize();
  }

  #onResize(): void {
    if (!this.frame) return;
    const style = getComputedStyle(this.frame);
    this.mode = (style.getPropertyValue('--mode').trim() as Mode | '') || this.mode;
    this.rail = (style.getPropertyValue('--rail').trim() as RailPlace | '') || this.rail;
  }

  #onConnection(connection: Connection | undefined): void {
    if (isTrouble(connection)) this.#wasTroubled = true;
    this.isBack = connection === 'live' && this.#wasTroubled;
    if (connection === undefined) this.#wasTroubled = false;
  }

  get #takesTurns(): boolean {
    return this.mode === 'narrow' || this.mode === 'single';
  }

  get #isFolded(): boolean {
    return this.arranged.isListFolded && !this.#takesTurns;
  }

  #width(region: Sized): number {
    return this.arranged[region] ?? menuWidth(this.language);
  }

  #scale(): number {
    const root = this.renderRoot.querySelector('.root');
    return root ? parseFloat(getComputedStyle(root).fontSize) / 13 : 1;
  }

  #measure(region: Sized): number {
    const box = this.renderRoot.querySelector(`.region.${region}`)?.getBoundingClientRect();
    return Math.round((box?.width ?? 0) / this.#scale());
  }

  #arrange(change: Partial<ConsoleLayout>, isDone: boolean): void {
    this.arranged = { ...this.arranged, ...change };
    if (!isDone) return;
    this.dispatchEvent(new ConsoleLayoutNotice(this.arranged));
    this.#memory.keep(this.arranged);
  }

  /** The element of a region: ours, or the page's. */
  #region(name: Parameters<CommandPlace['region']>[0]): HTMLElement | undefined {
    if (name === 'detail') this.tab = name;
    const slot = this.renderRoot.querySelector<HTMLSlotElement>(`slot[name=${name}]`);
    return slot?.assignedElements({ flatten: true })[0] as HTMLElement | undefined;
  }

  /** What the first screen does not need comes behind it. */
  async #loadLate(): Promise<void> {
    this.#hasLate = true;
    await new Promise((settled) => setTimeout(settled));
    try {
      await Promise.all([
        import('../mask-selection/define.js'),
        import('../ticket-search/define.js'),
        import('../job-status/define.js'),
        import('../notice-bar/define.js'),
        ConsoleChannels.load(),
        import('../assignment-notice/define.js'),
        import('../side-tools/define.js'),
        this.#keys.load(),
      ]);
    } catch {
      // Nobody pressed anything: it comes when it can, in a few seconds.
      setTimeout(() => {
        this.#hasLate = false;
        this.requestUpdate();
      }, 5_000);
    }
  }

  /** Caught on its way down, because a list tells of itself alone. */
  readonly #onCollapse = {
    capture: true,
    handleEvent: ({ collapsed }: ListCollapseNotice): void => {
      if (collapsed !== this.#isFolded) this.#arrange({ isListFolded: collapsed }, true);
    },
  };

  #onBack(): void {
    this.ask(new TicketSelectRequest(null));
  }
}

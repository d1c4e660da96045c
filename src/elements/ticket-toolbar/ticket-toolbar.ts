import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyAria, keyOf, keyText, type CommandName } from '../../base/commands.js';
import { DeskElement } from '../../base/desk-element.js';
import { icon, type IconName } from '../../base/icons.js';
import { isInConsole } from '../../base/in-console.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { numberText } from '../../base/number-text.js';
import { PopupController } from '../../base/popup.js';
import { isSameList } from '../../base/same-list.js';
import { StoreReader } from '../../base/store-reader.js';
import { surely } from '../../base/tally.js';
import { noTicks, tickedCount } from '../../domain/ticks.js';
import type { Session } from '../../domain/types.js';
import { CommandRequest, SearchOpenRequest, TickRequest } from '../../events/requests.js';
import { renderItems, walkMenu, type MenuItem } from './toolbar-menu.js';
import { styles } from './ticket-toolbar.styles.js';

type PartName = 'templates' | 'triggers' | 'accessLog';

const loadTemplates = (): Promise<unknown> => import('../template-settings/define.js');
const loadAccessLog = (): Promise<unknown> => import('../access-log/define.js');
const loadTriggers = (): Promise<unknown> => import('../trigger-settings/define.js');

/** A button of the bar. */
interface BarButton {
  readonly name: string;
  readonly icon: IconName;
  readonly label: string;
  readonly command: CommandName;
  readonly why?: string;
  readonly count?: number;
  readonly expanded?: boolean;
  act(): void;
}

/**
 * What an agent does beside a single ticket: make one, process the ticked ones together, untick them, search, look a
 * customer up, and in a menu export, print, templates, triggers, the access log and the keys of the console. What does
 * not fit in the width moves into the menu.
 *
 * @element ticket-toolbar
 * @fires {TickRequest} desk-tick-request - The agent gave the selection up. Cancelable.
 * @fires {CommandRequest} desk-command-request - Inside a console: it is to open its own dialog. Cancelable.
 * @fires {SearchOpenRequest} desk-search-open-request - The agent opened or closed the search. Cancelable.
 * @csspart bar - The row of buttons.
 * @csspart button - One of the buttons.
 * @csspart menu - The panel of further things to do.
 */
export class TicketToolbar extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  @state() private said = '';

  // More than two readers: each of the buttons follows another part of the hub.
  readonly #ticked = new StoreReader(this, (hub) => hub.selection.$ticked);
  readonly #window = new StoreReader(this, (hub) => hub.tickets.$window, undefined, isSameList);
  readonly #isSearchOpen = new StoreReader(this, (hub) => hub.tickets.$isSearchOpen);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #unavailable = new StoreReader(this, (hub) => hub.session.$unavailable);
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #menu = new PopupController(this, (panel) =>
    [...panel.querySelectorAll<HTMLElement>('.item')].find((item) => item.getClientRects().length > 0)?.focus(),
  );

  override render() {
    if (!this.hub) return this.renderDetached();
    const texts = this.texts.ticketToolbar;
    return html`<div class="root" lang=${this.language}>
      <div class="bar" part="bar" role="group" aria-label=${texts.label}>
        ${this.#buttons.map((button) => this.#renderButton(button))} ${this.#renderMore()}
        <span class="said" role="status">${this.said}</span>
      </div>
    </div>`;
  }

  #renderButton(button: BarButton): TemplateResult {
    const { name, label, why, count, expanded } = button;
    const key = keyOf(known(this.#preferences.value)?.shortcuts, button.command);
    const title = [label, key && `(${keyText(key)})`, why && `– ${why}`].filter(Boolean).join(' ');
    return html`<button
      class="button ${name}"
      part="button"
      type="button"
      title=${title}
      aria-disabled=${why ? 'true' : nothing}
      aria-description=${why || nothing}
      aria-expanded=${expanded === undefined ? nothing : String(expanded)}
      aria-keyshortcuts=${key ? keyAria(key) : nothing}
      @click=${() => this.#act(button)}
    >
      ${icon(button.icon)}<span>${label}</span>
      ${count ? html`<b class="count">${this.#countText(count)}</b>` : nothing}
      ${expanded === undefined ? nothing : icon(expanded ? 'chevronUp' : 'chevronDown')}
    </button>`;
  }

  #renderMore(): TemplateResult {
    const texts = this.texts.ticketToolbar;
    const isOpen = this.#menu.open;
    return html`<button
        class="button more"
        part="button"
        type="button"
        popovertarget="menu"
        title=${texts.more}
        aria-label=${texts.more}
        aria-haspopup="menu"
        aria-expanded=${String(isOpen)}
      >
        ${icon('more')}
      </button>
      <div
        class="popup"
        part="menu"
        id="menu"
        popover
        role="menu"
        aria-label=${texts.more}
        @beforetoggle=${this.#menu.onBeforeToggle}
        @toggle=${this.#menu.onToggle}
        @keydown=${this.#onMenuKey}
      >
        ${isOpen ? renderItems(this.#items, (item) => this.#choose(item)) : nothing}
      </div>`;
  }

  get #buttons(): readonly BarButton[] {
    const texts = this.texts.ticketToolbar;
    const count = this.#count;
    const why = count === 0 ? texts.tickFirst : '';
    const isOpen = this.#isSearchOpen.value ?? false;
    const info: BarButton[] = this.#canLookUp
      ? [
          {
            name: 'info',
            icon: 'person',
            label: texts.info,
            command: 'infoSearch',
            act: () => void this.openInfoSearch(),
          },
        ]
      : [];
    return [
      { name: 'create', icon: 'plus', label: texts.create, command: 'create', act: () => void this.openCreate() },
      { name: 'bulk', icon: 'list', label: texts.bulk, command: 'bulk', why, count, act: () => void this.openBulk() },
      { name: 'clear', icon: 'close', label: texts.clear, command: 'clearSelection', why, act: () => this.#clear() },
      {
        name: 'search',
        icon: 'search',
        label: texts.search,
        command: 'search',
        expanded: isOpen,
        act: () => void this.ask(new SearchOpenRequest(!isOpen)),
      },
      ...info,
    ];
  }

  get #items(): readonly MenuItem[] {
    const texts = this.texts.ticketToolbar;
    const why = this.#count === 0 ? texts.tickFirst : '';
    const items: (MenuItem | false)[] = [
      { name: 'clear', icon: 'close', label: texts.clear, folded: 'clear', why, act: () => this.#clear() },
      this.#canLookUp && {
        name: 'info',
        icon: 'person',
        label: texts.info,
        folded: 'info',
        why: '',
        act: () => void this.openInfoSearch(),
      },
      this.#export !== 'hidden' && {
        name: 'export',
        icon: 'download',
        label: texts.export,
        why: this.#export === 'denied' ? texts.exportDenied : '',
        act: () => void this.openExport(),
      },
      { name: 'print', icon: 'print', label: texts.print, why: '', act: () => void this.openPrint() },
      this.#part('templates', 'template', 'template-settings', loadTemplates),
      this.#agent?.role === 'admin' && this.#part('triggers', 'trigger', 'trigger-settings', loadTriggers),
      this.#agent?.permissions.audit === true && this.#part('accessLog', 'record', 'access-log', loadAccessLog),
      { name: 'keys', icon: 'keyboard', label: texts.keys, why: '', act: () => void this.openKeys() },
    ];
    return items.filter((item) => item !== false);
  }

  /** What has its key in a console too. */
  #part(name: PartName, icon: IconName, tag: string, load: () => Promise<unknown>): MenuItem {
    const label = this.texts.ticketToolbar[name];
    return { name, icon, label, why: '', act: () => void this.#openHere(name, tag, load) };
  }

  get #count(): number {
    return tickedCount(this.#ticked.value ?? noTicks, this.#window.value?.total ?? 0);
  }

  #countText(count: number): string {
    const isEstimate = this.#ticked.value?.all && this.#window.value?.isEstimate;
    return isEstimate ? `${numberText(surely(count), this.language)}+` : numberText(count, this.language);
  }

  get #canLookUp(): boolean {
    return known(this.#session.value)?.capabilities.customerInfo ?? false;
  }

  get #agent(): Session['agent'] | undefined {
    return known(this.#session.value)?.agent;
  }

  /** A missing personal right is to be seen and asked for, where the page does not want it otherwise. */
  get #export(): 'allowed' | 'denied' | 'hidden' {
    const session = known(this.#session.value);
    if (!session) return 'hidden';
    if (session.agent.permissions.export) return 'allowed';
    return (this.#unavailable.value ?? 'disable') === 'hide' ? 'hidden' : 'denied';
  }

  #act({ why, act }: Pick<MenuItem, 'act'> & { readonly why?: string }): void {
    this.said = why ?? '';
    if (!why) act();
  }

  /** The menu closes first, so that a dialog gives the focus back to the button that is still there. */
  #choose(item: MenuItem): void {
    if (item.why) return;
    this.#menu.close();
    this.#act(item);
  }

  #clear(): void {
    this.ask(new TickRequest(noTicks));
  }

  async #open<Tag extends string>(tag: Tag, load: () => Promise<unknown>, ...what: readonly unknown[]): Promise<void> {
    if (!this.hub) return;
    try {
      const dialog = await lateDialog(this, tag, load);
      await (dialog as { show(...what: readonly unknown[]): Promise<void> } | undefined)?.show(...what);
      this.said = '';
    } catch (error) {
      this.log.warnOnce(`could not open <${tag}>: ${String(error)}`);
      this.said = this.hub ? this.texts.ticketToolbar.notLoaded : '';
    }
  }

  /** What a key of the console opens too is there once: what was typed in it stays in one place. */
  async #openHere<Tag extends string>(
    command: CommandName,
    tag: Tag,
    load: () => Promise<unknown>,
    ...what: readonly unknown[]
  ): Promise<void> {
    if (isInConsole(this)) this.ask(new CommandRequest(command));
    else await this.#open(tag, load, ...what);
  }

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    this.#menu.onKeydown(event);
    if (event.key === 'Tab') this.#menu.close();
    else walkMenu(event);
  };

  /** Opens the dialog in which a ticket is made by hand. */
  async openCreate(): Promise<void> {
    await this.#openHere('create', 'create-dialog', () => import('../create-dialog/define.js'));
  }

  /** Opens the dialog that processes the ticked tickets together. Without any it says that some are to be ticked. */
  async openBulk(): Promise<void> {
    if (this.#count > 0) await this.#openHere('bulk', 'bulk-dialog', () => import('../bulk-dialog/define.js'));
    else if (this.hub) this.said = this.texts.ticketToolbar.tickFirst;
  }

  /** Opens the look-up of customers, where the service has one. */
  async openInfoSearch(): Promise<void> {
    if (this.#canLookUp) await this.#openHere('infoSearch', 'info-search', () => import('../info-search/define.js'));
  }

  /** Opens the export of the list, for agents who may. */
  async openExport(): Promise<void> {
    if (this.#export === 'allowed') await this.#open('export-dialog', () => import('../export-dialog/define.js'));
  }

  /** Opens the list as it is printed. */
  async openPrint(): Promise<void> {
    await this.#open('print-list', () => import('../print-list/define.js'));
  }

  /** Opens the list of the console's keys. */
  async openKeys(): Promise<void> {
    await this.#openHere('keys', 'command-list', () => import('../command-list/define.js'), 'keys');
  }
}

import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { atom } from 'nanostores';
import type { GetToken } from '../api/token-source.js';
import { hubKey, type Hub } from '../base/hub-context.js';
import { Logger } from '../base/logger.js';
import { version } from '../base/version.js';
import type { SearchProblem } from '../domain/search.js';
import type { Language } from '../domain/types.js';
import { HubReady, HubSignedOut, SearchChange } from '../events/notices.js';
import { createHub, type BuiltHub } from './create-hub.js';
import { languageOf } from './text.js';

/** How long the page may take to hand over its callback before it is reminded. */
const patience = 3_000;

/**
 * One connection to the server, shared by the elements inside it and by those that name it with `hub="id"`.
 *
 * @element desk-hub
 * @fires {HubReady} desk-hub-ready - The agent is known and the texts are there.
 * @fires {HubSignedOut} desk-hub-signed-out - The page's callback gave no token; unsent text is kept.
 * @fires {SearchChange} desk-search-change - Another list is open.
 * @slot - The elements of the console, among whatever else the page has.
 */
export class DeskHub extends LitElement {
  static readonly version = version;

  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none !important;
    }

    :host([theme='light']) {
      color-scheme: light;
    }

    :host([theme='dark']) {
      color-scheme: dark;
    }
  `;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Address of the server, without the service; the page's own origin unless told. */
  @property({ attribute: 'api-base' }) apiBase = '';

  /** Used instead of the browser's `fetch`. */
  @property({ attribute: false }) fetch?: typeof globalThis.fetch;

  /** Asks the page for the agent's token. */
  @property({ attribute: false }) getToken?: GetToken;

  /**
   * The open list as one line that can stand in an address: its view, conditions and order. Setting it opens that list.
   * The attribute is read and never written.
   */
  @property()
  get search(): string {
    return this.#built?.$search.get() ?? this.#wanted;
  }

  set search(search: string | null) {
    if (this.#built && search !== null) void this.#openSearch(search);
    else this.#wanted = search ?? '';
  }

  /** The service whose tickets are shown. */
  @property() service = '';

  /** `light` or `dark`; without it as the page. */
  @property({ reflect: true }) theme: 'light' | 'dark' | null = null;

  /** `hide` or `disable` what the agent may not use; without it by the reason. */
  @property() unavailable: 'hide' | 'disable' | null = null;

  readonly #log = new Logger('desk-hub');
  readonly #provider = new ContextProvider(this, { context: hubKey });
  readonly #asked = atom<Language | undefined>();
  #built?: BuiltHub;
  /** The list that the page wants to begin with. */
  #wanted = '';
  #problems: readonly SearchProblem[] = [];
  #left?: AbortController;
  #tokenIsThere!: (getToken: GetToken) => void;
  #callback = new Promise<GetToken>((resolve) => (this.#tokenIsThere = resolve));
  #reminder?: ReturnType<typeof setTimeout>;

  /** What the elements share; undefined until the element stands in a page. */
  get hub(): Hub | undefined {
    return this.#built?.hub;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#askLanguage();
    this.#offer(this.#built?.hub);
    this.#built?.look();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.#askLanguage();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.getToken) {
      clearTimeout(this.#reminder);
      this.#tokenIsThere(this.getToken);
    }
    if (!this.service) this.#log.warnOnce('has no service. Name one with service="…".');
    else if (!this.#built || changed.has('apiBase') || changed.has('service')) this.#build();
    this.#built?.$unavailable.set(this.unavailable);
  }

  override render() {
    return html`<slot></slot>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#reminder);
    void this.#built?.flush(true);
    // Elements that stand elsewhere must not go on with a hub that left.
    this.#offer(undefined);
  }

  #build(): void {
    this.#left?.abort();
    const left = (this.#left = new AbortController());
    const end = new AbortController();
    const before = this.#built?.$search.get();
    const built = createHub({
      search: this.#wanted,
      baseUrl: new URL(this.apiBase || '/', document.baseURI).href,
      service: this.service,
      fetch: () => this.fetch ?? globalThis.fetch,
      getToken: () => (request) => this.#token(request),
      isShared: () => !this.fetch,
      $asked: this.#asked,
      onProblems: (problems) => this.#hearProblems(problems),
      onSignedOut: () => left.signal.aborted || this.dispatchEvent(new HubSignedOut()),
      signal: end.signal,
    });
    this.#built = built;
    this.#wanted = '';
    left.signal.addEventListener('abort', built.$search.listen(this.#tellSearch));
    if (before !== undefined && before !== built.$search.get()) this.#tellSearch();
    left.signal.addEventListener('abort', built.hub.join(this));
    // What was written last is still sent to where it belongs, and that is the end of it.
    left.signal.addEventListener('abort', () => void built.flush(true).finally(() => end.abort()));
    this.#announce(built.hub, left.signal);
    if (this.isConnected) this.#offer(built.hub);
  }

  /** The callback may come long after the element. */
  async #token(request: Parameters<GetToken>[0]): ReturnType<GetToken> {
    this.#reminder ??= setTimeout(() => this.#remind(), patience);
    const first = await this.#callback;
    return (this.getToken ?? first)(request);
  }

  #remind(): void {
    if (!this.getToken) this.#log.warnOnce('waits for its getToken property: a function that gives the agent’s token.');
  }

  #announce(hub: Hub, signal: AbortSignal): void {
    const stops: (() => void)[] = [];
    const stop = (): void => stops.forEach((one) => one());
    const look = (): void => {
      if (hub.session.$session.get().status !== 'ready' || !hub.text.$texts.get()) return;
      stop();
      this.dispatchEvent(new HubReady());
    };
    stops.push(hub.session.$session.listen(look), hub.text.$texts.listen(look));
    signal.addEventListener('abort', stop);
  }

  async #openSearch(search: string): Promise<void> {
    await this.#built?.openSearch(search);
    // The list may be the same as before.
    if (this.#problems.length > 0) this.#tellSearch();
  }

  #hearProblems(problems: readonly SearchProblem[]): void {
    this.#problems = problems;
    if (problems.length === 0) return;
    const what = problems.map(({ field, code }) => `${field} (${code})`).join(', ');
    this.#log.warnOnce(`cannot use these parts of its search: ${what}.`);
  }

  readonly #tellSearch = (): void => {
    const problems = this.#problems;
    this.#problems = [];
    this.dispatchEvent(new SearchChange(this.search, problems));
  };

  #offer(hub: Hub | undefined): void {
    this.#provider.setValue(hub as Hub);
  }

  #askLanguage(): void {
    this.#asked.set(languageOf(this.getAttribute('lang')) ?? languageOf(document.documentElement.lang));
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') void this.#built?.flush();
    else this.#built?.look();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-hub': DeskHub;
  }
}

/** The only way to the console: every line names the tag it is about and says what to do. */
export class Logger {
  readonly #said = new Set<string>();

  constructor(private readonly tag: string) {}

  /** Says a thing once per element, so that a page with a mistake is told and not flooded. */
  warnOnce(text: string): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    // eslint-disable-next-line no-console -- the one place
    console.warn(`<${this.tag}> ${text}`);
  }
}

import { css, html, LitElement } from 'lit';

/** A widget of the portal itself, built with a copy of Lit of its own. */
class PageClock extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 4px 20px;
    }
  `;

  protected override render() {
    const now = new Date().toISOString();
    return html`<time datetime=${now}>${now.slice(0, 10)}</time>`;
  }
}

customElements.define('page-clock', PageClock);

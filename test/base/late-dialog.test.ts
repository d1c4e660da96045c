import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { lateDialog } from '../../src/base/late-dialog.js';

class DialogHost extends LitElement {
  override render() {
    return html`<p>page</p>`;
  }
}

describe('a dialog that is loaded late', () => {
  it('is refused where the page has another element of its name, which nobody could show', async () => {
    customElements.define('dialog-host-test', DialogHost);
    customElements.define('late-dialog-test', class extends HTMLElement {});
    const host = await fixture<DialogHost>(html`<dialog-host-test></dialog-host-test>`);
    const refused = await lateDialog(host, 'late-dialog-test', () => Promise.resolve()).then(
      () => 'shown',
      (error: unknown) => String(error),
    );
    expect(refused).to.contain('late-dialog-test');
  });
});

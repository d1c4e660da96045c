import { expect } from '@open-wc/testing';
import { isComposing } from '../../src/base/composing.js';
import { isProcessKey } from '../../src/elements/reply-composer/composer-keys.js';
import { sampleHub } from '../../stories/support/samples.js';
import { inHub, one } from '../support/in-hub.js';

/** Keys of an input method: while it composes, and the one that ended a composition as Safari tells of it. */
const composed = (key: string): KeyboardEvent[] =>
  [{ isComposing: true }, { keyCode: 229 }].map(
    (own) => new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...own }),
  );

describe('keys of an input method', () => {
  it('are told from those of the agent', () => {
    for (const event of composed('Enter')) expect(isComposing(event)).to.equal(true);
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }))).to.equal(false);
    const [process] = [{ isComposing: true }].map(
      (own) => new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, ...own }),
    );
    expect(isProcessKey(process!)).to.equal(false);
  });

  it('neither run a command nor close its list', async () => {
    await import('../../src/elements/command-list/define.js');
    const hub = sampleHub();
    const list = await inHub<HTMLElementTagNameMap['command-list']>(hub, '<command-list></command-list>');
    await list.show('commands');
    const field = one<HTMLInputElement>(list, 'input');
    for (const event of [...composed('Enter'), ...composed('Escape')]) field.dispatchEvent(event);
    await list.updateComplete;
    expect(one(list, 'dialog[open]')).to.exist;
    expect(hub.requests).to.have.lengthOf(0);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await list.updateComplete;
    expect(list.shadowRoot!.querySelector('dialog')).to.equal(null);
  });
});

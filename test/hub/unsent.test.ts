import { expect } from '@open-wc/testing';
import { UnsentAnswers } from '../../src/hub/unsent.js';

const fresh = { version: 1, draftSeq: undefined };

describe('answers whose fate is unknown', () => {
  afterEach(() => {
    // The property of the prototype is in sight again.
    Reflect.deleteProperty(crypto, 'subtle');
    sessionStorage.clear();
  });

  const leaveSecureContext = (): void => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  };

  it('go again with their key in a page without a secure context', async () => {
    leaveSecureContext();
    const answers = new UnsentAnswers();
    const first = await answers.of('demo/a', 'T1', '답', fresh);
    expect((await answers.of('demo/a', 'T1', '답', { ...fresh, version: 2 })).key).to.equal(first.key);
    expect((await answers.of('demo/a', 'T1', '다른 답', fresh)).key).not.to.equal(first.key);
    expect(JSON.stringify(sessionStorage)).not.to.contain('답');
  });

  it('are those of one agent', async () => {
    const answers = new UnsentAnswers();
    const first = await answers.of('demo/a', 'T1', '답', fresh);
    expect((await answers.of('demo/b', 'T1', '답', fresh)).key).not.to.equal(first.key);
    answers.done('demo/b', 'T1');
    expect((await new UnsentAnswers().of('demo/a', 'T1', '답', fresh)).key).to.equal(first.key);
  });
});

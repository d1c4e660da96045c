import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { Logger } from '../../src/base/logger.js';
import { AnswerText } from '../../src/elements/reply-composer/answer-text.js';

const id = 'c'.repeat(32);
const formatted = `<p>안녕하세요 <a href="https://shop.example/">상점</a></p><p><img src="cid:${id}"></p>`;

/** A text with formats whose editor is on its way. */
async function open(): Promise<{ answer: AnswerText; field: HTMLTextAreaElement }> {
  const root = (await fixture<HTMLElement>(html`<div></div>`)).attachShadow({ mode: 'open' });
  const answer = new AnswerText(
    { renderRoot: root as unknown as DocumentFragment, requestUpdate: () => undefined },
    {
      log: new Logger('test'),
      part: () => new Promise(() => undefined),
      onFiles: () => undefined,
      onTyped: () => undefined,
      onChange: () => undefined,
      onPaste: () => undefined,
    },
  );
  render(answer.render(undefined, { isDisabled: false, isRunning: false }), root);
  answer.isRich = true;
  return { answer, field: root.querySelector('textarea')! };
}

describe('the text of an answer whose editor is on its way', () => {
  it('is sent as it was kept, with its formats and its images', async () => {
    const { answer } = await open();
    answer.show(formatted);
    expect(answer.editor).to.equal(undefined);
    expect(answer.html).to.equal(formatted);
    expect(answer.imageIds).to.deep.equal([id]);
    expect(answer.isEmpty).to.equal(false);
    expect(answer.isPending).to.equal(false);
  });

  it('waits for the editor once it was changed, and has its formats and the change then', async () => {
    const { answer, field } = await open();
    answer.show(formatted);
    field.value = `${field.value.trimEnd()} 고맙습니다.`;
    field.dispatchEvent(new Event('input'));
    expect(answer.isPending).to.equal(true);
    await answer.load();
    expect(answer.isPending).to.equal(false);
    expect(answer.html).to.contain('href="https://shop.example/"').and.to.contain('고맙습니다.');
  });

  it('takes in what is put in, unless it is somebody else’s text by then', async () => {
    const { answer } = await open();
    answer.show('<p>첫 티켓</p>');
    const late = answer.put('<p>남의 인용</p>', 'insert');
    answer.startOver();
    answer.show('<p>둘째 티켓</p>');
    await late;
    expect(answer.text).to.equal('둘째 티켓');
    await answer.put('<p>제 글</p>', 'insert');
    expect(answer.text).to.contain('제 글');
  });
});

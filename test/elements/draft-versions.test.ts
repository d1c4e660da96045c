import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { DraftVersions } from '../../src/elements/draft-versions/draft-versions.js';
import { AnswerInsertRequest } from '../../src/events/requests.js';
import { answerHub, sampleVersions } from '../../stories/support/sample-answers.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { aTicket } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

const { ticketId } = aTicket();

async function open(hub: FakeHub): Promise<DraftVersions> {
  await import('../../src/elements/draft-versions/define.js');
  const dialog = await inHub<DraftVersions>(hub, '<draft-versions></draft-versions>');
  await dialog.show(ticketId);
  await settle();
  await dialog.updateComplete;
  return dialog;
}

describe('draft-versions', () => {
  it('is not defined by importing the class, and shows nothing until it is opened', async () => {
    expect(DraftVersions.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/draft-versions/define.js');
    expect(textOf(await fixture(html`<draft-versions></draft-versions>`))).to.equal('');
    expect(textOf(await inHub(answerHub(), '<draft-versions></draft-versions>'))).to.equal('');
  });

  it('lists texts with time and first words, and shows the one that is chosen', async () => {
    const dialog = await open(answerHub());
    const lines = all(dialog, '.version').map((line) => line.textContent!.replace(/\s+/g, ' ').trim());
    expect(lines[0]).to.contain('오후 2:29').and.contain('내일 오전에');
    await until(() => one(dialog, '.preview').textContent!.includes('내일 오전에 다시 안내해'), 'the text');
    expect(dialog.shadowRoot!.activeElement?.getAttribute('role')).to.equal('listbox');
    await sendKeys({ press: 'ArrowDown' });
    await settle();
    expect(one(dialog, '.preview').textContent).not.to.contain('내일 오전에');
    await expect(dialog).to.be.accessible();
  });

  it('puts a text in the place of what is written by Enter, or where the caret is', async () => {
    const hub = answerHub();
    const dialog = await open(hub);
    await sendKeys({ press: 'Enter' });
    const { html: text } = sampleVersions()[0]!;
    expect(hub.asked(AnswerInsertRequest)[0]).to.include({ ticketId, html: text, how: 'replace' });
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
    await dialog.show(ticketId);
    await settle();
    await dialog.updateComplete;
    named(dialog, '커서 위치에 넣기').click();
    expect(hub.asked(AnswerInsertRequest)[1]).to.include({ ticketId, html: text, how: 'insert' });
  });

  it('says what would be here while there is nothing', async () => {
    const hub = answerHub();
    Object.assign(hub.answers, { versions: () => Promise.resolve([]) });
    expect(textOf(await open(hub))).to.contain('이 티켓에서 작성한 글이 아직 없습니다.');
  });

  it('says that they could not be loaded, and tries again', async () => {
    const hub = answerHub();
    Object.assign(hub.answers, { versions: () => Promise.reject(new DeskError('offline', '')) });
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('이전에 작성한 글을 불러오지 못했습니다.');
    Object.assign(hub.answers, { versions: () => Promise.resolve(sampleVersions()) });
    named(dialog, '다시 시도').click();
    await settle();
    await dialog.updateComplete;
    expect(all(dialog, '.version')).to.have.lengthOf(2);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Template } from '../../src/domain/templates.js';
import { TemplateSettings } from '../../src/elements/template-settings/template-settings.js';
import { TemplateRequest } from '../../src/events/requests.js';
import { ready } from '../../stories/support/samples.js';
import { answerHub, sampleTemplates } from '../../stories/support/sample-answers.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aSession } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

async function open(hub: FakeHub, templateId?: number): Promise<TemplateSettings> {
  await import('../../src/elements/template-settings/define.js');
  const settings = await inHub<TemplateSettings>(hub, '<template-settings layer></template-settings>');
  await settings.show(templateId);
  await settle();
  if (templateId !== undefined) await until(() => all(settings, '.rich .editor').length === 1, 'the editor');
  return settings;
}

async function press(settings: TemplateSettings, name: string): Promise<void> {
  named(settings, name).click();
  await settle();
  await settings.updateComplete;
}

async function type(settings: TemplateSettings, field: 'name' | 'code', text: string): Promise<void> {
  const input = one<HTMLInputElement>(settings, `[name=${field}]`);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settings.updateComplete;
}

const fieldOf = (settings: TemplateSettings, field: 'name' | 'code') =>
  one<HTMLInputElement>(settings, `[name=${field}]`).value;

/** Lets the task of the last request run, and then end well or be refused. */
async function end(hub: FakeHub, settings: TemplateSettings, error?: DeskError): Promise<void> {
  const { id, change } = hub.asked(TemplateRequest).at(-1)!;
  if ('save' in change && !error) {
    const { shared, ...values } = change.save;
    const value = {
      ...sampleTemplates()[2]!,
      ...values,
      templateId: values.templateId ?? 8,
      version: (values.version ?? 0) + 1,
      owner: shared ? null : 'agent1',
    };
    hub.work.$saved.set({ taskId: id, template: value as Template });
  }
  const task = { id, ticketId: '', action: 'template' } as const;
  hub.work.$tasks.set([{ ...task, state: 'running' }]);
  hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
  await settle();
  await settings.updateComplete;
}

const saved = (hub: FakeHub) =>
  hub.asked(TemplateRequest).flatMap(({ change }) => ('save' in change ? [change.save] : []));

function keep(hub: FakeHub, templates: readonly Template[]): void {
  Object.assign(hub.answers, { templates: () => Promise.resolve(templates) });
}

describe('template-settings', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(TemplateSettings.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/template-settings/define.js');
    expect(textOf(await fixture(html`<template-settings></template-settings>`))).to.equal('');
  });

  it('changes a template, and says that it is saved', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', ' 끝인사 ');
    await type(settings, 'code', 'end');
    expect(textOf(settings)).to.contain('저장하지 않은 내용이 있습니다.');
    await press(settings, '저장하기');
    expect(saved(hub)[0]).to.include({ templateId: 3, version: 1, name: '끝인사', code: 'end', shared: false });
    keep(hub, [{ ...sampleTemplates()[2]!, name: '끝인사', code: 'end', version: 2 }]);
    await end(hub, settings);
    expect(textOf(settings)).to.contain('템플릿을 저장했습니다.');
    expect(textOf(settings)).not.to.contain('저장하지 않은 내용이 있습니다.');
    await expect(settings).to.be.accessible();
  });

  it('never goes back to the old text after it was saved, also where the list is read late or not at all', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    let fail: (error: DeskError) => void = () => undefined;
    Object.assign(hub.answers, { templates: () => new Promise((_, reject) => (fail = reject)) });
    await type(settings, 'name', '끝인사');
    await press(settings, '저장하기');
    await end(hub, settings);
    expect(fieldOf(settings, 'name')).to.equal('끝인사');
    expect(one(settings, '.said').textContent).to.equal('「끝인사」 템플릿을 저장했습니다.');
    await type(settings, 'code', 'bye');
    fail(new DeskError('offline', ''));
    await settle();
    expect([fieldOf(settings, 'name'), fieldOf(settings, 'code')]).to.deep.equal(['끝인사', 'bye']);
    await press(settings, '저장하기');
    expect(saved(hub)[1]).to.include({ templateId: 3, version: 2, name: '끝인사', code: 'bye' });
  });

  it('tells a refusal to who has closed it, or looks at another one', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '끝인사');
    await press(settings, '저장하기');
    settings.close();
    await end(hub, settings, new DeskError('denied', ''));
    hub.work.$tasks.set([...hub.work.$tasks.get()]);
    await settings.updateComplete;
    expect(one(settings, '[role=alert]').textContent).to.contain('입력한 내용은 그대로 있습니다.');
    await expect(settings).to.be.accessible();
    await press(settings, '다시 보기');
    expect(fieldOf(settings, 'name')).to.equal('끝인사');
    expect(textOf(settings)).to.contain('저장하지 못했습니다.');
    settings.close();
    await settle();
    expect(textOf(settings)).to.equal('');
  });

  it('makes a new one, with a code for a value of the ticket in its text', async () => {
    const hub = answerHub();
    const settings = await open(hub);
    await press(settings, '새 템플릿');
    await until(() => all(settings, '.rich .editor').length === 1, 'the editor');
    await press(settings, '저장하기');
    expect(textOf(settings)).to.contain('이름을 입력하세요.').and.contain('내용을 입력하세요.');
    expect(saved(hub)).to.deep.equal([]);
    await type(settings, 'name', '인사');
    await press(settings, '고객 이름');
    await press(settings, '저장하기');
    expect(saved(hub)[0]).to.include({ templateId: null, version: null, name: '인사', code: null });
    expect(saved(hub)[0]?.html).to.contain('{{customer.name}}');
    keep(hub, [...sampleTemplates(), { ...sampleTemplates()[2]!, templateId: 8, name: '인사' }]);
    await end(hub, settings);
    expect(one(settings, '.line[aria-current]').textContent).to.contain('인사');
  });

  it('asks for another code where it is taken, as far as it knows and as the server knows', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'code', 'Refund');
    await press(settings, '저장하기');
    expect(textOf(settings)).to.contain('「환불 절차와 기간」 템플릿이 쓰는 검색 코드입니다.');
    expect(saved(hub)).to.deep.equal([]);
    await type(settings, 'code', 'mine');
    await press(settings, '저장하기');
    const fields = [{ field: 'code', code: 'taken', message: '' }];
    await end(hub, settings, new DeskError('invalid', '', { fields }));
    expect(textOf(settings)).to.contain('다른 템플릿이 쓰는 검색 코드입니다.');
    expect(fieldOf(settings, 'code')).to.equal('mine');
  });

  it('keeps what was typed while another one is looked at, and while it is closed', async () => {
    const settings = await open(answerHub(), 3);
    await type(settings, 'name', '아직 쓰는 중');
    all(settings, '.line')[0]!.click();
    await settings.updateComplete;
    expect(fieldOf(settings, 'name')).to.equal('환불 절차와 기간');
    settings.close();
    await settings.show(3);
    await settle();
    expect(fieldOf(settings, 'name')).to.equal('아직 쓰는 중');
    await press(settings, '변경 내용 버리기');
    expect(fieldOf(settings, 'name')).to.equal('마무리 인사');
  });

  it('shows both where somebody else changed it, and saves the one that is chosen', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '내 이름');
    await press(settings, '저장하기');
    keep(hub, [{ ...sampleTemplates()[2]!, name: '남의 이름', version: 2 }]);
    await end(hub, settings, new DeskError('conflict', ''));
    await settle();
    const versions = one(settings, '.versions').textContent!;
    expect(versions).to.contain('내 이름').and.contain('남의 이름');
    await expect(settings).to.be.accessible();
    await press(settings, '내가 입력한 내용으로 저장하기');
    expect(saved(hub).at(-1)).to.include({ name: '내 이름', version: 2 });
  });

  it('makes a new one of what was typed where the template is gone', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '내 이름');
    await press(settings, '저장하기');
    keep(hub, sampleTemplates().slice(0, 2));
    await end(hub, settings, new DeskError('missing', ''));
    await settle();
    expect(textOf(settings)).to.contain('그사이 이 템플릿이 삭제되었습니다.');
    expect(fieldOf(settings, 'name')).to.equal('내 이름');
  });

  it('asks before it deletes', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await press(settings, '삭제');
    expect(textOf(settings)).to.contain('「마무리 인사」 템플릿을 삭제합니다.');
    expect(hub.asked(TemplateRequest)).to.deep.equal([]);
    await press(settings, '삭제하기');
    expect(hub.asked(TemplateRequest)[0]?.change).to.deep.equal({ remove: { templateId: 3, version: 1 } });
    keep(hub, sampleTemplates().slice(0, 2));
    await end(hub, settings);
    expect(textOf(settings)).to.contain('템플릿을 삭제했습니다.');
    expect(all(settings, '.line')).to.have.lengthOf(2);
  });

  it('asks before it deletes; Escape answers no and closes nothing, and the keyboard stays in the form', async () => {
    const settings = await open(answerHub(), 3);
    await press(settings, '삭제');
    await sendKeys({ press: 'Escape' });
    expect(settings.shadowRoot!.activeElement).to.equal(one(settings, '.remove'));
    expect(all(settings, 'dialog[open]')).to.have.length(1);
    await type(settings, 'name', '끝인사');
    named(settings, '변경 내용 버리기').focus();
    await press(settings, '변경 내용 버리기');
    expect(settings.shadowRoot!.activeElement).to.equal(one(settings, '[name=name]'));
  });

  it('names its fields by their labels alone, and finds a code that is taken however wide it is typed', async () => {
    const hub = answerHub();
    keep(hub, [...sampleTemplates(), { ...sampleTemplates()[2]!, templateId: 8, code: 'AB' }]);
    const settings = await open(hub, 3);
    expect(one<HTMLInputElement>(settings, '[name=code]').labels![0]!.textContent).to.equal('검색 코드 (선택)');
    await type(settings, 'code', 'ＡＢ');
    await press(settings, '저장하기');
    expect(textOf(settings)).to.contain('템플릿이 쓰는 검색 코드입니다.');
  });

  it('says why it did not delete what somebody else has changed, or deleted', async () => {
    for (const [change, said] of [
      [[{ ...sampleTemplates()[2]!, name: '남의 이름', version: 2 }], '삭제하지 않았습니다.'],
      [[], '이미 다른 사람이 삭제했습니다.'],
    ] as const) {
      const hub = answerHub();
      const settings = await open(hub, 3);
      await press(settings, '삭제');
      await press(settings, '삭제하기');
      expect(one(settings, '[type=submit]').ariaDisabled).to.equal('true');
      keep(hub, [...sampleTemplates().slice(0, 2), ...change]);
      await end(hub, settings, new DeskError(change.length ? 'conflict' : 'missing', ''));
      await settle();
      expect(one(settings, '.said').textContent).to.contain(said);
      settings.remove();
    }
  });

  it('says so when nothing could be saved, and keeps what was typed', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '내 이름');
    await press(settings, '저장하기');
    await end(hub, settings, new DeskError('offline', ''));
    expect(textOf(settings)).to.contain('저장하지 못했습니다.');
    const before = hub.asked(TemplateRequest).at(-1)!.id;
    await press(settings, '저장하기');
    expect(hub.asked(TemplateRequest).at(-1)!.id).to.equal(before);
    expect(fieldOf(settings, 'name')).to.equal('내 이름');
  });

  it('tells why one was refused where it belongs, and leaves another alone', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '내 이름');
    await press(settings, '저장하기');
    await press(settings, '새 템플릿');
    await type(settings, 'name', '또 하나');
    keep(hub, [...sampleTemplates().slice(0, 2), { ...sampleTemplates()[2]!, name: '남의 이름', version: 2 }]);
    await end(hub, settings, new DeskError('conflict', ''));
    await settle();
    expect(all(settings, '.form [role=alert]')).to.have.length(0);
    expect(one(settings, '.list-pane [role=alert]').textContent).to.contain('다른 사람이').and.contain('다시 보기');
    expect(fieldOf(settings, 'name')).to.equal('또 하나');
    all(settings, '.line').at(-1)!.click();
    await settle();
    await settings.updateComplete;
    expect(one(settings, '.versions').textContent).to.contain('내 이름').and.contain('남의 이름');
    all(settings, '.line')[0]!.click();
    await settings.updateComplete;
    expect(fieldOf(settings, 'name')).to.equal('또 하나');
    expect(all(settings, '[role=alert]')).to.have.length(0);
  });

  it('leaves what is looked at alone when another one was saved or deleted', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await press(settings, '삭제');
    await press(settings, '삭제하기');
    await press(settings, '새 템플릿');
    await type(settings, 'name', '또 하나');
    one(settings, '[name=name]').focus();
    keep(hub, sampleTemplates().slice(0, 2));
    await end(hub, settings);
    expect(fieldOf(settings, 'name')).to.equal('또 하나');
    expect(settings.shadowRoot!.activeElement).to.equal(one(settings, '[name=name]'));
  });

  it('is read again for the next agent, as a part of a page too', async () => {
    const hub = answerHub();
    const settings = await inHub<TemplateSettings>(hub, '<template-settings></template-settings>');
    await until(() => all(settings, '.line').length === 3, 'the templates');
    keep(hub, sampleTemplates().slice(0, 1));
    hub.session.$session.set(ready(aSession({ usercode: 'agent2' })));
    await until(() => all(settings, '.line').length === 1, 'those of the next agent');
  });

  it('shows what somebody else saved where nothing was changed here, also after typing and taking it back', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    const before = fieldOf(settings, 'name');
    await type(settings, 'name', '내 이름');
    await type(settings, 'name', before);
    expect(textOf(settings)).not.to.contain('저장하지 않은 내용이 있습니다.');
    await press(settings, '저장하기');
    keep(hub, [{ ...sampleTemplates()[2]!, name: '남의 이름', version: 2 }]);
    await end(hub, settings, new DeskError('conflict', ''));
    await settle();
    await settings.updateComplete;
    expect(fieldOf(settings, 'name')).to.equal('남의 이름');
    expect(all(settings, '.versions')).to.have.lengthOf(0);
  });

  it('says that it waits for a connection, and that it goes on by itself', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '새 이름');
    await press(settings, '저장하기');
    const { id } = hub.asked(TemplateRequest).at(-1)!;
    hub.work.$tasks.set([{ id, ticketId: '', action: 'template', state: 'running' }]);
    await settings.updateComplete;
    expect(textOf(settings)).to.contain('저장 중…').and.not.contain('서버의 응답을 기다리고');
    hub.session.$connection.set('offline');
    await settings.updateComplete;
    expect(textOf(settings)).to.contain('서버의 응답을 기다리고 있습니다.');
    hub.session.$connection.set('live');
    await settings.updateComplete;
    expect(textOf(settings)).not.to.contain('서버의 응답을 기다리고');
  });

  it('lets only administrators change what everybody has', async () => {
    const settings = await open(answerHub(), 1);
    expect(textOf(settings)).to.contain('공용 템플릿은 관리자만 고칠 수 있습니다.');
    expect(one<HTMLInputElement>(settings, '[name=name]').readOnly).to.equal(true);
    expect(named(settings, '저장하기').getAttribute('aria-disabled')).to.equal('true');
    const hub = answerHub('ko', 'admin');
    const own = await open(hub, 1);
    await type(own, 'name', '환불 안내');
    await press(own, '저장하기');
    expect(saved(hub)[0]).to.include({ name: '환불 안내', shared: true });
  });

  it('shows nothing that one agent typed to the next', async () => {
    const hub = answerHub();
    const settings = await open(hub, 3);
    await type(settings, 'name', '내 비밀');
    hub.session.$session.set(ready(aSession({ usercode: 'agent2' })));
    await settle();
    await settings.show(3);
    await settle();
    expect(fieldOf(settings, 'name')).to.equal('마무리 인사');
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/template-settings/define.js');
    const [hub, other] = [answerHub(), answerHub('en')];
    for (const each of [hub, other]) Object.assign(each.answers, { templates: () => new Promise(() => undefined) });
    await survivesMoves('template-settings', hub, other);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { findTemplates } from '../../src/elements/template-list/find-templates.js';
import { TemplateList } from '../../src/elements/template-list/template-list.js';
import { AnswerInsertRequest } from '../../src/events/requests.js';
import { TemplateInsertNotice } from '../../src/events/template-insert.js';
import { ready } from '../../stories/support/samples.js';
import { answerHub, sampleTemplates } from '../../stories/support/sample-answers.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aSession, aTicket } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

async function open(hub: FakeHub, markup = '<template-list></template-list>'): Promise<TemplateList> {
  await import('../../src/elements/template-list/define.js');
  const list = await inHub<TemplateList>(hub, markup);
  await settle();
  await list.updateComplete;
  return list;
}

const names = (list: TemplateList) => all(list, '.name').map((name) => name.textContent!.replace(/\s+/g, ' ').trim());

async function search(list: TemplateList, words: string): Promise<void> {
  const input = one<HTMLInputElement>(list, 'input');
  input.value = words;
  input.dispatchEvent(new Event('input'));
  await list.updateComplete;
}

describe('template-list', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(TemplateList.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/template-list/define.js');
    expect(textOf(await fixture(html`<template-list></template-list>`))).to.equal('');
  });

  it('shows those of the ticket’s handling type first, with whose they are, and their text', async () => {
    const list = await open(answerHub());
    expect(names(list)).to.deep.equal(['배송 지연 안내 /delay', '마무리 인사 /bye', '환불 절차와 기간 /refund']);
    expect(textOf(list)).to.contain('전용').and.contain('공용').and.contain('214회 사용');
    await settle();
    expect(one(list, '.preview').textContent).to.contain('출고가 늦어져');
    await expect(list).to.be.accessible();
  });

  it('finds by name, by code and by text, and says how many', async () => {
    const list = await open(answerHub());
    await search(list, '/REFUND');
    expect(names(list)).to.deep.equal(['환불 절차와 기간 /refund']);
    await search(list, '회신해');
    expect(names(list)).to.deep.equal(['마무리 인사 /bye']);
    expect(textOf(list)).to.contain('템플릿 1개');
    await search(list, '없는 말');
    expect(textOf(list)).to.contain('조건에 맞는 템플릿이 없습니다');
  });

  it('puts a template with an exact code before all others', () => {
    const [refund, delay] = sampleTemplates();
    const other = { ...delay!, templateId: 9, html: '<p>bye refund</p>', handlingTypeId: 12 };
    const found = findTemplates([other, refund!], { words: 'refund', typeId: null, ticketTypeId: 12 }, []);
    expect(found.map(({ templateId }) => templateId)).to.deep.equal([1, 9]);
  });

  it('narrows the list to a handling type and those below it', async () => {
    const list = await open(answerHub());
    const select = one<HTMLSelectElement>(list, 'select');
    expect(select.options[1]?.textContent).to.contain('이 티켓의 처리유형: 안내');
    select.value = '10';
    select.dispatchEvent(new Event('change'));
    await list.updateComplete;
    expect(names(list)).to.deep.equal(['환불 절차와 기간 /refund']);
  });

  it('puts the chosen one in by Enter, with the values of the ticket', async () => {
    const hub = answerHub();
    const list = await open(hub);
    const told: TemplateInsertNotice[] = [];
    list.addEventListener(TemplateInsertNotice.type, (event) => told.push(event as TemplateInsertNotice));
    one(list, 'input').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await settle();
    const [request] = hub.asked(AnswerInsertRequest);
    expect(request).to.include({ ticketId: aTicket().ticketId, how: 'insert' });
    expect(request?.html).to.contain('회신해');
    expect(told[0]?.template.name).to.equal('마무리 인사');
    expect(textOf(list)).to.contain('「마무리 인사」 템플릿을 넣었습니다.');
  });

  it('shows codes as what they stand for, also where one stands in an address', async () => {
    const hub = answerHub();
    const html = '<p>{{customer.name}}님, {{unknown}} <a href="https://shop.example/?id={{ticket.id}}">주문</a></p>';
    Object.assign(hub.answers, { templates: () => Promise.resolve([{ ...sampleTemplates()[0]!, html }]) });
    const list = await open(hub);
    await until(() => one(list, '.preview').querySelector('a') !== null, 'the text');
    expect(one(list, '.preview p').textContent).to.equal('고객 이름님, {{unknown}} 주문');
    expect(one(list, '.preview a').getAttribute('href')).to.contain('ticket.id');
  });

  it('tells codes that the ticket has no value for', async () => {
    const hub = answerHub();
    const filled = { templateId: 2, html: '<p>{{customer.phone}}</p>', missing: ['customer.phone'] as const };
    Object.assign(hub.answers, { filled: () => Promise.resolve(filled) });
    const list = await open(hub);
    named(list, '삽입').click();
    await settle();
    await list.updateComplete;
    expect(textOf(list)).to.contain('값이 없어 그대로 남은 치환코드: 고객 전화번호');
  });

  it('says why nothing was put in, and puts nothing in without a ticket', async () => {
    const hub = answerHub();
    Object.assign(hub.answers, { filled: () => Promise.reject(new DeskError('offline', '')) });
    const list = await open(hub);
    named(list, '삽입').click();
    await settle();
    await list.updateComplete;
    expect(textOf(list)).to.contain('템플릿을 넣지 못했습니다.');
    hub.tickets.$currentId.set(null);
    await list.updateComplete;
    expect(named(list, '삽입').getAttribute('aria-disabled')).to.equal('true');
    expect(hub.asked(AnswerInsertRequest)).to.deep.equal([]);
  });

  it('says what went wrong with the list, and tries again', async () => {
    const hub = answerHub();
    Object.assign(hub.answers, { templates: () => Promise.reject(new DeskError('offline', '')) });
    const list = await open(hub);
    expect(textOf(list)).to.contain('템플릿을 불러오지 못했습니다.');
    Object.assign(hub.answers, { templates: () => Promise.resolve(sampleTemplates()) });
    named(list, '다시 시도').click();
    await settle();
    await list.updateComplete;
    expect(names(list)).to.have.lengthOf(3);
  });

  it('opens as a layer, closes with Escape and after a template went in', async () => {
    const hub = answerHub();
    const list = await open(hub, '<template-list layer></template-list>');
    expect(textOf(list)).to.equal('');
    await list.show();
    await settle();
    await sendKeys({ press: 'Escape' });
    expect(all(list, 'dialog')).to.have.lengthOf(0);
    await list.show();
    await settle();
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(all(list, 'dialog')).to.have.lengthOf(0);
    expect(hub.asked(AnswerInsertRequest)).to.have.lengthOf(1);
  });

  it('stays with the template that is looked at, when the order changes; the page around it does not scroll', async () => {
    const hub = answerHub();
    const list = await open(hub);
    list.style.marginBlockEnd = '3000px';
    one(list, 'input').focus();
    await sendKeys({ press: 'ArrowDown' });
    window.scrollTo(0, 1500);
    Object.assign(hub.answers, {
      templates: () => Promise.resolve(sampleTemplates().map((one) => ({ ...one, used: 300 - one.used }))),
    });
    hub.tickets.$current.set(ready(aTicket({ handlingTypeId: null })));
    await list.updateComplete;
    expect(window.scrollY).to.equal(1500);
    expect(one(list, '[aria-selected=true]').textContent).to.contain('마무리 인사');
    window.scrollTo(0, 0);
  });

  it('tells nothing of the ticket before, and puts nothing in where no answer can be written', async () => {
    const hub = answerHub();
    const filled = { templateId: 2, html: '<p>{{customer.phone}}</p>', missing: ['customer.phone'] as const };
    let fill: () => void = () => undefined;
    Object.assign(hub.answers, { filled: () => new Promise((done) => (fill = () => done(filled))) });
    const list = await open(hub);
    named(list, '삽입').click();
    hub.tickets.$currentId.set('T-other');
    await list.updateComplete;
    fill();
    await settle();
    expect(hub.asked(AnswerInsertRequest)).to.deep.equal([]);
    expect(textOf(list)).not.to.contain('넣었습니다').and.not.to.contain('치환코드');
    hub.tickets.$current.set(ready(aTicket({ actions: ['claim'] })));
    await list.updateComplete;
    expect(named(list, '삽입').getAttribute('aria-disabled')).to.equal('true');
    expect(named(list, '삽입').title).to.equal('이 티켓에는 지금 답변을 쓸 수 없습니다.');
  });

  it('keeps what is typed in it from the shortcuts of the page', async () => {
    const list = await open(answerHub());
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    one(list, 'input').focus();
    await sendKeys({ type: 'n/' });
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', hear);
    expect(heard).to.deep.equal(['Escape']);
  });

  it('is read again for the next agent, as a part of a page too, without what the last one looked for', async () => {
    const hub = answerHub();
    const list = await open(hub);
    await search(list, '환불');
    Object.assign(hub.answers, { templates: () => Promise.resolve(sampleTemplates().slice(0, 1)) });
    hub.session.$session.set(ready(aSession({ usercode: 'agent2' })));
    await until(() => names(list).length === 1, 'those of the next agent');
    expect(one<HTMLInputElement>(list, 'input').value).to.equal('');
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/template-list/define.js');
    const [hub, other] = [answerHub(), answerHub('en')];
    for (const each of [hub, other]) Object.assign(each.answers, { templates: () => new Promise(() => undefined) });
    await survivesMoves('template-list', hub, other);
  });
});

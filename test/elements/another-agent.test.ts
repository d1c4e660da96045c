import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { DeskError } from '../../src/base/desk-error.js';
import { known } from '../../src/base/known.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import { ExportRequest, ListRefreshRequest, PreferencesChangeRequest } from '../../src/events/requests.js';
import { infoHub } from '../../stories/support/customer-info.js';
import { searchHub } from '../../stories/support/sample-search.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub } from '../../stories/support/samples.js';
import { followPreferences, savedHub } from '../../stories/support/saved-views.js';
import { cleanUp, hubOf, openHub, signInOther, watch, watchList } from '../hub/support.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { serverWith } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';

type Layer = LitElement & { show(): Promise<void>; close(): void };

/** Somebody else is at work in the same hub from now on. */
async function takeOver(hub: FakeHub, element: LitElement, usercode = 'agent9'): Promise<void> {
  const session = known(hub.session.$session.get())!;
  const permissions = { ...session.agent.permissions, export: true };
  hub.session.$session.set(ready({ ...session, agent: { ...session.agent, usercode, permissions } }));
  await element.updateComplete;
}

async function type(element: LitElement, field: string, text: string): Promise<void> {
  for (const input of all<HTMLInputElement>(element, field)) {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await element.updateComplete;
}

const values = (element: LitElement, field: string): string =>
  all<HTMLInputElement>(element, field)
    .map(({ value }) => value)
    .join('');

describe('another agent', () => {
  it('sees neither what was looked up nor what was typed for it', async () => {
    await import('../../src/elements/info-search/define.js');
    const hub = infoHub();
    hub.tickets.$current.set({ status: 'idle' });
    hub.tickets.$currentId.set(null);
    const search = await inHub<Layer>(hub, '<info-search></info-search>');
    await search.show();
    await type(search, '.form input', 'a@b.example');
    named(search, '조회').click();
    await until(() => all(search, '.answer').length > 0, 'the answer');
    await takeOver(hub, search);
    expect(all(search, 'dialog')).to.have.lengthOf(0);
    await search.show();
    expect(all(search, '.answer')).to.have.lengthOf(0);
    expect(values(search, '.form input')).not.to.contain('a@b.example');
  });

  it('finds the search empty, and the former one’s words stay away', async () => {
    await import('../../src/elements/ticket-search/define.js');
    const hub = searchHub();
    hub.tickets.$isSearchOpen.set(true);
    const search = await inHub<LitElement>(hub, '<ticket-search></ticket-search>');
    await until(() => all(search, '#field-q').length === 1, 'the area');
    await type(search, '#field-q', '홍길동');
    expect(values(search, '#field-q')).to.equal('홍길동');
    await takeOver(hub, search);
    expect(values(search, '#field-q')).to.equal('');
  });

  it('finds what was typed before the agent was known', async () => {
    await import('../../src/elements/ticket-search/define.js');
    const hub = searchHub();
    const session = known(hub.session.$session.get())!;
    hub.session.$session.set({ status: 'loading' });
    hub.tickets.$isSearchOpen.set(true);
    const search = await inHub<LitElement>(hub, '<ticket-search></ticket-search>');
    await until(() => all(search, '#field-q').length === 1, 'the area');
    await type(search, '#field-q', '홍길동');
    hub.session.$session.set(ready(session));
    await search.updateComplete;
    expect(values(search, '#field-q')).to.equal('홍길동');
  });

  it('is shown no conditions that were not saved', async () => {
    await import('../../src/elements/condition-dialog/define.js');
    const hub = searchHub();
    hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: ['status', 'subject'] }));
    const dialog = await inHub<Layer>(hub, '<condition-dialog></condition-dialog>');
    await dialog.show();
    all(dialog, '.remove')[0]!.click();
    await dialog.updateComplete;
    await takeOver(hub, dialog);
    await dialog.show();
    expect(all(dialog, '.rows > li')).to.have.lengthOf(2);
    expect(all(dialog, '.kept')).to.have.lengthOf(0);
  });

  it('is shown no name that was typed for a view', async () => {
    await import('../../src/elements/view-dialog/define.js');
    const hub = savedHub();
    const dialog = await inHub<Layer>(hub, '<view-dialog></view-dialog>');
    await dialog.show();
    await type(dialog, 'input', '홍길동 건');
    await takeOver(hub, dialog);
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
    await dialog.show();
    expect(values(dialog, 'input')).to.equal('');
  });

  it('is offered commands in their usual order', async () => {
    await import('../../src/elements/command-list/define.js');
    const hub = savedHub();
    const list = await inHub<Layer>(hub, '<command-list></command-list>');
    const first = (): string => all(list, '.entry .name')[0]!.textContent!.trim();
    await list.show();
    const usual = first();
    all(list, '.entry').at(-1)!.click();
    await list.show();
    expect(first()).not.to.equal(usual);
    await takeOver(hub, list);
    await list.show();
    expect(first()).to.equal(usual);
  });

  it('cannot bring back a view that the former one deleted', async () => {
    await import('../../src/elements/view-menu/define.js');
    const hub = savedHub();
    const menu = await inHub<LitElement>(hub, '<view-menu></view-menu>');
    followPreferences(menu, hub);
    const view = all(menu, '.own .item')[0]!;
    view.focus();
    await settle(50);
    view.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, composed: true }));
    await until(() => all(menu, '[data-key=undo]').length === 1, 'the way back');
    const sent = hub.asked(PreferencesChangeRequest).length;
    await takeOver(hub, menu);
    expect(all(menu, '[data-key=undo]')).to.have.lengthOf(0);
    expect(hub.asked(PreferencesChangeRequest)).to.have.lengthOf(sent);
  });

  it('is shown no list that is being printed', async () => {
    await import('../../src/elements/print-list/define.js');
    const hub = sampleHub();
    hub.lists.rows = () => Promise.resolve(sampleRows(3));
    const list = await inHub<Layer>(hub, '<print-list></print-list>');
    await list.show();
    await until(() => all(list, 'iframe').length === 1, 'the paper');
    all<HTMLIFrameElement>(list, 'iframe')[0]!.contentWindow!.print = () => undefined;
    await takeOver(hub, list);
    expect(all(list, 'iframe')).to.have.lengthOf(0);
    expect(textOf(list)).to.equal('');
  });

  it('does not export the list of the former one, nor read the reason', async () => {
    await import('../../src/elements/export-dialog/define.js');
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf(sampleRows(3)));
    const dialog = await inHub<Layer>(hub, '<export-dialog></export-dialog>');
    await takeOver(hub, dialog, 'agent1');
    await dialog.show();
    await type(dialog, '.reason', '홍길동 관련');
    await takeOver(hub, dialog);
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
    expect(hub.asked(ExportRequest)).to.have.lengthOf(0);
    await dialog.show();
    expect(values(dialog, '.reason')).to.equal('');
  });

  it('keeps everything where the same agent’s session is read again, or the element moves', async () => {
    await import('../../src/elements/view-dialog/define.js');
    const hub = savedHub();
    const dialog = await inHub<Layer>(hub, '<view-dialog></view-dialog>');
    await dialog.show();
    await type(dialog, 'input', '늦은 환불');
    const session = known(hub.session.$session.get())!;
    hub.session.$session.set({ status: 'loading', value: session });
    hub.session.$session.set({ status: 'failed', error: new DeskError('offline', '') });
    hub.session.$session.set(ready({ ...session }));
    await dialog.updateComplete;
    expect(values(dialog, 'input')).to.equal('늦은 환불');
    const box = dialog.parentElement!;
    dialog.remove();
    box.append(dialog);
    await dialog.updateComplete;
    await dialog.show();
    expect(values(dialog, 'input')).to.equal('늦은 환불');
  });

  describe('and a real hub', () => {
    afterEach(cleanUp);

    it('is not told that what was ended with the former one went well', async () => {
      await import('../../src/elements/export-dialog/define.js');
      const server = serverWith(3);
      const { agent } = server.session;
      server.session = {
        ...server.session,
        agent: { ...agent, permissions: { ...agent.permissions, export: true } },
      };
      const element = await openHub(server, { lang: 'ko' });
      const hub = hubOf(element);
      watch(hub.work.$tasks);
      await watchList(hub);
      const dialog = document.createElement('export-dialog') as Layer;
      element.append(dialog);
      await until(() => known(hub.session.$session.get()) !== undefined && hub.text.$more.get() !== undefined);
      await dialog.updateComplete;
      await dialog.show();
      await type(dialog, '.reason', '보고');
      const ended: string[] = [];
      hub.work.$tasks.listen((tasks, before = []) => {
        const failed = tasks.find(({ state }) => state === 'failed');
        if (failed) ended.push(failed.error?.kind ?? '');
        else if (before.length > tasks.length && !before.some(({ state }) => state === 'failed')) ended.push('well');
      });
      server.before = ({ path }) =>
        path === 'tickets/export.json' ? settle(5_000).then(() => undefined as never) : undefined;
      one<HTMLButtonElement>(dialog, '[type=submit]').click();
      await until(() => server.to('tickets/export.json', 'POST').length === 1, 'the export');
      signInOther(server, element);
      element.dispatchEvent(new ListRefreshRequest());
      await until(() => known(hub.session.$session.get())?.agent.usercode === 'agent2', 'the other agent');
      await until(() => hub.work.$tasks.get().length === 0);
      await dialog.updateComplete;
      expect(textOf(dialog)).not.to.contain('파일을 저장했습니다');
      expect(ended).to.deep.equal(['signed-out']);
    });

    it('closes condition settings once the server has them', async () => {
      await import('../../src/elements/condition-dialog/define.js');
      const server = serverWith(3);
      server.preferences = { ...usualPreferences, conditions: ['status', 'priority'] };
      const element = await openHub(server, { lang: 'ko' });
      const hub = hubOf(element);
      const dialog = document.createElement('condition-dialog') as Layer;
      element.append(dialog);
      watch(hub.preferences.$preferences);
      await until(() => known(hub.preferences.$preferences.get()) !== undefined, 'the preferences');
      await until(() => known(hub.session.$settings.get()) !== undefined, 'the settings');
      await dialog.updateComplete;
      await dialog.show();
      server.before = ({ method }) => (method === 'PUT' ? settle(150).then(() => undefined as never) : undefined);
      all(dialog, '.remove')[0]!.click();
      await dialog.updateComplete;
      one<HTMLButtonElement>(dialog, '[type=submit]').click();
      await until(() => server.to('preferences.json', 'PUT').length === 1, 'the save');
      expect(all(dialog, 'dialog')).to.have.lengthOf(1);
      await until(() => all(dialog, 'dialog').length === 0, 'the end of the dialog');
      expect(server.preferences.conditions).to.deep.equal(['priority']);
    });
  });
});

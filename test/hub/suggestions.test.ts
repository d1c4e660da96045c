import { expect } from '@open-wc/testing';
import { atom } from 'nanostores';
import { DeskError } from '../../src/base/desk-error.js';
import type { Load } from '../../src/base/hub-context.js';
import { findPersonalData } from '../../src/domain/personal-data.js';
import type { Found } from '../../src/domain/masks.js';
import type { HistoryEntry, Session, Settings } from '../../src/domain/types.js';
import { Suggestions } from '../../src/hub/suggestions.js';
import { anEntry, aSession, someSettings } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

const entry = (id: number, text: string, bodyVersion = 1): HistoryEntry =>
  anEntry(id, { html: `<p>${text}</p>`, text, bodyVersion });

const phone = entry(1, '전화 010-1234-5678입니다.');
const card = entry(2, '카드 4111 1111 1111 1111입니다.');

describe('suggestions', () => {
  let ends: AbortController[] = [];

  /** Looks through a ticket as a hub does whose elements want to know. */
  function look(
    entries: readonly HistoryEntry[],
    change: Partial<Session['agent']> = {},
    find = (text: string) => Promise.resolve(findPersonalData(text)),
  ) {
    const $session = atom<Load<Session>>({ status: 'ready', value: aSession(change) });
    const $currentId = atom<string | null>('T1');
    const $history = atom<Load<readonly HistoryEntry[]>>({ status: 'ready', value: entries });
    const $settings = atom<Load<Settings>>({ status: 'failed', error: new DeskError('offline', '') });
    const $found = atom<readonly Found[]>([]);
    const read: string[] = [];
    const parts = {
      $session,
      $currentId,
      $history,
      $settings,
      $found,
      find: (text: string) => (read.push(text), find(text)),
    };
    const end = new AbortController();
    const suggestions = new Suggestions(parts);
    suggestions.follow(end.signal);
    ends.push(end);
    const turn = (...now: readonly HistoryEntry[]) => $history.set({ status: 'ready', value: now });
    const kinds = () => $found.get().map(({ category }) => category);
    const found = (count: number) => until(() => $found.get().length === count, `${String(count)} findings`);
    return { ...parts, suggestions, read, end, turn, kinds, found };
  }

  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    for (const end of ends) end.abort();
    ends = [];
  });

  it('tell where something is and what kind it is, oldest first, and never what', async () => {
    const { $found, found, kinds, read, turn } = look([phone, card]);
    await found(2);
    expect(kinds()).to.deep.equal(['phone', 'card']);
    expect($found.get()[0]).to.deep.equal({ entryId: 1, bodyVersion: 1, start: 3, length: 13, category: 'phone' });
    expect(read).to.deep.equal([card.text, phone.text]);
    const by = { usercode: 'agent2', name: '이상담' };
    const mask = { id: 'm', start: 3, length: 13, category: 'phone', state: 'masked', by, at: 0 } as const;
    turn({ ...entry(1, '전화 *************입니다.', 2), masks: [mask] }, card);
    await found(1);
    await until(() => read.length === 3, 'a look at the new words');
    expect(kinds()).to.deep.equal(['card']);
  });

  it('are none for who may not mask, in no ticket, and after nobody wants them', async () => {
    const { permissions } = aSession().agent;
    const other = look([phone], { permissions: { ...permissions, mask: false } });
    const { $currentId, $found, end, found } = look([phone]);
    await found(1);
    expect([other.read, other.$found.get(), other.$settings.lc]).to.deep.equal([[], [], 0]);
    $currentId.set(null);
    expect($found.get()).to.deep.equal([]);
    $currentId.set('T1');
    await found(1);
    end.abort();
    expect($found.get()).to.deep.equal([]);
  });

  it('are not made again of what was left, also after other words of its message changed, but for who comes next', async () => {
    const first = look([phone, card]);
    await first.found(2);
    first.suggestions.keep(first.$found.get().slice(0, 1));
    expect(first.kinds()).to.deep.equal(['card']);
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('1234');
    first.turn(entry(1, '제 전화 010-1234-5678입니다.', 2), card);
    await until(() => first.read.length === 3, 'a look at the new words');
    await settle();
    expect(first.kinds()).to.deep.equal(['card']);
    // Another number stands where the one stood that was left.
    first.turn(entry(1, '새 전화 010-8888-5678입니다.', 3), card);
    await first.found(2);
    const again = look([phone, card]);
    await until(() => again.read.length === 2, 'another look');
    await settle();
    expect(again.kinds()).to.deep.equal(['card']);
    const other = look([phone, card], { usercode: 'agent-9' });
    await other.found(2);
  });

  it('are made anew when the service has other numbers of its own, and not for other settings', async () => {
    const { $settings, found, read } = look([phone]);
    await found(1);
    $settings.set({ status: 'ready', value: someSettings() });
    await until(() => read.length === 2, 'another look');
    $settings.set({ status: 'ready', value: someSettings({ bulkLimit: 7 }) });
    await settle();
    expect(read).to.have.lengthOf(2);
    $settings.set({ status: 'ready', value: someSettings({ maskPatterns: [{ label: '사번', pattern: 'EMP-###' }] }) });
    await until(() => read.length === 3, 'a look for the new numbers');
    await found(1);
  });

  it('are made after all where a search failed', async () => {
    let tries = 0;
    const find = (text: string) =>
      ++tries === 1 ? Promise.reject(new Error('not loaded')) : Promise.resolve(findPersonalData(text));
    const { found, turn } = look([phone], {}, find);
    await until(() => tries === 1, 'the search that fails');
    await settle();
    turn(phone, card);
    await found(2);
  });
});

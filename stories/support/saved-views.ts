import type { SavedView } from '../../src/domain/preferences.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import type { Language } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { PreferencesChangeRequest } from '../../src/events/requests.js';
import { ready, sampleHub } from './samples.js';

const names: Record<Language, readonly string[]> = {
  ko: ['이번 주 환불 문의', 'VIP 고객', '답변이 늦어진 긴급 티켓과 높음 우선순위 티켓'],
  ja: ['今週の返金のお問い合わせ', 'VIPのお客様', '回答が遅れている緊急チケットと優先順位が高のチケット'],
  en: ['Refunds of this week', 'VIP customers', 'Urgent and high tickets whose answer is late'],
};

const queries = [
  'view=all&q=%ED%99%98%EB%B6%88&from=-7d&sort=updatedAt%3Adesc',
  'view=all&name=VIP&sort=createdAt%3Aasc',
  'view=all&priority=urgent%2Chigh&status=processing%2Cpending&sort=createdAt%3Aasc',
];

export function sampleViews(language: Language = 'ko'): SavedView[] {
  return names[language].map((name, index) => ({
    id: `v${index + 1}`,
    name,
    query: queries[index] ?? '',
    columns: [
      { id: 'status', width: null },
      { id: 'subject', width: 320 },
      { id: 'customer', width: null },
      { id: 'updatedAt', width: null },
    ],
  }));
}

/** A hub whose agent saved some views. */
export function savedHub(language: Language = 'ko', views = sampleViews(language)): FakeHub {
  const hub = sampleHub(language);
  hub.preferences.$preferences.set(ready({ ...usualPreferences, views }));
  hub.tickets.$savedCounts.set(
    ready(Object.fromEntries(views.map(({ id }, index) => [id, [12, 3, 1480][index] ?? 0]))),
  );
  return hub;
}

/** Keeps what elements in `host` ask to be kept, as the real hub does. */
export function followPreferences(host: HTMLElement, hub: FakeHub): void {
  host.addEventListener(PreferencesChangeRequest.type, (event) => {
    if (event.defaultPrevented) return;
    const { change, id } = event as PreferencesChangeRequest;
    const others = hub.work.$tasks.get();
    if (id) hub.work.$tasks.set([...others, { id, ticketId: '', action: 'preferences', state: 'running' }]);
    const load = hub.preferences.$preferences.get();
    if ('value' in load && load.value) {
      hub.preferences.$preferences.set(ready({ ...load.value, ...change }));
    }
    if (id) hub.work.$tasks.set(others);
  });
}

import type { CustomerInfo, InquiryItem } from '../../src/domain/customer-info.js';
import { channels, type Channel, type Language, type Settings } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { consoleHub } from './console-hub.js';
import { sampleRows, sampleTicket } from './sample-tickets.js';
import { ready, sampleSettings } from './samples.js';

const labels: Record<Language, readonly [string, string, string, string, string, string]> = {
  ko: ['이름', '이메일', '전화번호', '국가', '회원 등급', '누적 구매액'],
  ja: ['名前', 'Eメール', '電話番号', '国', '会員ランク', '累計購入額'],
  en: ['Name', 'Email', 'Phone', 'Country', 'Member level', 'Bought so far'],
};

export function sampleItems(language: Language = 'ko'): InquiryItem[] {
  const [name, email, phone, nation] = labels[language];
  const item = { options: null, required: false, length: 0, fact: null };
  return [
    { ...item, key: 'userName', label: name, fact: 'name' },
    { ...item, key: 'mail', label: email, fact: 'email', required: true },
    { ...item, key: 'callNum', label: phone, fact: 'phone', length: 20 },
    { ...item, key: 'nation', label: nation, options: ['KR', 'JP', 'US'] },
  ];
}

export function sampleInfo(language: Language = 'ko', change: Partial<CustomerInfo> = {}): CustomerInfo {
  const [name, email, phone, , level, sum] = labels[language];
  return {
    outcome: 'found',
    items: [
      { key: 'name', label: name, value: sampleTicket(language).customer?.name ?? '', fact: 'name' },
      { key: 'mail', label: email, value: 'new.address@example.com', fact: 'email' },
      { key: 'tel', label: phone, value: '010-2345-6789', fact: 'phone' },
      { key: 'grade', label: level, value: 'VIP', fact: null },
      { key: 'sum', label: sum, value: '1,284,000', fact: null },
    ],
    tickets: sampleRows(6, language).slice(0, 5),
    ...change,
  };
}

/** A service whose link is asked as tickets of these channels open. */
export function infoSettings(language: Language = 'ko', autoLookUp: readonly Channel[] = channels): Settings {
  return { ...sampleSettings(language), inquiryItems: sampleItems(language), autoLookUp };
}

/** A hub with a ticket open and a link that answers. */
export function infoHub(
  language: Language = 'ko',
  answer: () => Promise<CustomerInfo> = () => Promise.resolve(sampleInfo(language)),
): FakeHub {
  const hub = consoleHub(language, 1);
  hub.session.$settings.set(ready(infoSettings(language)));
  Object.assign(hub.customers, { lookUp: answer });
  return hub;
}

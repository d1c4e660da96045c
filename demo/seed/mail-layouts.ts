import type { MailSettings } from '../server/db/schema.js';
import type { Language } from '../../src/domain/types.js';

interface Shop {
  /** By language, as it signs. */
  readonly names: Readonly<Record<Language, string>>;
  readonly address: string;
  readonly phone: string;
  readonly hours: Readonly<Record<Language, string>>;
  readonly colour: string;
}

interface Words {
  readonly greeting: string;
  readonly signature: string;
  readonly held: string;
  readonly reply: string;
  readonly number: string;
}

const words: Readonly<Record<Language, Words>> = {
  ko: {
    greeting: '{{customer.name}} 고객님, 안녕하세요.',
    signature: '감사합니다.<br>{{agent.name}} 드림',
    held: '문의하신 내용을 확인하고 있습니다. 확인되는 대로 다시 안내해 드리겠습니다.',
    reply: '추가로 궁금하신 점은 이 메일에 회신해 주세요.',
    number: '접수 번호',
  },
  ja: {
    greeting: '{{customer.name}} 様',
    signature: '今後ともよろしくお願いいたします。<br>担当 {{agent.name}}',
    held: 'お問い合わせの内容を確認しております。確認でき次第、あらためてご連絡いたします。',
    reply: 'ご不明な点がございましたら、このメールにご返信ください。',
    number: '受付番号',
  },
  en: {
    greeting: 'Dear {{customer.name}},',
    signature: 'Kind regards<br>{{agent.name}}',
    held: 'We are looking into your enquiry and will write again as soon as we know more.',
    reply: 'If anything is left open, please answer this mail.',
    number: 'Enquiry',
  },
};

const font = "font-family: 'Apple SD Gothic Neo', 'Malgun Gothic', 'Hiragino Sans', Meiryo, Arial, sans-serif";

/** A header with the name, the answer, a signature, and a footer with where and when the shop is there. */
function layout(shop: Shop, language: Language, held: boolean): string {
  const { greeting, signature, reply, number } = words[language];
  const notice = held
    ? `<p style="border-left: 3px solid ${shop.colour}; padding-left: 12px; color: #555555">${words[language].held}</p>`
    : '';
  return [
    `<table width="100%" cellpadding="0" cellspacing="0" style="max-width: 640px; ${font}; font-size: 14px; line-height: 1.7; color: #222222">`,
    `<tbody><tr><td style="background-color: ${shop.colour}; color: #ffffff; padding: 16px 24px; font-size: 16px; font-weight: bold">${shop.names[language]}</td></tr>`,
    `<tr><td style="padding: 24px"><p>${greeting}</p>${notice}<div>{{content}}</div><p>${signature}<br>${shop.names[language]}</p></td></tr>`,
    `<tr><td style="border-top: 1px solid #dddddd; padding: 16px 24px; font-size: 12px; color: #666666">${reply}<br>${number} {{ticket.id}} · ${shop.phone} · ${shop.hours[language]}<br>${shop.address}</td></tr></tbody></table>`,
  ].join('');
}

const each = <T>(make: (language: Language) => T): Record<Language, T> => ({
  ko: make('ko'),
  ja: make('ja'),
  en: make('en'),
});

/** How a shop's answers look, in three languages. */
export function shopMail(senderAddress: string, shop: Shop, language: Language): MailSettings {
  return {
    senderName: shop.names[language],
    senderAddress,
    senderNames: shop.names,
    layouts: each((one) => layout(shop, one, false)),
    holdLayouts: each((one) => layout(shop, one, true)),
  };
}

export const skyShop: Shop = {
  names: { ko: '하늘상점 고객센터', ja: 'ハヌル商店 カスタマーセンター', en: 'Haneul Store Customer Care' },
  address: '서울특별시 성동구 하늘로 12, 하늘상점',
  phone: '02-000-1234',
  hours: { ko: '평일 9:00–18:00', ja: '平日 9:00–18:00（韓国時間）', en: 'Mon–Fri 9:00–18:00 (KST)' },
  colour: '#2b5fb8',
};

export const soraStore: Shop = {
  names: { ko: '소라 스토어 고객지원', ja: 'そらストア サポート', en: 'Sora Store Support' },
  address: '東京都台東区そら町 3-4-5 そらストア',
  phone: '03-0000-5678',
  hours: { ko: '평일 10:00–17:00 (일본 시간)', ja: '平日 10:00–17:00', en: 'Mon–Fri 10:00–17:00 (JST)' },
  colour: '#0f7a6c',
};

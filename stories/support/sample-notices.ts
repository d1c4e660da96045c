import type { Notice } from '../../src/domain/notices.js';
import type { Language } from '../../src/domain/types.js';

/** A moment on the service's calendar: nine in the morning in Seoul and Tokyo. */
const at = (month: number, day: number): number => Date.UTC(2026, month - 1, day);

const texts: Readonly<Record<Language, readonly (readonly [title: string, html: string])[]>> = {
  ko: [
    [
      '11월 24일(화) 02:00~04:00 결제 시스템 점검: 환불 문의는 “점검 안내” 템플릿으로 답해 주세요',
      '<p>아래 시간에는 결제와 환불이 되지 않습니다.</p><ul><li>점검: 11월 24일(화) 02:00~04:00</li><li>환불 접수는 점검이 끝난 뒤 순서대로 처리됩니다.</li></ul><p>고객에게는 <b>점검 안내</b> 템플릿으로 답하고, 급한 건은 결제팀 담당자에게 전달해 주세요.</p>',
    ],
    ['연말 배송 지연 안내 문구가 바뀌었습니다', '<p>새 문구는 템플릿 <b>배송 지연(연말)</b>에 있습니다.</p>'],
    ['개인정보가 담긴 첨부파일은 반드시 마스킹해 주세요', '<p>신분증, 통장 사본은 받은 즉시 마스킹합니다.</p>'],
  ],
  ja: [
    [
      '11月24日（火）02:00～04:00 決済システム点検：返金のお問い合わせは「点検案内」テンプレートで回答してください',
      '<p>下記の時間は決済と返金ができません。</p><ul><li>点検：11月24日（火）02:00～04:00</li><li>返金は点検終了後に順次処理します。</li></ul><p>お客様には<b>点検案内</b>テンプレートで回答し、急ぎの件は決済チームの担当者へ渡してください。</p>',
    ],
    ['年末の配送遅延の案内文が変わりました', '<p>新しい文面はテンプレート<b>配送遅延（年末）</b>にあります。</p>'],
    [
      '個人情報を含む添付ファイルは必ずマスキングしてください',
      '<p>身分証や通帳の写しは受け取り次第マスキングします。</p>',
    ],
  ],
  en: [
    [
      'Payment maintenance on Tue 24 November, 02:00–04:00: answer refund inquiries with the template “Maintenance”',
      '<p>Payments and refunds are not possible in this time.</p><ul><li>Maintenance: Tue 24 November, 02:00–04:00</li><li>Refunds are worked off afterwards, in order.</li></ul><p>Answer customers with the template <b>Maintenance</b>, and pass urgent cases on to the payment team.</p>',
    ],
    ['The wording for late parcels at the end of the year has changed', '<p>See the template <b>Late parcel</b>.</p>'],
    [
      'Attachments with personal data must be masked',
      '<p>Mask identity cards and bank books as soon as they arrive.</p>',
    ],
  ],
};

/** Pinned notices, of which as many as told are unread. */
export function sampleNotices(language: Language = 'ko', unread = 2): readonly Notice[] {
  return texts[language].map(([title, html], index) => ({
    noticeId: index + 1,
    title,
    html,
    styles: [],
    pinned: true,
    from: at(11, 20 - index),
    until: index === 0 ? at(11, 25) : null,
    updatedAt: at(11, 20 - index),
    read: index >= unread,
  }));
}

import type { Language } from '../../src/domain/types.js';
import type { SeedService } from './organisation.js';

type ByLanguage = Readonly<Record<Language, string>>;

/** A heading, a tag or a category, told apart by a word of its own. */
export interface SeedLabel {
  readonly key: string;
  readonly kind: 'heading' | 'tag' | 'faq';
  readonly parent?: string;
  readonly names: ByLanguage;
}

export interface SeedArticle {
  readonly kind: 'notice' | 'faq';
  readonly audience: 'customers' | 'agents';
  readonly label: string | null;
  readonly tags?: readonly string[];
  readonly top?: boolean;
  readonly recommended?: boolean;
  readonly draft?: boolean;
  /** When it began to be told, and how long it is; in days. */
  readonly daysAgo: number;
  readonly days?: number;
  readonly read?: number;
  readonly titles: ByLanguage;
  readonly bodies: ByLanguage;
  /** A picture in the text, where `{picture}` stands. */
  readonly picture?: boolean;
  /** A text file beside it. */
  readonly file?: { readonly names: ByLanguage; readonly text: string };
}

export interface SeedHelpCenter {
  readonly labels: readonly SeedLabel[];
  readonly articles: readonly SeedArticle[];
  /** The picture at its head. */
  readonly profileUrl: string | null;
}

function three(ko: string, ja: string, en: string): ByLanguage {
  return { ko, ja, en };
}

function label(kind: SeedLabel['kind'], key: string, names: ByLanguage, parent?: string): SeedLabel {
  return { kind, key, names, ...(parent !== undefined && { parent }) };
}

const shopLabels: readonly SeedLabel[] = [
  label('heading', 'guide', three('안내', 'ご案内', 'Information')),
  label('heading', 'check', three('점검', 'メンテナンス', 'Maintenance')),
  label('heading', 'event', three('이벤트', 'イベント', 'Event')),
  label('tag', 'delivery', three('배송', '配送', 'Delivery')),
  label('tag', 'payment', three('결제', 'お支払い', 'Payment')),
  label('tag', 'member', three('회원', '会員', 'Member')),
  label('tag', 'holiday', three('연휴', '連休', 'Holidays')),
  label('faq', 'order', three('주문·배송', 'ご注文・配送', 'Orders and delivery')),
  label('faq', 'arrival', three('배송 조회', '配送状況', 'Where is my parcel'), 'order'),
  label('faq', 'change', three('주문 변경·취소', 'ご注文の変更・キャンセル', 'Changing or cancelling'), 'order'),
  label('faq', 'money', three('결제·환불', 'お支払い・返金', 'Payment and refunds')),
  label('faq', 'refund', three('환불', '返金', 'Refunds'), 'money'),
  label('faq', 'account', three('회원', '会員', 'Account')),
];

const shopNotices: readonly SeedArticle[] = [
  {
    kind: 'notice',
    audience: 'customers',
    label: 'guide',
    tags: ['delivery', 'holiday'],
    top: true,
    daysAgo: 3,
    read: 412,
    titles: three('연휴 기간 배송 안내', '連休期間中の配送について', 'Delivery during the holidays'),
    bodies: three(
      '<p>연휴 기간에는 택배사 사정으로 배송이 <b>2–3일</b> 늦어집니다.</p><ul><li>연휴 전 마지막 출고: 금요일 오후 2시까지 결제한 주문</li><li>연휴 후 첫 출고: 다음 주 화요일</li></ul><p>신선식품은 연휴 기간에 출고하지 않습니다. 자세한 일정은 첨부파일을 확인해 주세요.</p>',
      '<p>連休期間中は配送会社の都合により、お届けが<b>2～3日</b>遅れます。</p><ul><li>連休前の最終出荷：金曜日14時までにお支払いのご注文</li><li>連休後の最初の出荷：翌週火曜日</li></ul><p>生鮮食品は連休期間中は出荷いたしません。詳しい日程は添付ファイルをご確認ください。</p>',
      '<p>Parcels take <b>two or three days</b> longer during the holidays.</p><ul><li>Last dispatch before them: orders paid by Friday, 2 pm</li><li>First dispatch after them: Tuesday of the next week</li></ul><p>Fresh food is not sent meanwhile. The attached file has all the days.</p>',
    ),
    file: {
      names: three('연휴 배송 일정.txt', '連休中の配送日程.txt', 'Delivery days.txt'),
      text: 'Fri  14:00  last dispatch / 마지막 출고 / 最終出荷\r\nTue  10:00  first dispatch / 첫 출고 / 最初の出荷\r\n',
    },
  },
  {
    kind: 'notice',
    audience: 'customers',
    label: 'check',
    tags: ['payment'],
    daysAgo: 0,
    days: 14,
    read: 57,
    titles: three(
      '카드사 점검으로 인한 결제 제한',
      'カード会社のメンテナンスについて',
      'Card payments paused for an hour',
    ),
    bodies: three(
      '<p>카드사 시스템 점검으로 일요일 <b>02:00–03:00</b>에는 신용카드로 결제할 수 없습니다. 계좌 이체와 적립금은 이용할 수 있습니다.</p>',
      '<p>カード会社のシステムメンテナンスのため、日曜日<b>2:00～3:00</b>はクレジットカードをご利用いただけません。銀行振込とポイントはご利用いただけます。</p>',
      '<p>Cards cannot be used on Sunday from <b>2 to 3 am</b>, while their company works on its systems. Bank transfer and points work as always.</p>',
    ),
  },
  {
    kind: 'notice',
    audience: 'customers',
    label: 'guide',
    tags: ['member'],
    daysAgo: 12,
    read: 1_204,
    titles: three('개인정보 처리방침 개정 안내', 'プライバシーポリシー改定のお知らせ', 'Our privacy policy changes'),
    bodies: three(
      '<p>문의 내역의 보관 기간을 명확히 하기 위해 개인정보 처리방침을 개정합니다.</p><table style="border-collapse: collapse"><tbody><tr><th style="border: 1px solid #cccccc; padding: 6px">항목</th><th style="border: 1px solid #cccccc; padding: 6px">보관 기간</th></tr><tr><td style="border: 1px solid #cccccc; padding: 6px">문의 내역</td><td style="border: 1px solid #cccccc; padding: 6px">3년</td></tr></tbody></table>',
      '<p>お問い合わせ履歴の保管期間を明確にするため、プライバシーポリシーを改定いたします。</p><table style="border-collapse: collapse"><tbody><tr><th style="border: 1px solid #cccccc; padding: 6px">項目</th><th style="border: 1px solid #cccccc; padding: 6px">保管期間</th></tr><tr><td style="border: 1px solid #cccccc; padding: 6px">お問い合わせ履歴</td><td style="border: 1px solid #cccccc; padding: 6px">3年</td></tr></tbody></table>',
      '<p>It now says how long we keep what you write to us.</p><table style="border-collapse: collapse"><tbody><tr><th style="border: 1px solid #cccccc; padding: 6px">What</th><th style="border: 1px solid #cccccc; padding: 6px">How long</th></tr><tr><td style="border: 1px solid #cccccc; padding: 6px">Inquiries</td><td style="border: 1px solid #cccccc; padding: 6px">Three years</td></tr></tbody></table>',
    ),
  },
  {
    kind: 'notice',
    audience: 'customers',
    label: 'event',
    daysAgo: 20,
    read: 2_318,
    titles: three('캠핑용품 후기 이벤트', 'キャンプ用品レビューキャンペーン', 'Tell us about your camping gear'),
    bodies: three(
      '<p>캠핑용품을 구매하고 사진 후기를 남기신 고객 100분께 적립금 5,000원을 드립니다.</p>',
      '<p>キャンプ用品をご購入のうえ、写真付きレビューをご投稿いただいたお客様100名様に500ポイントを進呈いたします。</p>',
      '<p>A hundred customers who post a review with a picture get points worth 5 dollars.</p>',
    ),
  },
  {
    kind: 'notice',
    audience: 'customers',
    label: 'guide',
    daysAgo: -10,
    titles: three('고객센터 운영시간 변경', 'カスタマーセンター営業時間の変更', 'New hours of our support'),
    bodies: three(
      '<p>평일 운영시간이 09:00–18:00에서 <b>10:00–19:00</b>로 바뀝니다.</p>',
      '<p>平日の営業時間が9:00～18:00から<b>10:00～19:00</b>に変わります。</p>',
      '<p>On weekdays we answer from <b>10 am to 7 pm</b> instead of 9 am to 6 pm.</p>',
    ),
  },
  {
    kind: 'notice',
    audience: 'customers',
    label: 'event',
    draft: true,
    daysAgo: 1,
    titles: three('연말 감사제 (초안)', '年末感謝祭(下書き)', 'End of the year sale (draft)'),
    bodies: three('<p>할인율 확정 필요</p>', '<p>割引率は未定</p>', '<p>Rates to be decided</p>'),
  },
  {
    kind: 'notice',
    audience: 'agents',
    label: 'guide',
    top: true,
    daysAgo: 1,
    titles: three(
      '연휴 배송 지연 문의 답변 기준',
      '連休中の配送遅延に関する回答基準',
      'How to answer about late holiday parcels',
    ),
    bodies: three(
      '<p>연휴 배송 지연 문의에는 <b>‘배송 지연 안내’ 템플릿</b>을 사용하고, 접수유형은 ‘배송 지연’으로 맞춰 주세요. 보상 적립금은 <b>팀장 승인</b> 후에만 안내합니다.</p>',
      '<p>連休中の配送遅延には<b>「配送遅延のご案内」テンプレート</b>を使い、受付タイプは「配送遅延」に揃えてください。補償ポイントは<b>リーダーの承認後</b>にのみご案内します。</p>',
      '<p>Use the template <b>“Order on its way”</b> and the submission type for late parcels. Promise points only <b>after your lead agreed</b>.</p>',
    ),
  },
  {
    kind: 'notice',
    audience: 'agents',
    label: 'check',
    top: true,
    daysAgo: 2,
    days: 30,
    titles: three(
      '정산 시스템 점검: 환불 조회 불가',
      '精算システムのメンテナンス：返金照会不可',
      'No refunds on Saturday night',
    ),
    bodies: three(
      '<p>토요일 22:00–24:00에 정산 시스템을 점검합니다. 이 시간의 환불 문의는 <b>보류</b>로 처리하고 일요일 오전에 이어서 답변해 주세요.</p>',
      '<p>土曜日22:00～24:00に精算システムのメンテナンスを行います。この時間の返金のお問い合わせは<b>保留</b>で処理し、日曜日の午前に回答してください。</p>',
      '<p>Accounting is down on Saturday from 10 pm to midnight. Put refund questions on <b>Pending</b> and answer them on Sunday morning.</p>',
    ),
  },
  {
    kind: 'notice',
    audience: 'agents',
    label: 'guide',
    daysAgo: 9,
    titles: three('신규 상담원 교육 자료', '新人オペレーター研修資料', 'Training for new agents'),
    bodies: three(
      '<p>이번 주 목요일 16:00에 교육이 있습니다.</p>',
      '<p>今週木曜日16:00に研修があります。</p>',
      '<p>There is a training on Thursday at 4 pm.</p>',
    ),
  },
];

function answer(
  category: string,
  daysAgo: number,
  titles: ByLanguage,
  bodies: ByLanguage,
  more: Partial<SeedArticle> = {},
): SeedArticle {
  return { kind: 'faq', audience: 'customers', label: category, daysAgo, titles, bodies, ...more };
}

const shopAnswers: readonly SeedArticle[] = [
  answer(
    'arrival',
    90,
    three('주문한 상품은 언제 도착하나요?', '注文した商品はいつ届きますか？', 'When does my order arrive?'),
    three(
      '<p>결제 후 영업일 기준 <b>1–3일</b> 안에 도착합니다. 배송 상황은 <a href="https://shop.demo.example/orders">주문 조회</a>에서 확인할 수 있습니다.</p>',
      '<p>お支払い後、<b>1～3営業日</b>でお届けします。配送状況は<a href="https://shop.demo.example/orders">注文照会</a>でご確認いただけます。</p>',
      '<p>Within <b>one to three working days</b> of your payment. You can follow it under <a href="https://shop.demo.example/en/orders">My orders</a>.</p>',
    ),
    { top: true, recommended: true, read: 8_410 },
  ),
  answer(
    'arrival',
    60,
    three('상품이 파손되어 도착했어요.', '商品が破損していました。', 'My parcel arrived damaged.'),
    three(
      '<p>아래 그림처럼 <b>파손된 곳과 송장이 함께 보이도록</b> 사진을 찍어 1:1 문의에 올려 주세요. 확인 후 바로 재발송합니다.</p><p>{picture}</p>',
      '<p>下の写真のように<b>破損箇所と送り状が一緒に写るように</b>撮影し、お問い合わせに添付してください。確認後すぐに再発送いたします。</p><p>{picture}</p>',
      '<p>Take a picture that shows <b>the damage and the label</b>, as below, and attach it to an inquiry. We send a new one as soon as we saw it.</p><p>{picture}</p>',
    ),
    { picture: true, read: 1_933 },
  ),
  answer(
    'change',
    75,
    three('배송지를 바꿀 수 있나요?', '配送先を変更できますか？', 'Can I change the address?'),
    three(
      '<p>상품이 <b>출고되기 전</b>이면 주문 조회에서 직접 바꿀 수 있습니다. 출고 후에는 택배사에 요청해야 합니다.</p>',
      '<p><b>出荷前</b>であれば注文照会からご自身で変更いただけます。出荷後は配送会社へのご依頼が必要です。</p>',
      '<p><b>Before it is sent</b> you can do so yourself under My orders. After that, please ask the carrier.</p>',
    ),
    { recommended: true, read: 3_120 },
  ),
  answer(
    'change',
    48,
    three('주문을 취소하고 싶어요.', '注文をキャンセルしたいです。', 'How do I cancel an order?'),
    three(
      '<ol><li>주문 조회에서 주문을 엽니다.</li><li>‘주문 취소’를 누릅니다.</li><li>취소 사유를 고릅니다.</li></ol>',
      '<ol><li>注文照会で注文を開きます。</li><li>「注文キャンセル」を押します。</li><li>キャンセル理由を選びます。</li></ol>',
      '<ol><li>Open the order under My orders.</li><li>Press “Cancel”.</li><li>Choose why.</li></ol>',
    ),
    { read: 2_467 },
  ),
  answer(
    'refund',
    110,
    three('환불은 얼마나 걸리나요?', '返金にはどのくらいかかりますか？', 'How long does a refund take?'),
    three(
      '<p>신용카드는 영업일 <b>3–5일</b>, 계좌 이체는 영업일 <b>1–2일</b>이 걸립니다.</p>',
      '<p>クレジットカードは<b>3～5営業日</b>、銀行振込は<b>1～2営業日</b>かかります。</p>',
      '<p><b>Three to five</b> working days to a card, <b>one or two</b> to a bank account.</p>',
    ),
    { top: true, read: 6_702 },
  ),
  answer(
    'money',
    30,
    three('현금영수증은 어떻게 발급하나요?', '領収書はどのように発行できますか？', 'Where do I get a receipt?'),
    three(
      '<p>주문 상세에서 ‘현금영수증 신청’을 누르면 다음 날 발급됩니다.</p>',
      '<p>注文詳細の「領収書を発行」を押すと、翌日に発行されます。</p>',
      '<p>Press “Receipt” in the order; it is there the next day.</p>',
    ),
    { read: 840 },
  ),
  answer(
    'account',
    130,
    three('비밀번호를 잊어버렸어요.', 'パスワードを忘れました。', 'I forgot my password.'),
    three(
      '<p>로그인 화면의 <b>비밀번호 찾기</b>에서 가입한 이메일로 재설정 링크를 받을 수 있습니다.</p>',
      '<p>ログイン画面の<b>パスワードをお忘れの方</b>から、ご登録のEメールに再設定リンクを受け取れます。</p>',
      '<p>Under <b>Forgot password</b> you get a link to the email with which you signed up.</p>',
    ),
    { recommended: true, read: 5_021 },
  ),
  answer(
    'account',
    25,
    three(
      '탈퇴하면 적립금은 어떻게 되나요?',
      '退会するとポイントはどうなりますか？',
      'What becomes of my points when I leave?',
    ),
    three(
      '<p>탈퇴하면 적립금은 <b>바로 소멸</b>되며 되돌릴 수 없습니다.</p>',
      '<p>退会するとポイントは<b>すぐに失効</b>し、元に戻せません。</p>',
      '<p>They are <b>gone at once</b> and cannot be brought back.</p>',
    ),
    { read: 312 },
  ),
];

const issueLabels: readonly SeedLabel[] = [
  label('heading', 'release', three('배포', 'リリース', 'Release')),
  label('tag', 'app', three('앱', 'アプリ', 'App')),
  label('faq', 'howto', three('이관 방법', '移管の方法', 'Transfers')),
];

const issueArticles: readonly SeedArticle[] = [
  {
    kind: 'notice',
    audience: 'agents',
    label: 'release',
    tags: ['app'],
    top: true,
    daysAgo: 1,
    titles: three('앱 4.2.0 배포 후 확인할 점', 'アプリ4.2.0リリース後の確認事項', 'After the release of app 4.2.0'),
    bodies: three(
      '<p>로그인 오류 수정이 포함됩니다. 같은 증상의 티켓은 <b>앱 버전</b>을 확인한 뒤 답변해 주세요.</p>',
      '<p>ログインエラーの修正が含まれます。同じ症状のチケットは<b>アプリバージョン</b>を確認してから回答してください。</p>',
      '<p>It mends the failed sign-in. Look at the <b>app version</b> before you answer tickets about it.</p>',
    ),
  },
  {
    kind: 'notice',
    audience: 'customers',
    label: 'release',
    tags: ['app'],
    daysAgo: 5,
    read: 36,
    titles: three('앱 4.2.0 변경 사항', 'アプリ4.2.0の変更点', 'What is new in app 4.2.0'),
    bodies: three(
      '<p>로그인과 배송 조회가 빨라졌습니다.</p>',
      '<p>ログインと配送照会が速くなりました。</p>',
      '<p>Signing in and following parcels is faster.</p>',
    ),
  },
  answer(
    'howto',
    40,
    three('이슈를 이관할 때 무엇을 적나요?', 'イシュー移管時に何を書きますか？', 'What do I write in a transfer?'),
    three(
      '<p>발생 기기, 앱 버전, 재현 순서를 적어 주세요.</p>',
      '<p>発生端末、アプリバージョン、再現手順を書いてください。</p>',
      '<p>Device, app version, and how to make it happen.</p>',
    ),
    { top: true, read: 64 },
  ),
];

export const seedHelpCenters: Readonly<Record<SeedService['serviceId'], SeedHelpCenter>> = {
  demo: {
    labels: shopLabels,
    articles: [...shopNotices, ...shopAnswers],
    profileUrl: 'https://shop.demo.example/images/help-center.jpg',
  },
  demojp: { labels: shopLabels, articles: [...shopNotices, ...shopAnswers], profileUrl: null },
  demoissue: { labels: issueLabels, articles: issueArticles, profileUrl: null },
};

/** The submission types of the demo in the languages that are not their service's, by their names. */
export const submissionTypeNames: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  주문: { ja: '注文', en: 'Orders' },
  '주문 변경': { ja: '注文変更', en: 'Changing an order' },
  '주문 취소': { ja: '注文キャンセル', en: 'Cancelling an order' },
  배송: { ja: '配送', en: 'Delivery' },
  '배송 지연': { ja: '配送遅延', en: 'Late delivery' },
  '배송지 변경': { ja: '配送先変更', en: 'Change of address' },
  '파손·분실': { ja: '破損・紛失', en: 'Damaged or lost' },
  '결제·환불': { ja: 'お支払い・返金', en: 'Payment and refunds' },
  '결제 오류': { ja: '決済エラー', en: 'Failed payment' },
  '환불 문의': { ja: '返金のお問い合わせ', en: 'Refund' },
  회원: { ja: '会員', en: 'Account' },
  로그인: { ja: 'ログイン', en: 'Sign-in' },
  '개인정보 변경': { ja: '個人情報の変更', en: 'Change of personal data' },
  탈퇴: { ja: '退会', en: 'Leaving' },
  기타: { ja: 'その他', en: 'Other' },
  注文: { ko: '주문', en: 'Orders' },
  注文変更: { ko: '주문 변경', en: 'Changing an order' },
  キャンセル: { ko: '취소', en: 'Cancelling' },
  配送: { ko: '배송', en: 'Delivery' },
  配送遅延: { ko: '배송 지연', en: 'Late delivery' },
  破損・紛失: { ko: '파손·분실', en: 'Damaged or lost' },
  返金: { ko: '환불', en: 'Refunds' },
  会員: { ko: '회원', en: 'Account' },
  ログイン: { ko: '로그인', en: 'Sign-in' },
  오류: { ja: '不具合', en: 'Failures' },
  앱: { ja: 'アプリ', en: 'App' },
  웹: { ja: 'ウェブ', en: 'Web' },
  물류: { ja: '物流', en: 'Logistics' },
  '배송 추적': { ja: '配送追跡', en: 'Tracking' },
  요청: { ja: '依頼', en: 'Requests' },
};

import type { TemplateDraft } from '../../src/domain/templates.js';
import type { TriggerDraft } from '../../src/domain/triggers.js';
import type { SeedService } from './organisation.js';

/** A template of the demo; its handling type is told by name. */
export interface SeedTemplate extends Pick<TemplateDraft, 'name' | 'code' | 'html'> {
  readonly handlingType?: string;
  /** Without an owner, everybody in the service has it. */
  readonly owner?: string;
  readonly used: number;
}

/** A trigger of the demo; a condition on the submission type tells its name. */
export type SeedTrigger = Omit<TriggerDraft, 'triggerId' | 'version'>;

export interface SeedAnswers {
  readonly forbidden: readonly string[];
  readonly templates: readonly SeedTemplate[];
  readonly triggers: readonly SeedTrigger[];
}

const forbidden = {
  ko: ['바보', '멍청이', '꺼져', '주민등록번호', '계좌 비밀번호', '무조건 환불'],
  ja: ['馬鹿', 'うるさい', 'マイナンバー', '暗証番号', '絶対に返金'],
  en: ['idiot', 'stupid', 'shut up', 'social security number', 'guaranteed refund'],
} as const;

const everyLanguage = [...forbidden.ko, ...forbidden.ja, ...forbidden.en];

/** A table as mail programs show it: every cell says itself how it looks. */
function table(...rows: readonly (readonly string[])[]): string {
  const line = 'border: 1px solid #cccccc; padding: 6px 12px';
  const cells = rows.map((row, index) => {
    const [tag, look] = index === 0 ? ['th', `${line}; background-color: #f5f5f5; text-align: left`] : ['td', line];
    return `<tr>${row.map((text) => `<${tag} style="${look}">${text}</${tag}>`).join('')}</tr>`;
  });
  return `<table style="border-collapse: collapse; font-size: 14px"><tbody>${cells.join('')}</tbody></table>`;
}

const refundTable = {
  ko: table(['결제 수단', '환불까지'], ['신용카드', '영업일 3–5일'], ['계좌 이체', '영업일 1–2일']),
  ja: table(['お支払い方法', '返金まで'], ['クレジットカード', '3–5営業日'], ['銀行振込', '1–2営業日']),
};

const templates: Readonly<Record<SeedService['serviceId'], readonly SeedTemplate[]>> = {
  demo: [
    {
      name: '배송 지연 안내',
      code: 'delay',
      handlingType: '정책 안내',
      used: 214,
      html: '<p>주문하신 상품의 출고가 늦어져 죄송합니다.</p><p>{{ticket.createdAt}}에 문의하신 주문은 <b>영업일 2일 안에</b> 출고됩니다. 배송 상황은 <a href="https://shop.demo.example/orders">주문 조회</a>에서 보실 수 있습니다.</p>',
    },
    {
      name: '환불 절차와 기간',
      code: 'refund',
      handlingType: '환불 처리',
      used: 168,
      html: `<p>환불을 접수했습니다. 결제 수단에 따라 다음과 같이 걸립니다.</p>${refundTable.ko}<p>기간이 지나도 입금되지 않으면 이 메일에 회신해 주세요.</p>`,
    },
    {
      name: '비밀번호 다시 설정',
      code: 'pw',
      handlingType: '이용 방법 안내',
      used: 97,
      html: '<ol><li><a href="https://shop.demo.example/login">로그인 화면</a>에서 ‘비밀번호 찾기’를 누릅니다.</li><li>{{customer.email}}로 온 메일의 링크를 엽니다.</li><li>새 비밀번호를 정합니다.</li></ol>',
    },
    {
      name: '재발송 안내',
      code: 'resend',
      handlingType: '재발송',
      used: 41,
      html: '<p>{{customer.name}} 고객님, 파손된 상품으로 불편을 드려 죄송합니다. 같은 상품을 오늘 다시 보내 드립니다. 받으신 상품은 돌려보내지 않으셔도 됩니다.</p>',
    },
    {
      name: 'Order on its way',
      code: 'eta',
      used: 22,
      html: '<p>Your order has left our warehouse. You can follow it <a href="https://shop.demo.example/en/orders">here</a>; it usually arrives within 3–5 working days.</p>',
    },
    {
      name: '返金のご案内',
      code: 'jpr',
      handlingType: '환불 처리',
      used: 9,
      html: `<p>返金の手続きを承りました。お支払い方法により、次の日数がかかります。</p>${refundTable.ja}`,
    },
    {
      name: '마무리 인사',
      code: 'bye',
      owner: 'agent1',
      used: 305,
      html: '<p>더 궁금하신 점이 있으면 언제든지 {{agent.name}}에게 회신해 주세요. 좋은 하루 보내세요.</p>',
    },
    {
      name: '개발팀 확인 중',
      code: 'dev',
      handlingType: '개발 확인 요청',
      owner: 'agent2',
      used: 12,
      html: '<p>말씀하신 현상을 개발팀이 확인하고 있습니다. 접수 번호 {{ticket.id}}로 결과를 알려 드리겠습니다.</p>',
    },
  ],
  demojp: [
    {
      name: '配送遅延のお詫び',
      code: 'delay',
      handlingType: '使い方の案内',
      used: 64,
      html: '<p>お届けが遅れており、誠に申し訳ございません。</p><p>{{ticket.createdAt}}にお問い合わせいただいたご注文は、<b>2営業日以内</b>に発送いたします。<a href="https://shop.demojp.example/orders">ご注文の状況</a>もご確認ください。</p>',
    },
    {
      name: '返金の手続きと日数',
      code: 'refund',
      handlingType: '返金処理',
      used: 38,
      html: `<p>返金の手続きを承りました。</p>${refundTable.ja}<p>日数を過ぎても入金がない場合は、このメールにご返信ください。</p>`,
    },
    {
      name: 'Refund under way',
      code: 'enr',
      handlingType: '返金処理',
      used: 7,
      html: '<p>Dear {{customer.name}}, we have started your refund. It takes 3–5 working days by card and 1–2 by bank transfer.</p>',
    },
    {
      name: '結びの挨拶',
      code: 'bye',
      owner: 'jpagent',
      used: 88,
      html: '<p>ほかにもご不明な点がございましたら、{{agent.name}}までお気軽にご返信ください。</p>',
    },
  ],
  demoissue: [
    {
      name: '재현 정보 요청',
      code: 'repro',
      handlingType: '재현 불가',
      used: 18,
      html: '<p>같은 현상이 나타나지 않아 다음 정보가 필요합니다.</p><ul><li>기기와 운영 체제</li><li>앱 버전</li><li>현상이 나타난 시각</li></ul>',
    },
  ],
};

const triggers: Readonly<Record<SeedService['serviceId'], readonly SeedTrigger[]>> = {
  demo: [
    {
      name: '회원 탈퇴는 회원·기술에서 차례로',
      active: true,
      match: 'all',
      conditions: [{ fact: 'category', test: 'is', values: ['탈퇴'] }],
      actions: [
        { kind: 'in_turn', groupId: 3 },
        { kind: 'priority', priority: 'high' },
      ],
      last: true,
    },
    {
      name: 'VIP 고객 메일 알림',
      active: true,
      match: 'any',
      conditions: [
        { fact: 'email', test: 'contains', values: ['@vip.example'] },
        { fact: 'usercode', test: 'contains', values: ['vip-'] },
      ],
      actions: [
        { kind: 'priority', priority: 'urgent' },
        {
          kind: 'mail',
          to: ['lead@demo.example'],
          subject: 'VIP 고객 문의가 들어왔습니다',
          text: '접수 번호 {{ticket.id}}\n30분 안에 답변해 주세요.',
        },
      ],
      last: false,
    },
  ],
  demojp: [],
  demoissue: [],
};

/** What the agents of a service of the demo write with, and what is done to its new tickets. */
export const seedAnswers: Readonly<Record<SeedService['serviceId'], SeedAnswers>> = {
  demo: { forbidden: everyLanguage, templates: templates.demo, triggers: triggers.demo },
  demojp: { forbidden: [...forbidden.ja, ...forbidden.en], templates: templates.demojp, triggers: triggers.demojp },
  demoissue: { forbidden: forbidden.ko, templates: templates.demoissue, triggers: triggers.demoissue },
};

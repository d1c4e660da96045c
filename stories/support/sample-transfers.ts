import type { TransferSource } from '../../src/base/hub-context.js';
import type { FieldDefinition } from '../../src/domain/fields.js';
import type { DoorayProject, DoorayTemplate, TransferTargets } from '../../src/domain/transfer.js';
import type { Language } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aTicket, anEntry } from '../../test/support/open-ticket.js';
import { maskedHub } from './masked-ticket.js';

const words = {
  ko: {
    services: ['물류 이슈관리', '결제 이슈관리'],
    types: ['배송', '파손', '분실', '정산', '카드 취소 누락'],
    fields: ['운송장 번호', '처리 희망일', '영향 범위'],
    scopes: ['한 명', '여러 명', '전체'],
    subject: '주문 취소 후 카드 환불이 아직 되지 않았습니다',
    files: ['카드 이용내역 2026-11.pdf', '화면 캡처.png'],
    organizations: ['하늘상점', '하늘물류'],
    projects: ['앱 개발', '물류 시스템', '결제 연동'],
    templates: ['오류 보고', '고객 문의'],
    groups: ['업무 유형', '심각도'],
    tags: ['오류', '문의', '높음', '보통', '낮음', '긴급', '고객 응대'],
    members: ['정개발', '오물류', '한결제'],
    template: ['[오류]', '재현 방법', '기대한 결과'],
  },
  ja: {
    services: ['物流イシュー管理', '決済イシュー管理'],
    types: ['配送', '破損', '紛失', '精算', 'カード取消漏れ'],
    fields: ['送り状番号', '処理希望日', '影響範囲'],
    scopes: ['1名', '複数', '全体'],
    subject: 'ご注文の取消後、カードの返金がまだ確認できません',
    files: ['カード利用明細 2026-11.pdf', '画面キャプチャ.png'],
    organizations: ['そら商店', 'そら物流'],
    projects: ['アプリ開発', '物流システム', '決済連携'],
    templates: ['不具合報告', 'お客様のお問い合わせ'],
    groups: ['業務の種類', '深刻度'],
    tags: ['不具合', '質問', '高', '中', '低', '緊急', '顧客対応'],
    members: ['山田 太郎', '鈴木 花子', '高橋 蓮'],
    template: ['[不具合]', '再現手順', '期待した結果'],
  },
  en: {
    services: ['Logistics issues', 'Payment issues'],
    types: ['Delivery', 'Damaged', 'Lost', 'Settlement', 'Card cancellation missing'],
    fields: ['Tracking number', 'Wanted by', 'Who is affected'],
    scopes: ['One customer', 'Several', 'Everybody'],
    subject: 'My card was not refunded after I cancelled the order',
    files: ['Card statement 2026-11.pdf', 'Screenshot.png'],
    organizations: ['Harbour Shop', 'Harbour Logistics'],
    projects: ['App', 'Logistics system', 'Payments'],
    templates: ['Bug report', 'Customer inquiry'],
    groups: ['Kind of work', 'Severity'],
    tags: ['Bug', 'Question', 'High', 'Medium', 'Low', 'Urgent', 'Customer waiting'],
    members: ['Dana Fox', 'Omar Reed', 'Hana Lind'],
    template: ['[Bug]', 'How to reproduce', 'What was expected'],
  },
} as const satisfies Record<Language, unknown>;

function field(code: string, name: string, change: Partial<FieldDefinition>): FieldDefinition {
  const rules = { options: null, required: false, encrypted: false, length: 0, categories: null } as const;
  return { code, owner: 'customer', type: 'text', names: { ko: name, ja: name, en: name }, ...rules, ...change };
}

/** Two issue services, and two organisations of Dooray!. */
export function sampleTargets(language: Language = 'ko'): TransferTargets {
  const { services, types, fields, scopes, organizations, projects } = words[language];
  const [delivery, damaged, lost, settlement, card] = types;
  return {
    issue: [
      {
        serviceId: 'logistics',
        name: services[0],
        submissionTypes: [
          { id: 1, parent: 0, name: delivery },
          { id: 2, parent: 1, name: damaged },
          { id: 3, parent: 1, name: lost },
        ],
        customerFields: [
          field('tracking', fields[0], { required: true, length: 20, categories: [2, 3] }),
          field('wanted', fields[1], { type: 'date' }),
        ],
      },
      {
        serviceId: 'payments',
        name: services[1],
        submissionTypes: [
          { id: 1, parent: 0, name: settlement },
          { id: 2, parent: 1, name: card },
        ],
        customerFields: [field('scope', fields[2], { type: 'dropdown', options: scopes })],
      },
    ],
    dooray: [
      {
        organizationId: '3010000000000000101',
        name: organizations[0],
        projects: projects.map((name, place) => ({ projectId: `303000000000000030${place}`, name })),
      },
      {
        organizationId: '3010000000000000102',
        name: organizations[1],
        projects: [{ projectId: '3030000000000000391', name: projects[1] }],
      },
    ],
  };
}

/** A project with a group of which one tag is needed, one that may be left out, and tags of no group. */
export function sampleProject(language: Language = 'ko'): DoorayProject {
  const { projects, templates, groups, tags, members } = words[language];
  const tag = (place: number, color: string) => ({ tagId: `tag-${place}`, name: tags[place] ?? '', color });
  return {
    projectId: '3030000000000000300',
    name: projects[0],
    templates: [
      { templateId: 'template-1', name: templates[0], isDefault: false },
      { templateId: 'template-2', name: templates[1], isDefault: false },
    ],
    tagGroups: [
      {
        groupId: 'kind',
        name: groups[0],
        mandatory: true,
        selectOne: true,
        tags: [tag(0, '#e5423d'), tag(1, '#2b7de9')],
      },
      {
        groupId: 'severity',
        name: groups[1],
        mandatory: false,
        selectOne: true,
        tags: [tag(2, '#c62828'), tag(3, '#f5a623'), tag(4, '#8bc34a')],
      },
      {
        groupId: null,
        name: '',
        mandatory: false,
        selectOne: false,
        tags: [tag(5, '#f5a623'), { ...tag(6, ''), color: null }],
      },
    ],
    members: members.map((name, place) => ({ memberId: `member-${place}`, name })),
  };
}

export function sampleTemplate(language: Language = 'ko'): DoorayTemplate {
  const [subject, steps, expected] = words[language].template;
  return {
    templateId: 'template-1',
    subject,
    html: `<p><strong>${steps}</strong></p><p><br></p><p><strong>${expected}</strong></p>`,
    tagIds: ['tag-0', 'tag-5'],
    assignees: ['member-0'],
  };
}

/** The ticket that goes: its message has masks, and files came with it. */
export function sampleSource(language: Language = 'ko'): TransferSource {
  const { subject, files } = words[language];
  const hub = maskedHub({ language });
  const history = hub.tickets.$history.get();
  const [inquiry, ...others] = history.status === 'ready' ? history.value : [];
  const [pdf, picture] = files;
  const file = (letter: string, fileName: string, contentType: string, size: number) => ({
    attachmentId: letter.repeat(32),
    fileName,
    contentType,
    size,
    inline: false,
  });
  return {
    ticket: aTicket({ subject }),
    history: [
      anEntry(1, {
        ...inquiry,
        attachments: [file('a', pdf, 'application/pdf', 348_211), file('b', picture, 'image/png', 2_411_008)],
      }),
      ...others,
    ],
  };
}

/** A hub with an open ticket that can go anywhere; what goes where it is sent is asked at once. */
export function transferHub(language: Language = 'ko'): FakeHub {
  const hub = maskedHub({ language });
  const source = sampleSource(language);
  hub.tickets.$current.set({ status: 'ready', value: source.ticket });
  hub.tickets.$history.set({ status: 'ready', value: source.history });
  hub.tickets.$currentId.set(source.ticket.ticketId);
  hub.transfer.source = () => Promise.resolve(source);
  hub.transfer.targets = () => Promise.resolve(sampleTargets(language));
  hub.transfer.project = () => Promise.resolve(sampleProject(language));
  hub.transfer.template = () => Promise.resolve(sampleTemplate(language));
  return hub;
}

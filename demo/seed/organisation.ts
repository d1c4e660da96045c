import type { Tx } from '../server/db/database.js';
import {
  agentGroups,
  agents,
  categories,
  customerInfoLinks,
  fieldDefinitions,
  forbiddenWords,
  groups,
  handlingTypes,
  organizations,
  services,
  templates,
  triggers,
  type MailSettings,
} from '../server/db/schema.js';
import { styledHtml } from '../server/services/mail/inline-styles.js';
import { sanitiseBody } from '../server/services/sanitise.js';
import type { FieldDefinition } from '../../src/domain/fields.js';
import type { Capabilities, Language, Permissions } from '../../src/domain/types.js';
import { seedAnswers } from './answers.js';
import { moveArticleCounters, seedArticlesOf } from './articles.js';
import { seedLinks } from './customer-info.js';
import { seedDooray } from './dooray.js';
import { seedFields } from './fields.js';
import { seedHelpCenters, submissionTypeNames } from './help-center.js';
import { shopMail, skyShop, soraStore } from './mail-layouts.js';

/** Keys that anybody can read: fit for a demo only. */
export const demoKeys = {
  demo: '0123456789abcdef0123456789abcdef',
  demojp: 'fedcba9876543210fedcba9876543210',
  demoissue: '00112233445566778899aabbccddeeff',
} as const;

/** When the templates were written. */
const seededAt = Date.UTC(2026, 0, 5);

export const organizationId = 'AbcdE1fghIj23K4x';

/** By which the demo's organisation vouches for its members: published like the keys of its services. */
export const demoMemberKey = '7cf2828608274a49a3f06152b2188927';

const none: Permissions = {
  forward: false,
  mask: false,
  reveal: false,
  unmask: false,
  purge: false,
  audit: false,
  export: false,
};
const every: Permissions = {
  forward: true,
  mask: true,
  reveal: true,
  unmask: true,
  purge: true,
  audit: true,
  export: true,
};
const trusted: Permissions = { ...none, forward: true, mask: true, reveal: true };

const consultation: Capabilities = {
  phone: true,
  chat: true,
  sms: true,
  security: true,
  dooray: true,
  issueTransfer: true,
  customerInfo: true,
};
const issueDesk: Capabilities = { ...consultation, phone: false, chat: false, sms: false, issueTransfer: false };

const greetings: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  ko: ['안녕하세요. 문의해 주셔서 감사합니다.', '감사합니다.'],
  ja: ['お問い合わせいただきありがとうございます。', '今後ともよろしくお願いいたします。'],
  en: ['Thank you for writing to us.', 'Kind regards'],
};

function mailSettings(senderName: string, senderAddress: string): MailSettings {
  const layout = (language: Language) => {
    const [before, after] = greetings[language];
    return `<p>${before}</p>{{content}}<p>${after}<br>${senderName}</p>`;
  };
  return { senderName, senderAddress, layouts: { ko: layout('ko'), ja: layout('ja'), en: layout('en') } };
}

export interface SeedAgent {
  readonly usercode: string;
  readonly name: string;
  readonly admin?: boolean;
  readonly permissions: Permissions;
  readonly assignable?: boolean;
  readonly groups: readonly number[];
}

type Branch = readonly [name: string, ...leaves: string[]];

export interface SeedService {
  readonly serviceId: keyof typeof demoKeys;
  readonly name: string;
  readonly kind: 'consultation' | 'issue';
  readonly timeZone: string;
  readonly language: Language;
  readonly capabilities: Capabilities;
  readonly mail: MailSettings;
  readonly groups: readonly (readonly [groupId: number, name: string])[];
  readonly agents: readonly SeedAgent[];
  readonly categories: readonly Branch[];
  readonly handlingTypes: readonly Branch[];
}

/** The organisation of the demo. Identifiers are part of the demo: tests and links name them. */
export const organisation: readonly SeedService[] = [
  {
    serviceId: 'demo',
    name: '하늘상점 고객센터',
    kind: 'consultation',
    timeZone: 'Asia/Seoul',
    language: 'ko',
    capabilities: consultation,
    mail: shopMail('help@demo.example', skyShop, 'ko'),
    groups: [
      [1, '주문·배송'],
      [2, '결제·환불'],
      [3, '회원·기술'],
    ],
    agents: [
      { usercode: 'admin1', name: '김서연', admin: true, permissions: every, groups: [1, 2, 3] },
      { usercode: 'agent1', name: '이준호', permissions: trusted, groups: [1, 2] },
      { usercode: 'agent2', name: '박지민', permissions: none, groups: [3] },
      { usercode: 'agent3', name: '최유나', permissions: trusted, assignable: false, groups: [1, 2] },
    ],
    categories: [
      ['주문', '주문 변경', '주문 취소'],
      ['배송', '배송 지연', '배송지 변경', '파손·분실'],
      ['결제·환불', '결제 오류', '환불 문의'],
      ['회원', '로그인', '개인정보 변경', '탈퇴'],
      ['기타'],
    ],
    handlingTypes: [
      ['안내', '이용 방법 안내', '정책 안내'],
      ['처리', '환불 처리', '재발송', '정보 수정'],
      ['전달', '개발 확인 요청', '물류 확인 요청'],
    ],
  },
  {
    serviceId: 'demojp',
    name: 'そらストア サポート',
    kind: 'consultation',
    timeZone: 'Asia/Tokyo',
    language: 'ja',
    capabilities: { ...consultation, sms: false, dooray: false },
    mail: shopMail('help@demojp.example', soraStore, 'ja'),
    groups: [
      [11, '注文・配送'],
      [12, '会員・技術'],
    ],
    agents: [
      { usercode: 'jpadmin', name: '佐藤 葵', admin: true, permissions: every, groups: [11, 12] },
      { usercode: 'jpagent', name: '鈴木 蓮', permissions: trusted, groups: [11] },
    ],
    categories: [
      ['注文', '注文変更', 'キャンセル'],
      ['配送', '配送遅延', '破損・紛失'],
      ['返金'],
      ['会員', 'ログイン'],
    ],
    handlingTypes: [
      ['案内', '使い方の案内'],
      ['処理', '返金処理', '再発送'],
    ],
  },
  {
    serviceId: 'demoissue',
    name: '하늘상점 이슈관리',
    kind: 'issue',
    timeZone: 'Asia/Seoul',
    language: 'ko',
    capabilities: issueDesk,
    mail: mailSettings('하늘상점 이슈관리', 'issue@demo.example'),
    groups: [
      [21, '개발'],
      [22, '물류'],
    ],
    agents: [
      { usercode: 'issueadmin', name: '정하늘', admin: true, permissions: every, groups: [21, 22] },
      { usercode: 'issue1', name: '오민재', permissions: trusted, groups: [21] },
    ],
    categories: [['오류', '앱', '웹'], ['물류', '배송 추적'], ['요청']],
    handlingTypes: [['수정 완료'], ['재현 불가'], ['정책 확인']],
  },
];

interface Numbered {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
}

const trees = new Map<readonly Branch[], readonly Numbered[]>();

/** Numbers of a tree: every service has its own range, so that a number never means two things in a test. */
export function numbered(service: SeedService, tree: 'categories' | 'handlingTypes'): readonly Numbered[] {
  const branches = service[tree];
  const known = trees.get(branches);
  if (known) return known;
  let next = (organisation.indexOf(service) + 1) * 100;
  const nodes = branches.flatMap(([name, ...leaves]) => {
    const parent = ++next;
    return [{ id: parent, parent: 0, name }, ...leaves.map((leaf) => ({ id: ++next, parent, name: leaf }))];
  });
  trees.set(branches, nodes);
  return nodes;
}

async function seedService(tx: Tx, service: SeedService, now: number): Promise<void> {
  const { serviceId, name, kind, timeZone, language, capabilities, mail } = service;
  await tx.insert(services).values({
    serviceId,
    organizationId,
    name,
    kind,
    timeZone,
    language,
    languages: ['ko', 'ja', 'en'],
    editor: 'html',
    capabilities,
    serviceKey: demoKeys[serviceId],
    allowList: [],
    undoSeconds: 5,
    handlingTypeRequired: false,
    mail,
    profileUrl: seedHelpCenters[serviceId].profileUrl,
  });
  await tx.insert(groups).values(service.groups.map(([groupId, name]) => ({ serviceId, groupId, name })));
  await tx.insert(agents).values(
    service.agents.map(({ usercode, name, admin, permissions, assignable = true }) => ({
      serviceId,
      usercode,
      name,
      role: admin ? ('admin' as const) : ('agent' as const),
      permissions,
      assignable,
    })),
  );
  await tx
    .insert(agentGroups)
    .values(
      service.agents.flatMap(({ usercode, groups }) => groups.map((groupId) => ({ serviceId, usercode, groupId }))),
    );
  await tx.insert(categories).values(
    numbered(service, 'categories').map(({ id, parent, name }) => {
      const names = { ...submissionTypeNames[name], [language]: name };
      return { serviceId, categoryId: id, parent, name, names, position: id };
    }),
  );
  await tx.insert(handlingTypes).values(
    numbered(service, 'handlingTypes').map(({ id, parent, name }) => {
      return { serviceId, handlingTypeId: id, parent, name, position: id };
    }),
  );
  await seedFieldsOf(tx, service);
  await seedAnswersOf(tx, service);
  await seedArticlesOf(tx, service, organisation.indexOf(service), now);
}

async function seedAnswersOf(tx: Tx, service: SeedService): Promise<void> {
  const { serviceId } = service;
  const { forbidden, templates: texts, triggers: rules } = seedAnswers[serviceId];
  const idIn = (tree: 'categories' | 'handlingTypes', name: string | undefined) =>
    numbered(service, tree).find((node) => node.name === name)?.id ?? null;
  await tx.insert(forbiddenWords).values(forbidden.map((word) => ({ serviceId, word })));
  await tx.insert(templates).values(
    texts.map(({ handlingType, html, ...one }) => ({
      serviceId,
      ...one,
      handlingTypeId: idIn('handlingTypes', handlingType),
      html: styledHtml(sanitiseBody({ html })),
      updatedAt: seededAt,
    })),
  );
  if (rules.length === 0) return;
  await tx.insert(triggers).values(
    rules.map(({ conditions, ...rule }, position) => ({
      serviceId,
      ...rule,
      position,
      conditions: conditions.map((one) =>
        one.fact === 'category' ? { ...one, values: one.values.map((name) => String(idIn('categories', name))) } : one,
      ),
    })),
  );
}

/** Numbers of the submission types at the top, in order. */
export function topCategories(service: SeedService): readonly number[] {
  return numbered(service, 'categories').flatMap(({ id, parent }) => (parent === 0 ? [id] : []));
}

/** A type at the top and those below it. */
function branchOf(service: SeedService, place: number): readonly number[] {
  const top = topCategories(service)[place];
  return numbered(service, 'categories').flatMap(({ id, parent }) => (id === top || parent === top ? [id] : []));
}

function cleanHints(hints: FieldDefinition['hints'] = {}): NonNullable<FieldDefinition['hints']> {
  return Object.fromEntries(Object.entries(hints).map(([language, html]) => [language, sanitiseBody({ html }).html]));
}

async function seedFieldsOf(tx: Tx, service: SeedService): Promise<void> {
  await tx.insert(fieldDefinitions).values(
    seedFields[service.serviceId].map(
      ({ code, owner, type, names, hints, placeholders, options, required, encrypted, length, matters }, index) => {
        const categories = matters?.flatMap((place) => branchOf(service, place)) ?? null;
        const { serviceId } = service;
        return {
          serviceId,
          code,
          owner,
          type,
          names,
          hints: cleanHints(hints),
          placeholders,
          options,
          required,
          encrypted,
          length,
          categories,
          position: index,
        };
      },
    ),
  );
}

/** Services, agents, groups, types, fields, links, templates, triggers and help centers, without tickets. */
export async function seedOrganisation(tx: Tx, now = seededAt, origin?: string): Promise<void> {
  await tx.insert(organizations).values({ organizationId, memberKey: demoMemberKey });
  for (const service of organisation) await seedService(tx, service, now);
  await tx.insert(customerInfoLinks).values([...seedLinks]);
  await seedDooray(tx, origin);
  await moveArticleCounters(tx);
}

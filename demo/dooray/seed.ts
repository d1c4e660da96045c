import { Identifiers } from './identifiers.js';
import type { DoorayState, Member, Project, Tag, Workflow, WorkflowClass } from './state.js';

/** Identifiers, tokens and names that the demo and its tests know. */
export const seeded = {
  organizationId: '3010000000000000101',
  organizationName: '하늘상점',
  domain: 'skyshop',
  organizationToken: 'demo-organisation-token',
  /** Of the people at the project page. */
  developerToken: 'demo-developer-token',
  /** Of an agent who has a key of his own. */
  agentToken: 'demo-agent-token',
  members: {
    desk: '3020000000000000201',
    developer: '3020000000000000203',
    logistics: '3020000000000000205',
    agent: '3020000000000000207',
    stranger: '3020000000000000299',
  },
  projects: { app: '3030000000000000301', logistics: '3030000000000000303', strange: '3030000000000000399' },
  tags: { bug: '3040000000000000401', question: '3040000000000000403', urgent: '3040000000000000405' },
  templates: { report: '3050000000000000501', delay: '3050000000000000503' },
  otherOrganizationId: '3010000000000000199',
  otherOrganizationToken: 'demo-other-organisation-token',
} as const;

const organizationId = seeded.organizationId;
const { members, projects, tags, templates } = seeded;

function member(id: string, name: string, userCode: string, email: string, of: string = organizationId): Member {
  return { id, organizationId: of, name, userCode, email };
}

type Named = readonly [ko: string, en: string, ja: string];

function workflow(id: string, order: number, meaning: WorkflowClass, [ko, en, ja]: Named): Workflow {
  const names = [
    { locale: 'ko_KR', name: ko },
    { locale: 'en_US', name: en },
    { locale: 'ja_JP', name: ja },
  ];
  return { id, name: ko, order, names, class: meaning };
}

const waiting: Named = ['대기', 'Waiting', '待機'];
const toDo: Named = ['할 일', 'To Do', '登録'];
const doing: Named = ['진행', 'Doing', '進行中'];
const done: Named = ['완료', 'Done', '完了'];

/** A project may have several states that mean the same. */
const checking: Named = ['검수 중', 'Checking', '確認中'];

function workflowsOf(start: string, extra: boolean): Workflow[] {
  const id = (place: number): string => `${start}${place}`;
  const usual = [
    workflow(id(1), 1, 'backlog', waiting),
    workflow(id(2), 2, 'registered', toDo),
    workflow(id(3), 3, 'working', doing),
    workflow(id(5), 5, 'closed', done),
  ];
  return extra ? [...usual.slice(0, 3), workflow(id(4), 4, 'working', checking), ...usual.slice(3)] : usual;
}

const kindGroup = { id: '3040000000000000411', name: '업무 유형', mandatory: true, selectOne: true };

const appTags: Tag[] = [
  { id: tags.bug, name: '오류', color: 'e5423d', tagGroup: kindGroup },
  { id: tags.question, name: '문의', color: '2b7de9', tagGroup: kindGroup },
  { id: tags.urgent, name: '긴급', color: 'f5a623', tagGroup: null },
];

const base = { organizationId, lastNumber: 0 };

function seedProjects(): Project[] {
  return [
    {
      ...base,
      id: projects.app,
      code: '앱 개발',
      description: '하늘상점 앱과 웹',
      members: [members.desk, members.developer, members.agent],
      workflows: workflowsOf('306000000000000061', true),
      tags: [...appTags],
      templates: [
        {
          id: templates.report,
          templateName: '오류 신고',
          subject: '[오류] ',
          body: { mimeType: 'text/x-markdown', content: '**현상**\n\n**재현 방법**\n\n**기대 결과**\n' },
          guide: { mimeType: 'text/x-markdown', content: '재현 방법을 꼭 적어 주세요.' },
          tagIds: [tags.bug],
          to: [members.developer],
          isDefault: true,
        },
      ],
      hooks: [],
    },
    {
      ...base,
      id: projects.logistics,
      code: '물류 운영',
      description: '배송과 창고',
      members: [members.desk, members.developer, members.logistics],
      workflows: workflowsOf('306000000000000071', false),
      tags: [],
      templates: [
        {
          id: templates.delay,
          templateName: '배송 확인 요청',
          subject: '[배송 확인] ',
          body: { mimeType: 'text/html', content: '<p>운송장 번호:</p><p>확인할 내용:</p>' },
          guide: { mimeType: 'text/html', content: '' },
          tagIds: [],
          to: [members.logistics],
          isDefault: false,
        },
      ],
      hooks: [],
    },
    {
      ...base,
      id: projects.strange,
      organizationId: seeded.otherOrganizationId,
      code: '다른 조직',
      description: '',
      members: [members.stranger],
      workflows: workflowsOf('306000000000000081', false),
      tags: [],
      templates: [],
      hooks: [],
    },
  ];
}

const seedMembers: readonly Member[] = [
  member(members.desk, '고객센터', 'desk', 'help@demo.example'),
  member(members.developer, '한도윤', 'doyun.han', 'doyun.han@demo.example'),
  member(members.logistics, '서지우', 'jiwoo.seo', 'jiwoo.seo@demo.example'),
  member(members.agent, '이준호', 'agent1', 'agent1@demo.example'),
  member(members.stranger, 'Stranger', 'stranger', 'stranger@other.example', seeded.otherOrganizationId),
];

/** An organisation with two projects, and another one that shares nothing with it. */
export function seedState(): DoorayState {
  const own = { organizationId, wholeOrganization: false };
  return {
    ids: new Identifiers(),
    organizations: [
      { id: organizationId, name: seeded.organizationName, domain: seeded.domain },
      { id: seeded.otherOrganizationId, name: '다른 조직', domain: 'other' },
    ],
    tokens: [
      { token: seeded.organizationToken, organizationId, memberId: members.desk, wholeOrganization: true },
      { ...own, token: seeded.developerToken, memberId: members.developer },
      { ...own, token: seeded.agentToken, memberId: members.agent },
      {
        token: seeded.otherOrganizationToken,
        organizationId: seeded.otherOrganizationId,
        memberId: members.stranger,
        wholeOrganization: true,
      },
    ],
    members: new Map(seedMembers.map((one) => [one.id, one])),
    projects: new Map(seedProjects().map((one) => [one.id, one])),
    tasks: new Map(),
    logs: new Map(),
    files: new Map(),
  };
}

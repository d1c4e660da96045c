import { describe, expect, it } from 'vitest';
import type { Fault } from '../../demo/dooray/faults.js';
import { pageCalls } from '../../demo/dooray/page-calls.js';
import { seeded } from '../../demo/dooray/seed.js';
import { readState, writeState } from '../../demo/dooray/state-text.js';
import { DoorayPerson, testDooray } from '../support/dooray.js';

const { projects, tags, members } = seeded;
const project = `/project/v1/projects/${projects.app}`;
const posts = `${project}/posts`;
const task = (more: object = {}) => ({
  subject: '앱이 멈춥니다',
  body: { mimeType: 'text/html', content: '<p>결제 화면에서 멈춥니다.</p>' },
  users: { to: [{ type: 'member', member: { organizationMemberId: members.developer } }], cc: [] },
  tagIds: [tags.bug],
  ...more,
});

function start(options: Parameters<typeof testDooray>[0] = {}) {
  const told: { headers: Headers; payload: Record<string, unknown> }[] = [];
  const dooray = testDooray({
    deliver: async (request) => {
      told.push({ headers: request.headers, payload: (await request.json()) as Record<string, unknown> });
      return new Response(null, { status: 200 });
    },
    ...options,
  });
  const developer = new DoorayPerson(dooray);
  const desk = new DoorayPerson(dooray, seeded.organizationToken);
  const create = async (more: object = {}): Promise<string> =>
    (await desk.call('POST', posts, task(more))).body.result.id;
  return { dooray, developer, desk, told, create };
}

describe('the stand-in for Dooray!', () => {
  it('answers in the envelope, with identifiers that are strings, and pages that count from 0', async () => {
    const { developer, create } = start();
    for (let count = 0; count < 3; count++) await create({ subject: `업무 ${count}` });
    const page = await developer.get(`${posts}?size=2&page=1&order=createdAt`);
    expect(page.body.header).toEqual({ isSuccessful: true, resultCode: 0, resultMessage: '' });
    expect(page.body.totalCount).toBe(3);
    expect(page.body.result).toMatchObject([
      { subject: '업무 2', taskNumber: '앱 개발/3', workflowClass: 'registered' },
    ]);
    const [{ id }] = page.body.result;
    expect(id).toMatch(/^\d{19}$/);
    expect(String(Number(id))).not.toBe(id);
    expect((await developer.get(`${posts}?size=101`)).status).toBe(400);
  });

  it.each<[why: string, token: string, method: string, path: string, body: unknown, status: number]>([
    ['a token that nobody has', 'nothing', 'GET', '/common/v1/members/me', undefined, 401],
    [
      'a member of another project',
      seeded.agentToken,
      'GET',
      `/project/v1/projects/${projects.logistics}`,
      undefined,
      403,
    ],
    ['another organisation', seeded.otherOrganizationToken, 'GET', project, undefined, 404],
    ['a task that is not there', seeded.developerToken, 'GET', `${posts}/4100000000000000000`, undefined, 404],
    ['no tag of a mandatory group', seeded.developerToken, 'POST', posts, task({ tagIds: [] }), 400],
    [
      'two tags of a group with one',
      seeded.developerToken,
      'POST',
      posts,
      task({ tagIds: [tags.bug, tags.question] }),
      400,
    ],
    [
      'an identifier that became a number',
      seeded.developerToken,
      'POST',
      posts,
      task({ tagIds: [Number(tags.bug)] }),
      400,
    ],
    ['no subject', seeded.developerToken, 'POST', posts, task({ subject: '' }), 400],
  ])('refuses %s', async (_, token, method, path, body, status) => {
    const answer = await new DoorayPerson(start().dooray, token).call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.header.isSuccessful).toBe(false);
  });

  it('sends who brings or fetches a file to another host, which asks for the token once more', async () => {
    const { dooray, developer, create } = start();
    const id = await create();
    const fileId = await developer.uploads(id, new File(['줄 1'], '로그.txt', { type: 'text/plain' }));
    expect((await developer.get(`${posts}/${id}`)).body.result.files).toEqual([
      { id: fileId, name: '로그.txt', size: 5 },
    ]);
    const hop = await developer.get(`${posts}/${id}/files/${fileId}?media=raw`);
    const location = hop.headers.get('location') ?? '';
    expect([hop.status, new URL(location).host]).toEqual([307, new URL(dooray.fileBase).host]);
    expect((await dooray.fetch(new Request(location))).status).toBe(401);
    expect((await developer.get(location)).body).toBe('줄 1');
  });

  it('tells hooks of states and comments in both spellings, and can lose, double and reverse them', async () => {
    const { dooray, developer, desk, told, create } = start();
    await desk.call('POST', `${project}/hooks`, {
      url: 'http://desk.test/hook',
      sendEvents: ['postWorkflowChanged', 'postCommentCreated'],
    });
    const id = await create();
    dooray.hooks.manners = { spelling: 'both', copies: 1, held: false };
    await developer.moves(id, 'working');
    await dooray.hooks.settled();
    const common = { hookEventType: 'postWorkflowChanged', post: { id }, workflow: { class: 'working' } };
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { ...common, hookVersion: 2 },
      { ...common, version: 2, webhookType: 'postWorkflowChanged', requestOrigin: { type: 'web' } },
    ]);
    told.length = 0;
    dooray.hooks.manners = { spelling: 'documented', copies: 2, held: true };
    await developer.moves(id, 'closed');
    await developer.comments(id, '끝났습니다');
    expect(told).toEqual([]);
    await dooray.hooks.release();
    expect(told.map(({ payload }) => payload['hookEventType'])).toEqual([
      'postCommentCreated',
      'postCommentCreated',
      'postWorkflowChanged',
      'postWorkflowChanged',
    ]);
  });

  it('says with 429 and its headers that there were too many calls, or answers as if there were nothing', async () => {
    let now = Date.UTC(2026, 10, 2);
    const limit = { burst: 2, perSecond: 1, tooMany: 'refused' } as const;
    const strict = start({ limit, now: () => now });
    const refusals = [];
    for (let call = 0; call < 3; call++) refusals.push(await strict.developer.get(`${project}/tags`));
    expect(refusals.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(refusals[2]?.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(refusals[2]?.headers.get('X-RateLimit-Replenish-Rate')).toBe('1');
    now += 1_000;
    expect((await strict.developer.get(`${project}/tags`)).body.result).toHaveLength(3);
    const silent = start({ limit: { ...limit, burst: 1, tooMany: 'empty' }, now: () => now });
    await silent.developer.get(`${project}/tags`);
    expect((await silent.developer.get(`${project}/tags`)).body).toMatchObject({ result: [], totalCount: 0 });
  });

  it('is after a new start what it was before', async () => {
    const { dooray, developer, create } = start();
    const id = await create();
    const fileId = await developer.uploads(id, new File([new Uint8Array([0, 255, 128])], '그림.png'));
    await developer.comments(id, '다시 시작해도 남습니다', { attachFileIds: [fileId] });
    const again = testDooray({ state: readState(writeState(dooray.state)) });
    expect(again.state).toEqual(dooray.state);
    expect(again.state.ids.next()).toBe(dooray.state.ids.next());
  });

  it('shows its tasks to people, who answer there and are spared what goes wrong', async () => {
    const { dooray, create } = start();
    const id = await create();
    const page = pageCalls(dooray);
    const json = async (path: string) => (await page.request(path)).json();
    const post = (path: string, body: object) =>
      page.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    await post('/fault', { kind: 'away' });
    await expect(create()).resolves.toBeTypeOf('string');
    const program = new Request(`${dooray.base}${posts}`, { headers: { Authorization: 'dooray-api x' } });
    await expect(dooray.fetch(program)).rejects.toThrow();
    const form = new FormData();
    form.append('text', '확인했습니다');
    form.append('file', new File(['로그'], 'log.txt'));
    expect((await page.request(`/tasks/${id}/comments`, { method: 'POST', body: form })).status).toBe(200);
    const { projects: shown } = await json('/projects');
    const done = shown[0].workflows.find((one: { class: string }) => one.class === 'closed');
    expect((await post(`/tasks/${id}/state`, { workflowId: done.id })).status).toBe(200);
    const detail = await json(`/tasks/${id}`);
    expect(detail).toMatchObject({ subject: '앱이 멈춥니다', workflowId: done.id, to: ['한도윤'], tags: ['오류'] });
    expect(detail.comments).toMatchObject([{ author: '한도윤', files: [{ name: 'log.txt' }] }]);
    const file = await page.request(`/files/${detail.comments[0].files[0].id}`);
    expect(await file.text()).toBe('로그');
    expect((await page.request('/tasks/1')).status).toBe(404);
  });

  it.each<[what: string, fault: Fault, made: number, seen: number | 'nobody' | 'broken']>([
    ['refuses', { kind: 403 }, 0, 403],
    ['fails', { kind: 500 }, 0, 500],
    ['fails after the work', { kind: 500, done: true }, 1, 500],
    ['cannot be reached', { kind: 'unreachable' }, 0, 'nobody'],
    ['loses the line after the work', { kind: 'unreachable', done: true }, 1, 'nobody'],
    ['hangs', { kind: 'hangs' }, 0, 'nobody'],
    ['ends in the middle', { kind: 'truncated' }, 1, 'broken'],
    ['answers with a page', { kind: 'garbled' }, 0, 'broken'],
  ])('%s when it is asked to, once', async (_, fault, made, seen) => {
    const { dooray, create } = start();
    dooray.faults.begin({ ...fault, call: /^POST .*\/posts$/, times: 1 });
    const request = new Request(`${dooray.base}${posts}`, {
      method: 'POST',
      headers: { Authorization: `dooray-api ${seeded.developerToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(task()),
      signal: AbortSignal.timeout(20),
    });
    const outcome = await dooray.fetch(request).then(
      async (response) => {
        const whole = await response.json().then(
          () => true,
          () => false,
        );
        return whole ? response.status : 'broken';
      },
      () => 'nobody',
    );
    expect(outcome).toBe(seen);
    expect(dooray.state.tasks.size).toBe(made);
    await create();
    expect(dooray.state.tasks.size).toBe(made + 1);
  });
});

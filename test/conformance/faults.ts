import { and, eq } from 'drizzle-orm';
import { memberToken, type Member } from '../../src/server/index.js';
import { demoMemberKey } from '../../demo/seed/organisation.js';
import { messages, tickets } from '../../demo/server/db/schema.js';
import type { TestServer } from '../server/support/server.js';
import { contentsOf, pathOf, resigned, resultOf, rewritten, where, withOther, type Json } from './between.js';
import type { Handler } from './own-server.js';

/** Something that our server does right, done wrong. */
export interface Fault {
  readonly name: string;
  /** The rules that are looked at; all of them where this is empty. */
  readonly only: readonly string[];
  /** The rules that break, and no others. */
  readonly breaks: readonly string[];
  readonly plant: (inner: Handler, server: TestServer) => Handler;
}

const minute = 60_000;

function signedCalls(inner: Handler, isMeant: (request: Request) => boolean): Handler {
  return async (request) =>
    request.headers.has('Authorization') && request.headers.has('X-TC-Timestamp') && isMeant(request)
      ? inner(await resigned(request))
      : inner(request);
}

const hasBody = (request: Request) => request.headers.get('Content-Type')?.startsWith('application/json') === true;

/** Faults of the common authentication. */
const authentication: readonly Fault[] = [
  {
    name: 'an expired timestamp is accepted',
    only: ['A.auth'],
    breaks: ['A.auth.expired'],
    plant:
      (inner, { clock }) =>
      async (request) => {
        const age = clock.now - Number(request.headers.get('X-TC-Timestamp') ?? clock.now);
        return inner(age > 5 * minute ? await resigned(request, { timestamp: String(clock.now) }) : request);
      },
  },
  {
    name: 'the order of parameters is ignored',
    only: ['A.auth'],
    breaks: ['A.auth.query-order'],
    plant: (inner) => signedCalls(inner, ({ url }) => new Set(new URL(url).searchParams.keys()).size > 1),
  },
  {
    name: 'the body is left out of what is compared',
    only: ['A.auth'],
    breaks: ['A.auth.body-changed', 'A.auth.body-unsigned'],
    plant: (inner) => signedCalls(inner, (request) => request.method === 'POST' && hasBody(request)),
  },
  {
    name: 'the file is left out of what is compared',
    only: ['A.auth'],
    breaks: ['A.auth.upload-digest'],
    plant: (inner) =>
      where(inner, /upload\.json$/, async (request) => {
        const isFile = (await request.clone().formData()).has('file');
        return inner(isFile ? await resigned(request) : request);
      }),
  },
  {
    name: 'the allow-list is ignored',
    only: ['A.auth'],
    breaks: ['A.auth.allow-list'],
    plant: (inner) => {
      let told: Json | undefined;
      return where(inner, /admin\/allow-list\.json$/, async (request) => {
        const answer = await inner(await withOther(request, {}));
        if (request.method === 'GET') return answer;
        const { entries } = (await request.clone().json()) as Json;
        told = { entries };
        // What is kept lets everybody call.
        await inner(
          await withOther(request, {
            body: JSON.stringify({ entries: [], allowAll: true }),
            headers: { 'Idempotency-Key': crypto.randomUUID() },
          }),
        );
        return rewritten(answer, (body) => (resultOf(body)['content'] = told));
      });
    },
  },
];

/** Faults of the envelope, of pages and of what the published calls tell. */
const answers: readonly Fault[] = [
  {
    name: 'isSuccessful is true whatever happened',
    only: ['A.envelope', 'B.envelope', 'A.create'],
    breaks: ['A.envelope.failure', 'B.envelope.failure', 'A.create.inquiry-limit'],
    plant: (inner) => async (request) => {
      const answer = await inner(request);
      if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return answer;
      return rewritten(answer, ({ header }) => ((header as Json)['isSuccessful'] = true));
    },
  },
  {
    name: 'a page of more than 200 rows is given',
    only: ['A.paging'],
    breaks: ['A.paging.limit'],
    plant: (inner) =>
      where(inner, /notice\/list\.json$/, async (request) => {
        const size = Number(new URL(request.url).searchParams.get('pageSize') ?? 10);
        return rewritten(await inner(request), (body) => (resultOf(body)['pageSize'] = size));
      }),
  },
  {
    name: 'the total is the length of the page',
    only: ['A.paging'],
    breaks: ['A.paging.total'],
    plant: (inner) =>
      where(inner, /enduser\/[^/]+\/list\.json$/, async (request) =>
        rewritten(await inner(request), (body) => {
          const total = contentsOf(body).length;
          const size = Number(resultOf(body)['pageSize']);
          Object.assign(resultOf(body), { total, pages: Math.ceil(total / size) });
        }),
      ),
  },
  {
    name: 'the path of a submission type leaves out the type above',
    only: ['A.types'],
    breaks: ['A.types.path'],
    plant: (inner) =>
      where(inner, /ticket\/categories\.json$/, async (request) =>
        rewritten(await inner(request), (body) => contentsOf(body).forEach((one) => (one['path'] = '\\'))),
      ),
  },
  {
    name: 'the list of problems has no key',
    only: ['A.validation'],
    breaks: ['A.validation.list'],
    plant: (inner) =>
      where(inner, /openapi\/v1\/ticket\.json$/, async (request) =>
        rewritten(await inner(request), (body) => contentsOf(body).forEach((one) => delete one['key'])),
      ),
  },
  {
    name: 'subjects longer than 255 characters are cut and taken',
    only: ['A.validation'],
    breaks: ['A.validation.list', 'A.validation.subject-length'],
    plant: (inner) =>
      where(inner, /openapi\/v1\/ticket\.json$/, async (request) => {
        const inquiry = (await request.clone().json()) as Json;
        const { subject } = inquiry;
        if (typeof subject !== 'string') return inner(request);
        const body = JSON.stringify({ ...inquiry, subject: subject.slice(0, 255) });
        return inner(await resigned(request, { body }));
      }),
  },
  {
    name: 'a file that can run is taken under another name',
    only: ['A.upload'],
    breaks: ['A.upload.type'],
    plant: (inner) =>
      where(inner, /upload\.json$/, async (request) => {
        const file = (await request.clone().formData()).get('file');
        if (!(file instanceof File) || !file.name.endsWith('.exe')) return inner(request);
        const body = new FormData();
        body.append('file', file, file.name.replace(/exe$/, 'txt'));
        return inner(await resigned(request, { body }));
      }),
  },
  {
    name: 'addresses of customers are not counted: 1001 and 1002 never come',
    only: ['A.create'],
    breaks: ['A.create.inquiry-limit'],
    plant: (inner) => async (request) => inner(await withOther(request, { headers: { 'OC-Client-IP': null } })),
  },
  {
    name: 'times are told in seconds',
    only: ['A.list'],
    breaks: ['A.list.shape'],
    plant: (inner) =>
      where(inner, /enduser\/[^/]+\/list\.json$/, async (request) =>
        rewritten(await inner(request), (body) => {
          for (const one of contentsOf(body)) one['createdDt'] = Math.floor(Number(one['createdDt']) / 1000);
        }),
      ),
  },
];

/** What a form of member linkage says, with a token of this moment where its own is too old. */
async function renewed(request: Request, now: number): Promise<Request> {
  const values = new URLSearchParams(await request.clone().text());
  if (Math.abs(now - Number(values.get('time'))) < 3 * minute) return request;
  values.set('time', String(now));
  const member = Object.fromEntries(values) as unknown as Member;
  values.set('token', await memberToken(demoMemberKey, { ...member, time: now }));
  return withOther(request, { body: values.toString() });
}

/** Faults by which somebody learns what is not for them. */
const secrets: readonly Fault[] = [
  {
    name: 'a member token of more than three minutes ago is accepted',
    only: ['A.member'],
    breaks: ['A.member.old-post'],
    plant: (inner, { clock }) =>
      where(inner, /enduser\/remote\.json$/, async (request) => inner(await renewed(request, clock.now))),
  },
  {
    name: 'the ticket of another customer is told',
    only: ['A.detail'],
    breaks: ['A.detail.other-customer'],
    plant: (inner, { database }) =>
      where(inner, /^\/demo\/.*\/detail\.json$/, async (request) => {
        const answer = await inner(request);
        if (answer.status !== 404) return answer;
        const ticketId = pathOf(request).split('/').at(-2) ?? '';
        const [row] = await database.system((tx) => tx.select().from(tickets).where(eq(tickets.ticketId, ticketId)));
        if (!row?.memberCode) return answer;
        const path = `/demo/openapi/v1/ticket/enduser/${row.memberCode}/${ticketId}/detail.json`;
        return inner(await resigned(request, { path }));
      }),
  },
  {
    name: 'what agents write to each other is told to the customer',
    only: ['A.told'],
    breaks: ['A.told.comment'],
    plant: (inner, { database }) =>
      where(inner, /detail\.json$/, async (request) => {
        const comments = and(eq(messages.serviceId, 'demo'), eq(messages.kind, 'comment'));
        await database.system((tx) => tx.update(messages).set({ kind: 'reinquiry' }).where(comments));
        return inner(request);
      }),
  },
  {
    name: 'the ticket of another service is told',
    only: ['B.scope'],
    breaks: ['B.scope.other-service'],
    plant: (inner, server) =>
      where(inner, /^\/demojp\/.*\/tickets\/T\w+\.json$/, async (request) => {
        const answer = await inner(request);
        if (answer.status !== 404 || request.method !== 'GET') return answer;
        const { token } = await server.as('admin1');
        const path = pathOf(request).replace('demojp', 'demo');
        return inner(await withOther(request, { path, headers: { Authorization: `Bearer ${token}` } }));
      }),
  },
  {
    name: 'words are revealed without the permission',
    only: ['B.masks'],
    breaks: ['B.masks.reveal-permission'],
    plant: (inner, server) =>
      where(inner, /^\/demo\/.*\/reveal\.json$/, async (request) => {
        const { token } = await server.as('admin1');
        return inner(await withOther(request, { headers: { Authorization: `Bearer ${token}` } }));
      }),
  },
  {
    name: 'masked words stay in the HTML of the history',
    only: ['B.masks'],
    breaks: ['B.masks.hidden', 'B.masks.reveal'],
    plant: (inner) =>
      where(inner, /history\.json$/, async (request) =>
        rewritten(await inner(request), (body) => {
          for (const one of contentsOf(body)) {
            one['html'] = String(one['html']).replaceAll('*'.repeat(19), '4929-0000-1111-2228');
          }
        }),
      ),
  },
  {
    name: 'tickets are handed on without the permission',
    only: ['B.forward'],
    breaks: ['B.forward.permission'],
    plant: (inner, server) =>
      where(inner, /forward\.json$/, async (request) => {
        const { token } = await server.as('admin1');
        return inner(await withOther(request, { headers: { Authorization: `Bearer ${token}` } }));
      }),
  },
  {
    name: 'live events tell the subject',
    only: ['B.events'],
    breaks: ['B.events.live'],
    plant: (inner, { database }) =>
      where(inner, /console\/events$/, async (request) => {
        const answer = await inner(request);
        if (!answer.body) return answer;
        const told = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(
          new TransformStream<string, string>({
            transform: async (text, controller) => {
              const ticketId = /"ticketId":"(\w+)"/.exec(text)?.[1];
              const [row] = ticketId
                ? await database.system((tx) => tx.select().from(tickets).where(eq(tickets.ticketId, ticketId)))
                : [];
              controller.enqueue(row ? text.replaceAll('"changed"', `"subject":"${row.subject}","changed"`) : text);
            },
          }),
        );
        return new Response(told.pipeThrough(new TextEncoderStream()), answer);
      }),
  },
];

/** A call that changes something, with something else in its JSON. */
function withBody(request: Request, change: (body: Json) => Promise<void> | void): Promise<Request> {
  return (async () => {
    const body = (await request.clone().json()) as Json;
    await change(body);
    return withOther(request, { body: JSON.stringify(body) });
  })();
}

/** Faults of the console. */
const work: readonly Fault[] = [
  {
    name: 'idempotency keys are not kept',
    only: ['B.idempotency'],
    breaks: [
      'B.idempotency.same-answer',
      'B.idempotency.quoted',
      'B.idempotency.same-key-other-body',
      'B.idempotency.at-once',
    ],
    plant: (inner) => async (request) => {
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      return inner(request.headers.has('Idempotency-Key') ? await withOther(request, { headers }) : request);
    },
  },
  {
    name: 'an idempotency key is not needed',
    only: ['B.idempotency'],
    breaks: ['B.idempotency.missing'],
    plant: (inner) => async (request) => {
      const headers = { 'Idempotency-Key': request.headers.get('Idempotency-Key') ?? crypto.randomUUID() };
      return inner(request.method === 'GET' ? request : await withOther(request, { headers }));
    },
  },
  {
    name: 'a stale version is accepted',
    only: ['B.edit', 'B.process'],
    breaks: ['B.edit.stale', 'B.process.stale'],
    plant: (inner, { database }) =>
      where(inner, /\/tickets\/T\w+(?:\.json|\/process\.json)$/, async (request) => {
        if (!hasBody(request)) return inner(request);
        const ticketId = /T\w+/.exec(pathOf(request))?.[0] ?? '';
        const [row] = await database.system((tx) => tx.select().from(tickets).where(eq(tickets.ticketId, ticketId)));
        return inner(
          await withBody(request, (body) => {
            if ('expectedVersion' in body) body['expectedVersion'] = row?.version;
          }),
        );
      }),
  },
  {
    name: 'a cursor repeats a row',
    only: ['B.list'],
    breaks: ['B.list.cursor'],
    plant: (inner) => {
      let last: Json | undefined;
      return where(inner, /console\/tickets\.json$/, async (request) => {
        const answer = await inner(request);
        const { searchParams } = new URL(request.url);
        if (request.method !== 'GET' || answer.status !== 200 || !searchParams.has('limit')) return answer;
        return rewritten(answer, (body) => {
          const rows = contentsOf(body);
          const before = last;
          last = rows.at(-1);
          if (searchParams.has('cursor') && before) resultOf(body)['contents'] = [before, ...rows.slice(0, -1)];
        });
      });
    },
  },
  {
    name: 'the count of a view is one too many',
    only: ['B.counts'],
    breaks: ['B.counts.views'],
    plant: (inner) =>
      where(inner, /tickets\/counts\.json$/, async (request) =>
        rewritten(await inner(request), (body) => {
          const content = resultOf(body)['content'] as Json;
          content['unassigned'] = Number(content['unassigned']) + 1;
        }),
      ),
  },
  {
    name: 'a figure of the board is one too many',
    only: ['B.board'],
    breaks: ['B.board.lengths'],
    plant: (inner) =>
      where(inner, /board\.json$/, async (request) =>
        rewritten(await inner(request), (body) => {
          const all = (resultOf(body)['content'] as Json)['all'] as Json;
          all['receivedToday'] = Number(all['receivedToday']) + 1;
        }),
      ),
  },
  {
    name: 'a text that follows an old number takes the place of a newer one',
    only: ['B.draft'],
    breaks: ['B.draft.old-seq'],
    plant: (inner) =>
      where(inner, /draft\.json$/, async (request) => {
        if (request.method !== 'PUT') return inner(request);
        const read = await inner(new Request(request.url, { headers: request.headers }));
        const kept = resultOf((await read.json()) as Json)['content'] as Json | null;
        return inner(await withBody(request, (body) => void (body['seq'] = kept?.['seq'] ?? 0)));
      }),
  },
  {
    name: 'a token lasts a day',
    only: ['B.token'],
    breaks: ['B.token.minted'],
    plant: (inner, { clock }) =>
      where(inner, /token\.json$/, async (request) => {
        const answer = await inner(request);
        if (answer.status !== 200) return answer;
        const expiresAt = clock.now + 24 * 60 * minute;
        return rewritten(answer, (body) => Object.assign(resultOf(body)['content'] as Json, { expiresAt }));
      }),
  },
];

export const faults: readonly Fault[] = [...answers, ...authentication, ...secrets, ...work];

import { and, eq } from 'drizzle-orm';
import { verifyOutbound } from '../../../src/server/outbound.js';
import type { Database } from '../db/database.js';
import { customerInfoLinks, customers } from '../db/schema.js';
import type { CustomerInfoPort } from './customer-info.js';

/** Beginnings of addresses that are answered as the link documents its failures. */
const failures: Readonly<Record<string, readonly [status: number, code: string]>> = {
  'none@': [400, 'NO_RESULT'],
  'denied@': [403, 'FORBIDDEN'],
  'missing@': [404, 'NOT_FOUND'],
  'failed@': [500, 'SERVER_ERROR'],
};

interface Shop {
  readonly grades: readonly string[];
  readonly addresses: readonly string[];
}

const korean: Shop = {
  grades: ['일반', '실버', '골드', 'VIP'],
  addresses: ['서울특별시 마포구 월드컵북로 21', '부산광역시 해운대구 센텀로 90', '경기도 성남시 분당구 판교로 235'],
};
const japanese: Shop = {
  grades: ['レギュラー', 'シルバー', 'ゴールド', 'VIP'],
  addresses: ['東京都港区芝公園4-2-8', '大阪府大阪市北区梅田1-1-3', '福岡県福岡市博多区博多駅前3-2-1'],
};

function refused(status: number, code: string): Response {
  return Response.json({ error: { code, message: code, detail: '' } }, { status });
}

function failureFor(email: string): readonly [status: number, code: string] | undefined {
  return Object.entries(failures).find(([start]) => email.startsWith(start))?.[1];
}

type Question = Readonly<Partial<Record<'email' | 'callNum' | 'memberId' | 'name', string>>>;

/** The first customer who has every value that is asked for. */
async function customerFor(database: Database, serviceId: string, question: Question) {
  const { email, callNum, memberId, name } = question;
  const conditions = [
    email && eq(customers.email, email.toLowerCase()),
    callNum && eq(customers.phoneDigits, callNum.replace(/\D/g, '')),
    memberId && eq(customers.usercode, memberId),
    name && eq(customers.name, name),
  ].filter((condition) => condition !== undefined && condition !== '');
  if (conditions.length === 0) return undefined;
  const [customer] = await database.system((tx) =>
    tx
      .select()
      .from(customers)
      .where(and(eq(customers.serviceId, serviceId), ...conditions))
      .orderBy(customers.customerId)
      .limit(1),
  );
  return customer;
}

/** What a shop would know of its member, the same whenever it is asked; `origin` is where its pages are. */
function memberOf(customer: typeof customers.$inferSelect, { grades, addresses }: Shop, now: number, origin: string) {
  const { customerId: id, usercode, name, email, phone } = customer;
  const orderNo = String(20_000_000 + id * 137);
  const day = (ago: number) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10);
  return {
    memberId: usercode ?? `u${id}`,
    name,
    email,
    callNum: phone ?? `010-${1000 + ((id * 37) % 9000)}-${1000 + ((id * 91) % 9000)}`,
    grade: grades[id % grades.length],
    points: ((id * 7919) % 90_000).toLocaleString('en-US'),
    address: addresses[id % addresses.length],
    joined: day(200 + ((id * 13) % 1_500)),
    orderNo,
    ordered: day(id % 40),
    orderPage: `${origin}/demo/orders/${orderNo}`,
  };
}

/** A shop's own server, as the customer-information link of the demo finds it. */
export async function answerCustomerInfo(database: Database, request: Request, now: number): Promise<Response> {
  const { searchParams, origin } = new URL(request.url);
  const serviceId = searchParams.get('service') ?? '';
  const body = await request.text();
  const [link] = await database.system((tx) =>
    tx.select().from(customerInfoLinks).where(eq(customerInfoLinks.serviceId, serviceId)),
  );
  const timestamp = request.headers.get('X-TC-Timestamp') ?? '';
  const signature = request.headers.get('Authorization') ?? '';
  const isOurs = link && (await verifyOutbound(link.key, { body, timestamp, signature }, now));
  if (!isOurs) return refused(403, 'FORBIDDEN');
  const question = JSON.parse(body) as Question;
  const failure = failureFor(question.email ?? '');
  if (failure) return refused(...failure);
  const customer = await customerFor(database, serviceId, question);
  if (!customer) return refused(400, 'NO_RESULT');
  const shop = serviceId === 'demojp' ? japanese : korean;
  return Response.json({ data: memberOf(customer, shop, now, origin) });
}

/** Asks the demo's shop without leaving this process. */
export function customerInfoInMemory(database: Database, now: () => number): CustomerInfoPort {
  return {
    ask: async ({ url, headers, body }) => {
      const request = new Request(new URL(url, 'https://shop.demo.example'), { method: 'POST', headers, body });
      const response = await answerCustomerInfo(database, request, now());
      return { status: response.status, text: await response.text() };
    },
  };
}

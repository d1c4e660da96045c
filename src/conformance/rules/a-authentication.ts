import type { Query } from '../client.js';
import { same, status } from '../expect.js';
import { inquiryOf, listPath, listed, memberOf, tryInquiry, uploadPath } from '../open-tickets.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { textFile } from '../samples.js';
import type { SignedOptions } from '../signed-caller.js';
import { altered } from './b-session.js';

const { reads, writes } = rulesOf('A.auth', 'Open API: common authentication');

const minute = 60_000;
/** In no order that sorting would give. */
const unsorted: Query = [
  ['pageSize', '10'],
  ['language', 'ko'],
  ['page', '1'],
];

/** The list of a customer who never asked anything: the quickest signed call. */
function call(run: Run, options?: SignedOptions) {
  return run.signed.get(listPath(run.mark), options);
}

const readingRules: readonly Rule[] = [
  reads('accepted', 'A signed call is accepted', async (run) => {
    status(await call(run), 200);
  }),
  reads('query-values', 'Values of the query are signed in the order of their names', async (run) => {
    status(await call(run, { query: unsorted }), 200);
  }),
  reads('query-order', 'Values signed in another order are refused with 400', async (run) => {
    // Under these names the sorted order is the one in which the values were sent.
    const sent = new URLSearchParams([
      ['a', '10'],
      ['b', 'ko'],
      ['c', '1'],
    ]);
    status(await call(run, { query: unsorted, signed: { query: sent } }), 400);
  }),
  reads('query-decoded', 'Values are signed as they are, not as they are spelled in the address', async (run) => {
    status(await call(run, { query: [['sort', 'updatedDt:desc']] }), 200);
  }),
  reads('query-first', 'Of a repeated name the first value is signed', async (run) => {
    const query: Query = [
      ['page', '1'],
      ['page', '2'],
    ];
    status(await call(run, { query }), 200);
  }),
  reads('query-changed', 'A query that is not the signed one is refused with 400', async (run) => {
    const query: Query = [['pageSize', '20']];
    status(await call(run, { query, signed: { query: new URLSearchParams('pageSize=10') } }), 400);
  }),
  reads('path', 'A signature for another path is refused with 400', async (run) => {
    const path = `/${run.target.serviceId}${listPath(`${run.mark}x`)}`;
    status(await call(run, { signed: { path } }), 400);
  }),
  reads('path-encoded', 'The path is signed as it is sent, encoded', async (run) => {
    status(await run.signed.get(listPath(`${run.mark} 한글`)), 200);
  }),
  reads('missing', 'A call without Authorization is refused with 400', async (run) => {
    status(await call(run, { authorization: () => null }), 400);
  }),
  reads('wrong', 'A signature with one other character is refused with 400', async (run) => {
    status(await call(run, { authorization: altered }), 400);
  }),
  reads('wrong-key', 'A signature with another key is refused with 400', async (run) => {
    status(await call(run, { key: altered(run.target.key) }), 400);
  }),
  reads('organization', 'A signature for another organisation is refused with 400', async (run) => {
    status(await call(run, { signed: { organizationId: altered(run.target.organizationId) } }), 400);
  }),
  reads('timestamp-numeric', 'A timestamp that is no number is refused with 400', async (run) => {
    status(await call(run, { timestamp: 'now' }), 400);
  }),
  reads('timestamp-signed', 'Another timestamp than the signed one is refused with 400', async (run) => {
    status(await call(run, { signed: { timestamp: String(run.now() - 1) } }), 400);
  }),
  reads('in-time', 'A timestamp of four minutes ago is accepted', async (run) => {
    status(await call(run, { timestamp: String(run.now() - 4 * minute) }), 200);
  }),
  reads('expired', 'A timestamp of more than five minutes ago is refused with 400', async (run) => {
    status(await call(run, { timestamp: String(run.now() - 5.5 * minute) }), 400);
  }),
  reads('other-service', 'The key of another service is refused with 400', async (run) => {
    const { other } = run.target;
    if (!other) throw new LeftOut('needs --other-service, --other-key and --other-agent');
    status(await call(run, { key: other.key }), 400);
  }),
];

const writingRules: readonly Rule[] = [
  writes('body-with-query', 'With a query an ampersand stands before the body', async (run) => {
    const query: Query = [['language', 'ko']];
    status(await tryInquiry(run, await inquiryOf(run, memberOf(run, 'query')), { query }), 200);
  }),
  writes('body-changed', 'A body that is not the signed one is refused with 400, and nothing is done', async (run) => {
    const usercode = memberOf(run, 'changed');
    const body = await inquiryOf(run, usercode);
    const signed = { body: new TextEncoder().encode(JSON.stringify({ ...body, subject: 'another' })) };
    status(await tryInquiry(run, body, { signed }), 400);
    same((await listed(run, usercode)).length, 0, 'The number of tickets');
  }),
  writes('body-unsigned', 'A signature without the body is refused with 400', async (run) => {
    const body = await inquiryOf(run, memberOf(run, 'unsigned'));
    status(await tryInquiry(run, body, { signed: { body: new Uint8Array() } }), 400);
  }),
  writes('upload-digest', 'A file that is not the signed one is refused with 400', async (run) => {
    const signed = { body: new TextEncoder().encode('another') };
    status(await run.signed.upload(uploadPath, textFile('conformance.txt', run.mark), { signed }), 400);
  }),
  writes('upload-no-file', 'A form without a file is refused with 400', async (run) => {
    status(await run.signed.upload(uploadPath, null), 400);
  }),
  writes('allow-list', 'A caller who is not on the allow-list is refused with 403', async (run) => {
    const boss = await run.admin();
    const path = '/admin/allow-list.json';
    const before = status(await boss.get(path), 200).content;
    const { entries } = before;
    const undone = 'the allow-list';
    const restore = async () => void status(await boss.put(path, { entries, allowAll: true }), 200);
    run.made.undoneBy(undone, restore);
    // An address for documents: nobody has it.
    status(await boss.put(path, { entries: ['192.0.2.1'] }), 200);
    const answer = await call(run);
    await restore();
    run.made.gone(undone);
    status(answer, 403);
    status(await call(run), 200);
  }),
];

export const authentication: readonly Rule[] = [...readingRules, ...writingRules];

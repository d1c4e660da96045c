import { sampleTicket } from '../console-tickets.js';
import { fits, holds, same, status, textIn } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';
import { flag, object, text, whole } from '../schema.js';

const envelope = rulesOf('B.envelope', 'Console contract: common rules');
const scope = rulesOf('B.scope', 'Console contract: common rules');

const header = object({ resultCode: whole, resultMessage: text, isSuccessful: flag });
/** Has the form of an id, and is the one of no ticket. */
const nobody = 'T1000000000000zzzzz';

export const envelopes: readonly Rule[] = [
  envelope.reads('success', 'A success says its HTTP status and isSuccessful true', async (run) => {
    const answer = status(await (await run.agent()).get('/session.json'), 200);
    fits(answer.header, header, 'header');
    same(answer.header['resultCode'], 200, 'resultCode');
    same(answer.header['isSuccessful'], true, 'isSuccessful');
  }),
  envelope.reads('failure', 'A refusal says its HTTP status and isSuccessful false', async (run) => {
    const answer = status(await (await run.agent()).get(`/tickets/${nobody}.json`), 404);
    fits(answer.header, header, 'header');
    same(answer.header['resultCode'], 404, 'resultCode');
    same(answer.header['isSuccessful'], false, 'isSuccessful');
  }),
  envelope.reads('fields', 'An invalid call names its fields: field, code and message', async (run) => {
    const answer = status(await (await run.agent()).get('/tickets.json', { query: [['limit', '0']] }), 400);
    holds(answer.contents.length > 0, 'No field is named');
    for (const problem of answer.contents) {
      fits(problem, object({ field: text, code: text, message: text }), 'A problem');
    }
    same(answer.contents[0]?.['field'], 'limit', 'The field');
  }),
  envelope.reads('body', 'A body of another form is refused with 400', async (run) => {
    const page = await run.agent();
    status(await page.post('/counts.json', 'view=all', { key: null }), 400);
  }),
  scope.reads('unknown', 'A ticket that there is not is 404', async (run) => {
    const page = await run.agent();
    for (const rest of ['.json', '/history.json', '/events.json', '/draft.json']) {
      status(await page.get(`/tickets/${nobody}${rest}`), 404);
    }
  }),
  scope.writes('other-service', 'A ticket of another service is 404, read or changed, and in no list', async (run) => {
    const ticketId = textIn(await sampleTicket(run), 'ticketId');
    const stranger = await run.otherAgent();
    for (const rest of ['.json', '/history.json', '/events.json', '/draft.json']) {
      status(await stranger.get(`/tickets/${ticketId}${rest}`), 404);
    }
    status(await stranger.patch(`/tickets/${ticketId}.json`, { starred: true }), 404);
    const listed = status(await stranger.get('/tickets.json', { query: [['ids', ticketId]] }), 200).contents;
    same(listed.length, 0, 'The number of strange tickets in a list');
  }),
];

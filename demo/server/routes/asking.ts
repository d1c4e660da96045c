import type { Api } from '../api.js';
import type { Tx } from '../db/database.js';
import { jsonText } from '../http/answers.js';
import type { AgentContext } from '../services/context.js';
import { serialise, type Answered } from './answer-shape.js';
import { asAgent, claimsOf, register, type Endpoint, type Input } from './endpoint.js';
import { readInput } from './input.js';

/** One question whose input is read and checked, and whose answer somebody else has a part in. */
export interface Question<E extends Endpoint> {
  readonly input: Pick<Input<E>, 'params' | 'query'>;
  /** Does a part of the work for the agent, with the rights of this moment. */
  asAgent<T>(work: (tx: Tx, context: AgentContext) => Promise<T>): Promise<T>;
  answer(value: Answered<E['answer']>): Response;
}

/** Adds a route that changes nothing and asks somebody else, so that no connection to the database waits for that. */
export function asking<const E extends Endpoint>(
  api: Api,
  endpoint: E,
  handle: (question: Question<E>) => Promise<Response>,
): void {
  api.app.get(register(api, 'get', endpoint), async (c) => {
    const claims = await claimsOf(api, c);
    if (endpoint.limit) api.limits.take(endpoint.limit, claims);
    return handle({
      input: readInput(c, endpoint) as Question<E>['input'],
      asAgent: (work) => asAgent(api, c, claims, work, endpoint.patience),
      answer: (value) => {
        const { status, answer } = serialise(api, endpoint, value);
        return jsonText(status, answer);
      },
    });
  });
}

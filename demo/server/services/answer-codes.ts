import type { ReplacementCode } from '../../../src/domain/templates.js';
import type { Action, Body } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { Refusal } from '../refusal.js';
import { answerBody } from './answer-mail.js';
import type { AgentContext } from './context.js';
import { styledHtml } from './mail/inline-styles.js';
import { codesIn, codeValues, fillCodes } from './replacement.js';
import type { TicketRecord } from './tickets/wire.js';

/** An answer as the customer reads it. */
export interface FilledAnswer {
  readonly body: Body;
  /** Codes that nothing could be put in the place of: they stand in the text as they are. */
  readonly left: readonly ReplacementCode[];
}

/** Puts the values of its ticket in the place of the codes that an agent left in an answer. */
export async function fillAnswer(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  body: Body,
): Promise<FilledAnswer> {
  const written = codesIn(body.text);
  if (written.length === 0) return { body, left: [] };
  const { html, missing } = fillCodes(styledHtml(body), await codeValues(tx, context, ticket));
  return { body: answerBody(html), left: [...new Set([...missing, ...brokenCodes(body.html, written)])] };
}

/** Codes that have markup inside: they are read as codes, and nothing can be put in their place. */
function brokenCodes(html: string, written: readonly ReplacementCode[]): readonly ReplacementCode[] {
  const whole = [...codesIn(html.replace(/<[^<>]*>/g, '<>'))];
  return written.filter((code) => {
    const at = whole.indexOf(code);
    if (at >= 0) whole.splice(at, 1);
    return at < 0;
  });
}

/** The answer that a customer gets; refused where codes would be left in it. What colleagues write stays as it is. */
export async function requireFilled(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  action: Action,
  body: Body,
): Promise<Body> {
  if (action !== 'resolve' && action !== 'hold') return body;
  const filled = await fillAnswer(tx, context, ticket, body);
  if (filled.left.length === 0) return filled.body;
  throw new Refusal(422, 'code_left', 'The text holds codes that the ticket has no value for', {
    content: { codes: filled.left },
  });
}

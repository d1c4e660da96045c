import { KeptForAgent } from '../../base/agent-guard.js';
import type { Hub } from '../../base/hub-context.js';
import { typedOver, type CallForm } from './call-form.js';

/** What was typed and not sent, and what it was begun with. */
interface KeptCall {
  readonly begun: CallForm;
  readonly form: CallForm;
}

const kept = new KeptForAgent<Map<string, KeptCall>>();

/** What the agent typed about calls and did not send, by ticket: the same wherever the dialog is opened. */
export const keptCalls = {
  keep(hub: Hub | undefined, ticketId: string, call: KeptCall): void {
    if (!hub) return;
    const calls = kept.get(hub) ?? new Map<string, KeptCall>();
    kept.set(hub, calls.set(ticketId, call));
  },

  /** What the fields show where they would show this now. */
  over(hub: Hub | undefined, ticketId: string, now: CallForm): CallForm {
    const known = hub && kept.get(hub)?.get(ticketId);
    return known ? typedOver(now, known) : now;
  },

  drop(hub: Hub | undefined, ticketId: string): void {
    if (hub) kept.get(hub)?.delete(ticketId);
  },
};

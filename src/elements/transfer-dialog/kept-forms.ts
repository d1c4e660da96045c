import { KeptForAgent } from '../../base/agent-guard.js';
import type { Hub } from '../../base/hub-context.js';
import { DoorayForm } from './dooray-form.js';
import { IssueForm } from './issue-form.js';
import type { TransferKind } from './transfer-form.js';

export type AnyForm = IssueForm | DoorayForm;

const kept = new KeptForAgent<Map<string, AnyForm>>();

const nameOf = ({ ticketId, kind }: { readonly ticketId: string; readonly kind: TransferKind }): string =>
  `${ticketId} ${kind}`;

function formsOf(hub: Hub): Map<string, AnyForm> {
  let forms = kept.get(hub);
  if (!forms) kept.set(hub, (forms = new Map()));
  return forms;
}

/** What was entered for a ticket, as it was left. */
export function formOf(hub: Hub, ticketId: string, kind: TransferKind): AnyForm {
  const forms = formsOf(hub);
  let form = forms.get(nameOf({ ticketId, kind }));
  if (!form) {
    form = kind === 'issue' ? new IssueForm(ticketId) : new DoorayForm(ticketId);
    forms.set(nameOf(form), form);
  }
  return form;
}

/** It is over, or given up. */
export function dropForm(hub: Hub, form: AnyForm): void {
  form.uploads.clear();
  const forms = formsOf(hub);
  if (forms.get(nameOf(form)) === form) forms.delete(nameOf(form));
}

/** What is on its way, also from an element that left the page meanwhile. */
export function sentForms(hub: Hub): readonly AnyForm[] {
  return [...formsOf(hub).values()].filter(({ sent }) => sent !== undefined);
}

/** Whether something would be lost with the page: the rest is kept on the server. */
export function isAnythingUnderWay(hub: Hub): boolean {
  return [...formsOf(hub).values()].some(({ uploads, sent }) => uploads.isUnfinished || sent !== undefined);
}

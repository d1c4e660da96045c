import { nothing } from 'lit';
import type { ControlHost } from '../../base/fields/field-control.js';
import { factOf, filesIn, ownName } from '../../base/fields/field-edits.js';
import type { FieldHints } from '../../base/fields/field-hints.js';
import { problemText } from '../../base/fields/problem-text.js';
import type { Hub } from '../../base/hub-context.js';
import type { FieldDefinition } from '../../domain/fields.js';
import { pathOf } from '../../domain/tree.js';
import type { Language, Session, Settings } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { longestTitle, type NewName, type NewTicket } from './new-ticket.js';

export type Change = Partial<
  Pick<NewTicket, 'subject' | 'written' | 'priority' | 'groupId' | 'assignee' | 'templateId'>
>;

/** What the view is made of. */
export interface ViewSource {
  readonly ticket: NewTicket;
  readonly hub: Hub;
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: Language;
  readonly settings: Settings | undefined;
  readonly session: Session | undefined;
  readonly hints: FieldHints;
  changed(): void;
}

/** The new ticket as the parts of the dialog show it and change it. */
export interface CreateView extends ControlHost, Omit<ViewSource, 'language' | 'hints' | 'changed'> {
  /** The own fields of the submission type that is chosen. */
  readonly definitions: readonly FieldDefinition[];
  /** Names of the submission type from the root of its tree; null for none. */
  readonly category: string | null;
  /** What is wrong, in words; empty for nothing. */
  problem(name: NewName): string;
  change(change: Change): void;
}

export function viewOf({ hints, changed, ...source }: ViewSource): CreateView {
  const { ticket, hub, more, language, settings, session } = source;
  const definitions = ticket.definitions(settings?.fields ?? []);
  const serviceLanguage = session?.service.language ?? 'ko';
  const categoryId = ticket.text('categoryId');
  return {
    ...source,
    definitions,
    serviceLanguage,
    category: pathOf(settings?.categories ?? [], categoryId ? Number(categoryId) : null),
    isLocked: false,
    uploads: ticket.uploads,
    value: (name) => ticket.value(name),
    set: (name, value) => {
      ticket.set(name, value);
      changed();
    },
    change: (change) => {
      Object.assign(ticket, change);
      for (const name of Object.keys(change)) ticket.problems.delete((name === 'written' ? 'html' : name) as NewName);
      changed();
    },
    problem: (name) => problemOf(name, ticket, definitions, more),
    hint: ({ code, hints: all }) => hints.of(code, all?.[language] ?? all?.[serviceLanguage]),
    aside: () => nothing,
    file: (id) => ticket.uploads.stored(id),
    upload: (name, files) => ticket.uploads.add(hub, name, files, filesIn(ticket.value(name)).length),
    retry: (id) => ticket.uploads.retry(hub, id),
  };
}

function problemOf(
  name: NewName,
  { problems }: NewTicket,
  definitions: readonly FieldDefinition[],
  { createDialog, fieldForm }: MoreTexts,
): string {
  const problem = problems.get(name);
  if (problem === 'required' && name === 'customer.name') return createDialog.needCustomer;
  if (problem === 'length' && name === 'subject') return fieldForm.tooLong(longestTitle);
  const definition = definitions.find(({ code }) => ownName(code) === name);
  return problemText(problem, { fact: factOf(name), definition }, fieldForm);
}

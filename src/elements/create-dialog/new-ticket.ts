import { filesIn, ownName, type EditProblem, type FieldName } from '../../base/fields/field-edits.js';
import { FieldUploads } from '../../base/fields/field-uploads.js';
import type { NewTicketIntent } from '../../domain/create.js';
import { factProblem } from '../../domain/customer-facts.js';
import { customerFacts, type CustomerFact } from '../../domain/customer-info.js';
import { fieldProblem, fieldsFor, isEmptyValue } from '../../domain/field-values.js';
import type { FieldDefinition } from '../../domain/fields.js';
import type { CodeValues } from '../../domain/templates.js';
import type { FieldValue, Priority } from '../../domain/types.js';
import type { Written } from '../../editor/writing.js';
import { newKey } from '../../util/key.js';
import { textToHtml } from '../../util/text-html.js';

/** Longest title, in characters. */
export const longestTitle = 255;

export type NewName = FieldName | 'subject' | 'html' | 'groupId' | 'assignee';

/** A ticket that is being written. */
export class NewTicket {
  readonly #values = new Map<FieldName, FieldValue>();
  readonly problems = new Map<NewName, EditProblem>();
  readonly uploads = new FieldUploads((name, { attachmentId }) =>
    this.set(name, [...filesIn(this.value(name)), attachmentId]),
  );
  subject = '';
  written: Written = { text: '', isHtml: false };
  priority: Priority = 'normal';
  groupId = '';
  assignee = '';
  /** The template that was taken last. */
  templateId = '';
  #attempt?: string;

  value(name: FieldName): FieldValue {
    return this.#values.get(name) ?? null;
  }

  text(name: FieldName): string {
    return String(this.value(name) ?? '');
  }

  set(name: FieldName, value: FieldValue): void {
    this.#values.set(name, value);
    this.problems.delete(name);
    // Whose ticket it is may be told by any of the facts.
    if (name.startsWith('customer.') && this.problems.get('customer.name') === 'required') {
      this.problems.delete('customer.name');
    }
  }

  /** The text as it is sent. */
  get html(): string {
    const { text, isHtml } = this.written;
    return isHtml ? text : textToHtml(text);
  }

  get isEmpty(): boolean {
    const isNothing = (value: FieldValue) => value !== false && isEmptyValue(value);
    const isUnwritten = !this.subject.trim() && !this.written.text.trim() && this.groupId === '';
    return isUnwritten && [...this.#values.values()].every(isNothing);
  }

  /** The fields of the submission type: those of the customer first. */
  definitions(all: readonly FieldDefinition[]): readonly FieldDefinition[] {
    const categoryId = this.text('categoryId');
    const own = fieldsFor(all, categoryId === '' ? null : Number(categoryId));
    return [...own.filter(({ owner }) => owner === 'customer'), ...own.filter(({ owner }) => owner === 'agent')].map(
      // What is asked of agents is asked when they treat the ticket.
      (one) => (one.owner === 'agent' ? { ...one, required: false } : one),
    );
  }

  /** Looks at all that is to be sent; tells whether it is fine. */
  check(definitions: readonly FieldDefinition[], unfinished: readonly FieldName[], isWritten: boolean): boolean {
    const { problems } = this;
    problems.clear();
    if (this.text('categoryId') === '') problems.set('categoryId', 'required');
    for (const fact of customerFacts) {
      const problem = factProblem(fact, this.text(`customer.${fact}`));
      if (problem) problems.set(`customer.${fact}`, problem);
    }
    if (customerFacts.every((fact) => this.#fact(fact) === null)) problems.set('customer.name', 'required');
    for (const definition of definitions) {
      const name = ownName(definition.code);
      const problem = fieldProblem(definition, this.value(name));
      if (problem) problems.set(name, problem);
    }
    for (const name of unfinished) problems.set(name, 'invalid');
    if (this.subject.trim() === '') problems.set('subject', 'required');
    else if ([...this.subject.trim()].length > longestTitle) problems.set('subject', 'length');
    if (!isWritten) problems.set('html', 'required');
    return problems.size === 0;
  }

  intent(definitions: readonly FieldDefinition[]): NewTicketIntent {
    const fields = definitions
      .map(({ code }) => [code, this.value(ownName(code))] as const)
      .filter(([, value]) => value === false || !isEmptyValue(value));
    const [usercode, email, phone] = [this.#fact('usercode'), this.#fact('email'), this.#fact('phone')];
    return {
      categoryId: Number(this.text('categoryId')),
      subject: this.subject.trim(),
      html: this.html,
      endUser: { usercode, name: this.#fact('name') ?? '', email, phone },
      fields: Object.fromEntries(fields),
      attachmentIds: filesIn(this.value('attachmentIds')),
      priority: this.priority,
      ...(this.groupId && { groupId: Number(this.groupId) }),
      ...(this.assignee && { assignee: this.assignee }),
    };
  }

  /** What stands for the codes of a template so far. */
  codeValues(category: string | null): CodeValues {
    const facts = customerFacts.map((fact) => [`customer.${fact}`, this.#fact(fact)] as const);
    const told = [...facts, ['ticket.subject', this.subject.trim()] as const, ['ticket.category', category] as const];
    return Object.fromEntries(told.filter(([, value]) => value));
  }

  /**
   * The name under which it is sent: the same until the server has said what became of it, also when something was changed
   * meanwhile. So it is made once.
   */
  get attempt(): string {
    return (this.#attempt ??= newKey());
  }

  /** The server has answered: what is sent next is another matter. */
  settle(): void {
    this.#attempt = undefined;
  }

  /** What the server found wrong, by the names that it uses, as far as it is about something that is asked for. */
  refuse(
    fields: readonly { readonly field: string; readonly code: string }[],
    isAsked: (name: string) => boolean,
  ): void {
    for (const { field, code } of fields) {
      const name = field.replace(/^endUser\./, 'customer.');
      const isKnown = code === 'required' || code === 'length' || code === 'invalid';
      if (isAsked(name)) this.problems.set(name as NewName, isKnown ? code : 'refused');
    }
  }

  #fact(fact: CustomerFact): string | null {
    return this.text(`customer.${fact}`).trim() || null;
  }
}

import { factProblem } from '../../domain/customer-facts.js';
import { customerFacts, type CustomerFact } from '../../domain/customer-info.js';
import { fieldProblem, isEmptyValue, sameValue, type FieldProblem } from '../../domain/field-values.js';
import type { FieldDefinition } from '../../domain/fields.js';
import type { FieldValue, Ticket } from '../../domain/types.js';
import type { DeskError } from '../desk-error.js';
import type { Task } from '../hub-context.js';
import { FieldUploads } from './field-uploads.js';

/** Names what can be edited, as the server names it when it refuses. */
export type FieldName = 'categoryId' | 'attachmentIds' | `customer.${CustomerFact}` | `f.${string}`;

export type EditProblem = FieldProblem | 'refused';

/** What is asked of the hub. */
export interface TicketEdit {
  readonly customer?: Readonly<Partial<Record<CustomerFact, string | null>>>;
  readonly categoryId?: number;
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

interface Edit {
  /** What the ticket had when the agent began; undefined: what it has next. */
  base: FieldValue | undefined;
  value: FieldValue;
}

interface Save {
  readonly id: string;
  readonly version: number;
  readonly sent: ReadonlyMap<FieldName, FieldValue>;
  /** Edits of fields that tickets of the chosen submission type do not have. */
  readonly left: readonly FieldName[];
  isSeen: boolean;
}

export function ownName(code: string): `f.${string}` {
  return `f.${code}`;
}

export function factOf(name: string): CustomerFact | undefined {
  return customerFacts.find((fact) => name === `customer.${fact}`);
}

/** What a ticket has under a name. */
export function valueIn(ticket: Ticket, name: FieldName): FieldValue {
  if (name === 'categoryId') return ticket.categoryId === null ? '' : String(ticket.categoryId);
  const fact = factOf(name);
  if (fact) return ticket.customer?.[fact] ?? '';
  // A code may be a word that every object of the page has.
  const code = name.slice(2);
  return Object.hasOwn(ticket.fields, code) ? (ticket.fields[code] ?? null) : null;
}

/**
 * What an agent wrote into the fields of one ticket and did not save yet. It is laid over the ticket as that changes:
 * what somebody else changed is seen at once where the agent wrote nothing, and asked about where both did.
 */
export class FieldEdits {
  readonly #edits = new Map<FieldName, Edit>();
  readonly problems = new Map<FieldName, EditProblem>();
  /** Files for its fields; one that arrives while another ticket is open still finds its place. */
  readonly uploads = new FieldUploads((name, { attachmentId }) => {
    const ticket = this.#ticket;
    if (ticket) this.set(ticket, name, [...filesIn(this.value(ticket, name)), attachmentId]);
  });
  #ticket?: Ticket;
  #save?: Save;
  /** Why the last save was refused, until the next or until it is read. */
  refusal?: { readonly taskId: string; readonly version: number; readonly error: DeskError };
  /** Saves that were tried again by themselves, for others had changed something else. */
  retries = 0;
  isSaved = false;

  get isDirty(): boolean {
    return this.#edits.size > 0;
  }

  get isSaving(): boolean {
    return this.#save !== undefined;
  }

  has(name: FieldName): boolean {
    return this.#edits.has(name);
  }

  value(ticket: Ticket, name: FieldName): FieldValue {
    const edit = this.#edits.get(name);
    return edit ? edit.value : valueIn(ticket, name);
  }

  set(ticket: Ticket, name: FieldName, value: FieldValue): void {
    const now = valueIn(ticket, name);
    const edit = this.#edits.get(name);
    // Nothing at all is a value too.
    const base = edit?.base === undefined ? now : edit.base;
    if (sameValue(value, base) && sameValue(base, now) && !this.#save) this.#edits.delete(name);
    else this.#edits.set(name, { base, value });
    this.problems.delete(name);
    this.isSaved = false;
  }

  /** The ticket is as it is now: what it has already is nobody's edit any more. */
  settle(ticket: Ticket): void {
    this.#ticket = ticket;
    if (this.#save) return;
    for (const [name, edit] of this.#edits) {
      if (edit.base === undefined) edit.base = valueIn(ticket, name);
      if (sameValue(edit.value, valueIn(ticket, name))) this.#edits.delete(name);
    }
  }

  /** What the agent wrote while somebody else changed the same. */
  conflicts(ticket: Ticket): readonly FieldName[] {
    if (this.#save) return [];
    const isOthers = (name: FieldName, { base, value }: Edit) =>
      base !== undefined && !sameValue(valueIn(ticket, name), base) && !sameValue(valueIn(ticket, name), value);
    return [...this.#edits].filter(([name, edit]) => isOthers(name, edit)).map(([name]) => name);
  }

  /** Answers a conflict. */
  keep(ticket: Ticket, name: FieldName, whose: 'mine' | 'theirs'): void {
    const edit = this.#edits.get(name);
    if (edit && whose === 'mine') edit.base = valueIn(ticket, name);
    else this.#edits.delete(name);
  }

  /** Gives everything up. */
  discard(): void {
    this.#edits.clear();
    this.problems.clear();
    this.uploads.clear();
    this.retries = 0;
  }

  /** Looks at everything that is to be sent; tells whether all is fine. */
  check(definitions: readonly FieldDefinition[], unfinished: readonly FieldName[] = []): boolean {
    this.problems.clear();
    for (const name of unfinished) this.problems.set(name, 'invalid');
    for (const [name, { value }] of this.#edits) {
      const fact = factOf(name);
      const definition = definitions.find(({ code }) => ownName(code) === name);
      const problem = fact ? factProblem(fact, String(value ?? '')) : definition && fieldProblem(definition, value);
      if (problem && !this.problems.has(name)) this.problems.set(name, problem);
    }
    return this.problems.size === 0;
  }

  /** What is to be sent, as far as tickets of the chosen submission type have it; undefined for nothing. */
  begin(id: string, version: number, definitions: readonly FieldDefinition[]): TicketEdit | undefined {
    const codes = new Set(definitions.map(({ code }) => ownName(code)));
    const customer: Partial<Record<CustomerFact, string | null>> = {};
    const fields = new Map<string, FieldValue>();
    const sent = new Map<FieldName, FieldValue>();
    const left: FieldName[] = [];
    let categoryId: number | undefined;
    for (const [name, { value }] of this.#edits) {
      const fact = factOf(name);
      if (fact) customer[fact] = String(value ?? '').trim() || null;
      else if (name === 'categoryId') categoryId = Number(value);
      else if (codes.has(name as `f.${string}`)) fields.set(name.slice(2), isNothing(value) ? null : value);
      else {
        left.push(name);
        continue;
      }
      sent.set(name, value);
    }
    if (sent.size === 0) {
      this.#drop(left);
      return undefined;
    }
    this.#save = { id, version, sent, left, isSeen: false };
    this.refusal = undefined;
    this.isSaved = false;
    return {
      ...(Object.keys(customer).length > 0 && { customer }),
      ...(categoryId !== undefined && { categoryId }),
      ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
    };
  }

  /** Somebody else took the matter over: the ticket tells what became of it. */
  leave(): void {
    this.#save = undefined;
  }

  /** Follows the save that is under way; tells whether it ended. */
  follow(tasks: readonly Task[]): boolean {
    const save = this.#save;
    if (!save) return false;
    const task = tasks.find(({ id }) => id === save.id);
    if (task?.state === 'running') save.isSeen = true;
    if (task ? task.state === 'running' : !save.isSeen) return false;
    this.#save = undefined;
    if (task?.error) this.#refuse(save, task.id, task.error);
    else this.#finish(save);
    return true;
  }

  #drop(names: readonly FieldName[]): void {
    for (const name of names) this.#edits.delete(name);
  }

  #finish({ sent, left }: Save): void {
    // Nobody can see or save them any more.
    this.#drop(left);
    for (const [name, value] of sent) {
      const edit = this.#edits.get(name);
      // What was written since the save began counts against what was saved, however the server spells that.
      if (edit && !sameValue(edit.value, value)) edit.base = undefined;
      else this.#edits.delete(name);
    }
    this.retries = 0;
    this.isSaved = true;
  }

  #refuse({ version }: Save, taskId: string, error: DeskError): void {
    this.refusal = { taskId, version, error };
    for (const { field, code } of error.details.fields ?? []) {
      const isKnown = code === 'required' || code === 'length' || code === 'invalid';
      this.problems.set(field as FieldName, isKnown ? code : 'refused');
    }
  }
}

/** The files that a value of a file field names. */
export function filesIn(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value : [];
}

function isNothing(value: FieldValue): boolean {
  return value !== false && isEmptyValue(value);
}

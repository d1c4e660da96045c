import { ownName, type FieldName } from '../../base/fields/field-edits.js';
import { fieldProblem, fieldsFor, isEmptyValue } from '../../domain/field-values.js';
import type { FieldDefinition } from '../../domain/fields.js';
import type { IssueTarget } from '../../domain/transfer.js';
import { languages, type FieldValue } from '../../domain/types.js';
import type { TransferIntent } from '../../events/requests.js';
import { TransferForm } from './transfer-form.js';

/** A field of a service that has no name for it in this language goes by the name that it has. */
function named(field: FieldDefinition): FieldDefinition {
  const [first = field.code] = Object.values(field.names);
  return { ...field, names: { ...Object.fromEntries(languages.map((one) => [one, first])), ...field.names } };
}

const isNothing = (value: FieldValue): boolean => value !== false && isEmptyValue(value);

/** What goes to an issue service. What was entered for one service is there again when it is chosen again. */
export class IssueForm extends TransferForm {
  readonly kind = 'issue' as const;
  service = '';
  targets: readonly IssueTarget[] = [];
  readonly #values = new Map<string, Map<FieldName, FieldValue>>();

  override value(name: FieldName): FieldValue {
    return name === 'attachmentIds' ? super.value(name) : (this.#own.get(name) ?? null);
  }

  override set(name: FieldName, value: FieldValue): void {
    super.set(name, value);
    if (name !== 'attachmentIds') this.#own.set(name, value);
  }

  get target(): IssueTarget | undefined {
    return this.targets.find(({ serviceId }) => serviceId === this.service);
  }

  get categoryId(): string {
    return String(this.value('categoryId') ?? '');
  }

  /** The fields that its tickets of the chosen submission type have. */
  get definitions(): readonly FieldDefinition[] {
    const { target, categoryId } = this;
    return target ? fieldsFor(target.customerFields, categoryId === '' ? null : Number(categoryId)) : [];
  }

  /** Where tickets can go now. With one service there is nothing to choose. */
  offer(targets: readonly IssueTarget[]): void {
    this.targets = targets.map((target) => ({ ...target, customerFields: target.customerFields.map(named) }));
    const [only, ...others] = targets;
    if (!this.target) this.service = only && others.length === 0 ? only.serviceId : '';
  }

  check(unfinished: readonly FieldName[], isWritten: boolean): boolean {
    const { problems } = this;
    problems.clear();
    if (!this.target) problems.set('service', 'required');
    else if (this.categoryId === '') problems.set('categoryId', 'required');
    for (const definition of this.definitions) {
      const name = ownName(definition.code);
      const problem = fieldProblem(definition, this.value(name));
      if (problem) problems.set(name, problem);
    }
    for (const name of unfinished) problems.set(name, 'invalid');
    this.checkText(isWritten);
    return problems.size === 0;
  }

  intent(): TransferIntent {
    const fields = this.definitions
      .filter(({ type }) => type !== 'caption')
      .map(({ code }) => [code, this.value(ownName(code))] as const)
      .filter(([, value]) => value === false || !isEmptyValue(value));
    return {
      issue: {
        service: this.service,
        categoryId: Number(this.categoryId),
        subject: this.subject.trim(),
        content: this.html,
        fields: Object.fromEntries(fields),
        attachments: this.attachmentIds,
      },
    };
  }

  /** Those for the service that is chosen. */
  get entries(): Readonly<Record<string, FieldValue>> {
    const own = [...this.#own].filter(([, value]) => !isNothing(value));
    return own.length > 0 ? { service: this.service, ...Object.fromEntries(own) } : {};
  }

  enter(entries: Readonly<Record<string, FieldValue>>): void {
    if (typeof entries['service'] === 'string') this.service = entries['service'];
    const isOwn = (name: string): boolean => name === 'categoryId' || name.startsWith('f.');
    for (const [name, value] of Object.entries(entries)) if (isOwn(name)) this.set(name as FieldName, value);
  }

  protected get hasEntries(): boolean {
    return [...this.#values.values()].some((own) => [...own.values()].some((value) => !isNothing(value)));
  }

  protected placeOf(field: string): string {
    if (field === 'content') return 'html';
    if (field === 'attachments') return 'attachmentIds';
    return field.replace(/^fields\./, 'f.');
  }

  get #own(): Map<FieldName, FieldValue> {
    let own = this.#values.get(this.service);
    if (!own) this.#values.set(this.service, (own = new Map()));
    return own;
  }
}

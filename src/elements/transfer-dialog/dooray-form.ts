import { filesIn, type FieldName } from '../../base/fields/field-edits.js';
import type { DoorayOrganization, DoorayProject, DoorayTagGroup, DoorayTemplate } from '../../domain/transfer.js';
import type { FieldValue } from '../../domain/types.js';
import type { Written } from '../../editor/writing.js';
import type { TransferIntent } from '../../events/requests.js';
import { htmlToText } from '../../util/html-text.js';
import { textToHtml } from '../../util/text-html.js';
import { TransferForm } from './transfer-form.js';

/** What was chosen for a project. */
interface Choices {
  template?: DoorayTemplate;
  tagIds: ReadonlySet<string>;
  assignees: readonly string[];
}

const nobody: Readonly<Choices> = { tagIds: new Set(), assignees: [] };

/** The name of a group of tags among what is asked for. */
export function tagsName({ groupId }: Pick<DoorayTagGroup, 'groupId'>): `tags.${string}` {
  return `tags.${groupId ?? ''}`;
}

/** What goes to Dooray!. What was chosen for one project is there again when it is chosen again. */
export class DoorayForm extends TransferForm {
  readonly kind = 'dooray' as const;
  organizations: readonly DoorayOrganization[] = [];
  /** What the chosen project offers, once that is known. */
  project?: DoorayProject;
  organizationId = '';
  projectId = '';
  /** The template that was chosen before, and is not read yet. */
  coming?: string;
  readonly #choices = new Map<string, Choices>();
  #wasChosen = false;

  get organization(): DoorayOrganization | undefined {
    return this.organizations.find(({ organizationId }) => organizationId === this.organizationId);
  }

  get choices(): Readonly<Choices> {
    return this.#choices.get(this.#place) ?? nobody;
  }

  override get isWaiting(): boolean {
    return super.isWaiting || (this.projectId !== '' && !this.project);
  }

  /** Whether nothing was chosen for the project yet. */
  get isFresh(): boolean {
    return !this.#choices.has(this.#place);
  }

  /** Where tickets can go now. What has no alternative is chosen. */
  offer(organizations: readonly DoorayOrganization[]): void {
    this.organizations = organizations;
    if (!this.organization) {
      const [only, ...others] = organizations;
      this.#choose(only && others.length === 0 ? only.organizationId : '');
    } else if (!this.organization.projects.some(({ projectId }) => projectId === this.projectId)) {
      this.#choose(this.organizationId);
    }
  }

  chooseOrganization(organizationId: string): void {
    this.#wasChosen = true;
    this.problems.delete('organizationId');
    this.#choose(organizationId);
  }

  chooseProject(projectId: string): void {
    this.#wasChosen = true;
    this.projectId = projectId;
    this.project = undefined;
    this.problems.delete('projectId');
  }

  /** A task without a template; what it gave stays. */
  leaveTemplate(): void {
    this.#wasChosen = true;
    this.#change({ template: undefined });
    this.problems.delete('templateId');
  }

  chooseAssignees(assignees: readonly string[]): void {
    this.#wasChosen = true;
    this.#change({ assignees });
    this.problems.delete('assignees');
  }

  /** Takes or leaves a tag; of a group that allows one, the others go. */
  chooseTag(group: DoorayTagGroup, tagId: string, isOn: boolean): void {
    const others = [...this.choices.tagIds].filter((id) => id !== tagId && !(group.selectOne && has(group, id)));
    this.#wasChosen = true;
    this.#change({ tagIds: new Set(isOn && tagId ? [...others, tagId] : others) });
    this.problems.delete(tagsName(group));
  }

  /**
   * A template was read: its tags and assignees are taken beside those that the agent chose, in the place of those of the
   * former one, and its words, where nobody wrote others. Tells whether the words still have to be put in by whoever has
   * the editor.
   */
  take(template: DoorayTemplate, isRich: boolean): boolean {
    const { project, choices } = this;
    if (!project) return false;
    const tagIds = new Set([...choices.tagIds].filter((id) => !choices.template?.tagIds.includes(id)));
    for (const group of project.tagGroups) {
      const own = group.tags.filter(({ tagId }) => template.tagIds.includes(tagId));
      const isTaken = group.selectOne && group.tags.some(({ tagId }) => tagIds.has(tagId));
      for (const { tagId } of isTaken ? [] : group.selectOne ? own.slice(0, 1) : own) tagIds.add(tagId);
    }
    const chosen = choices.assignees.filter((id) => !choices.template?.assignees.includes(id));
    this.#change({ template, tagIds, assignees: membersOf(project, [...chosen, ...template.assignees]) });
    this.problems.delete('templateId');
    if (this.isTextTouched) return template.html !== '';
    const { subject, isSubjectTouched } = this;
    this.renew(isRich);
    if (isSubjectTouched) this.subject = subject;
    return false;
  }

  /** The words of the template stand before what the ticket says. */
  override renew(isRich: boolean): void {
    super.renew(isRich);
    const { template } = this.choices;
    if (!template) return;
    this.fill({
      subject: [template.subject.trim(), this.subject].filter(Boolean).join(' '),
      written: template.html === '' ? this.written : before(template.html, this.written, isRich),
    });
  }

  check(_unfinished: readonly FieldName[], isWritten: boolean): boolean {
    const { problems, project } = this;
    problems.clear();
    if (!this.organization) problems.set('organizationId', 'required');
    if (!this.projectId) problems.set('projectId', 'required');
    for (const group of project?.tagGroups ?? []) {
      const has = group.tags.some(({ tagId }) => this.choices.tagIds.has(tagId));
      if (group.mandatory && !has) problems.set(tagsName(group), 'required');
    }
    this.checkText(isWritten);
    return problems.size === 0;
  }

  intent(): TransferIntent {
    const { project, choices } = this;
    const tags = project?.tagGroups.flatMap((group) => group.tags.map(({ tagId }) => tagId)) ?? [];
    return {
      dooray: {
        organizationId: this.organizationId,
        projectId: this.projectId,
        ...(choices.template && { templateId: choices.template.templateId }),
        subject: this.subject.trim(),
        content: this.html,
        tagIds: tags.filter((id) => choices.tagIds.has(id)),
        assignees: project ? membersOf(project, choices.assignees) : [],
        attachments: this.attachmentIds,
      },
    };
  }

  get entries(): Readonly<Record<string, FieldValue>> {
    const { template, tagIds, assignees } = this.choices;
    if (!this.#wasChosen) return {};
    return {
      organizationId: this.organizationId,
      projectId: this.projectId,
      ...((template ?? this.coming) && { templateId: template?.templateId ?? this.coming ?? '' }),
      tagIds: [...tagIds],
      assignees,
    };
  }

  enter(entries: Readonly<Record<string, FieldValue>>, isWritten: boolean): void {
    const { organizationId, projectId, templateId, tagIds, assignees } = entries;
    if (typeof organizationId !== 'string' || typeof projectId !== 'string') return;
    this.#wasChosen = true;
    if (projectId !== this.projectId) this.project = undefined;
    Object.assign(this, { organizationId, projectId });
    const chosen = { tagIds: new Set(filesIn(tagIds ?? null)), assignees: filesIn(assignees ?? null) };
    // The words of the template are in what was written already; where nothing was, they come with it.
    const isIn = typeof templateId === 'string' && isWritten;
    const words = { subject: '', html: '', tagIds: [], assignees: [] };
    this.#choices.set(this.#place, { ...chosen, ...(isIn && { template: { templateId, ...words } }) });
    this.coming = typeof templateId === 'string' && !isWritten ? templateId : undefined;
  }

  protected get hasEntries(): boolean {
    return this.#wasChosen;
  }

  protected placeOf(field: string): string {
    if (field === 'content') return 'html';
    if (field === 'attachments') return 'attachmentIds';
    if (field !== 'tagIds') return field;
    const lacking = (this.project?.tagGroups ?? []).find(
      ({ mandatory, tags }) => mandatory && !tags.some(({ tagId }) => this.choices.tagIds.has(tagId)),
    );
    const [first] = this.project?.tagGroups ?? [];
    const group = lacking ?? first;
    return group ? tagsName(group) : 'projectId';
  }

  #choose(organizationId: string): void {
    this.organizationId = organizationId;
    const [only, ...others] = this.organization?.projects ?? [];
    this.projectId = only && others.length === 0 ? only.projectId : '';
    this.project = undefined;
  }

  #change(change: Partial<Choices>): void {
    this.#choices.set(this.#place, { ...this.choices, ...change });
  }

  get #place(): string {
    return `${this.organizationId} ${this.projectId}`;
  }
}

function has({ tags }: DoorayTagGroup, id: string): boolean {
  return tags.some(({ tagId }) => tagId === id);
}

/** The words of a template, and below them what is there. */
function before(html: string, { text, isHtml }: Written, isRich: boolean): Written {
  if (!isRich) return { text: `${htmlToText(html)}\n\n${text}`.trim(), isHtml: false };
  return { text: `${html}${isHtml ? text : textToHtml(text)}`, isHtml: true };
}

function membersOf({ members }: DoorayProject, ids: readonly string[]): readonly string[] {
  return members.map(({ memberId }) => memberId).filter((id) => ids.includes(id));
}

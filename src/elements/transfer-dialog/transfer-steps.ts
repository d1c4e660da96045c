import type { DeskError } from '../../base/desk-error.js';
import type { TransferSource } from '../../base/hub-context.js';
import { HubLink, type HubHost } from '../../base/hub-link.js';
import { Loader } from '../../base/loader.js';
import type { DoorayProject, DoorayTemplate, TransferTargets } from '../../domain/transfer.js';
import type { Draft } from '../../domain/types.js';
import type { DoorayState } from './dooray-parts.js';
import type { DoorayForm } from './dooray-form.js';
import type { AnyForm } from './kept-forms.js';

interface Begun {
  readonly source: TransferSource;
  readonly targets: TransferTargets;
}

/** What the steps need of the dialog. */
export interface StepsHost {
  form(): AnyForm | undefined;
  isRich(): boolean;
  /** The form has another text than the editor. */
  onText(): void;
  /** What is kept of a form since before, and what puts it in there. */
  readonly kept: {
    read(form: AnyForm): Promise<Draft | null>;
    take(form: AnyForm, draft: Draft | null): void;
  };
  /** Words are to go where the caret is. */
  put(html: string): void;
}

/** Why nothing can be handed over, where it is no failure. */
export type Lack = 'noTarget' | 'switchedOff' | 'noOrganization' | 'notNow';

/** What the dialog has to ask for: before anything can be entered, and for each project that is chosen. */
export class TransferSteps {
  readonly #begun: Loader<Begun>;
  readonly #project: Loader<DoorayProject>;
  readonly #template: Loader<DoorayTemplate>;
  /** The template that is being read. It counts only when its words, tags and people are there. */
  #templateId = '';

  constructor(
    private readonly element: HubHost,
    private readonly host: StepsHost,
  ) {
    this.#begun = new Loader(element);
    this.#project = new Loader(element);
    this.#template = new Loader(element);
  }

  get error(): DeskError | undefined {
    return this.#begun.error;
  }

  /** Whether something can be entered. */
  get isReady(): boolean {
    return this.#begun.load.status === 'ready' && this.lack === null;
  }

  get lack(): Lack | null {
    const begun = this.#begun.value;
    const form = this.host.form();
    if (!begun || !form) return null;
    const { targets, source } = begun;
    // What is under way has changed the ticket already.
    const isPossible = source.ticket.actions.includes(form.kind === 'issue' ? 'transfer_issue' : 'transfer_dooray');
    if (form.kind === 'issue' && targets.issue.length === 0) return 'noTarget';
    if (form.kind === 'dooray' && targets.dooray === null) return 'switchedOff';
    if (form.kind === 'dooray' && targets.dooray?.length === 0) return 'noOrganization';
    return isPossible || form.sent ? null : 'notNow';
  }

  get dooray(): DoorayState {
    return {
      isLoading: this.#project.isLoading,
      error: this.#project.error,
      templateError: this.#template.error,
      coming: this.#template.isLoading ? this.#templateId : undefined,
      retry: () => void this.#readProject(),
      chooseOrganization: (organizationId) => this.#choose((form) => form.chooseOrganization(organizationId)),
      chooseProject: (projectId) => this.#choose((form) => form.chooseProject(projectId)),
      chooseTemplate: (templateId) => void this.#takeTemplate(templateId),
    };
  }

  /** Whether something that was chosen is still being read. */
  get isWaiting(): boolean {
    return this.#template.isLoading;
  }

  /** Reads the ticket and where it can go. Tells whether something can be entered then. */
  async begin(): Promise<boolean> {
    const form = this.host.form();
    const { hub } = HubLink.of(this.element);
    if (!hub || !form) return false;
    this.stop();
    const begun = await this.#begun.start(async (signal) => {
      const [source, targets, kept] = await Promise.all([
        hub.transfer.source(form.ticketId, signal),
        hub.transfer.targets(signal),
        this.host.kept.read(form),
      ]);
      // Before anything of it is shown: what is shown is kept.
      if (!signal.aborted && form === this.host.form()) {
        form.begin(source, this.host.isRich());
        this.host.kept.take(form, kept);
        if (form.kind === 'issue') form.offer(targets.issue);
        else form.offer(targets.dooray ?? []);
      }
      return { source, targets };
    });
    if (!begun || form !== this.host.form()) return false;
    this.element.requestUpdate();
    if (form.kind === 'dooray') void this.#readProject();
    return this.isReady;
  }

  /** The form was filled in anew with what is kept of it. */
  restored(): void {
    this.host.onText();
    this.element.requestUpdate();
    if (this.host.form()?.kind === 'dooray') void this.#readProject();
  }

  /** The ticket is another now. */
  follow(source: TransferSource): void {
    const form = this.host.form();
    if (!form || form.sent) return;
    if (form.follow(source, this.host.isRich())) this.host.onText();
    this.element.requestUpdate();
  }

  /** Title and text are taken from the ticket anew; or what was written before that stands there again. */
  fillAgain(isUndone: boolean): void {
    const form = this.host.form();
    if (isUndone) form?.undo();
    else form?.fillAgain(this.host.isRich());
    this.host.onText();
    this.element.requestUpdate();
  }

  /** The dialog closed: what is on its way has no place to go. */
  stop(): void {
    for (const load of [this.#begun, this.#project, this.#template]) load.clear();
  }

  #choose(change: (form: DoorayForm) => void): void {
    const form = this.host.form();
    if (form?.kind !== 'dooray') return;
    change(form);
    this.element.requestUpdate();
    void this.#readProject();
  }

  async #readProject(): Promise<void> {
    const form = this.host.form();
    const { hub } = HubLink.of(this.element);
    this.#project.clear();
    this.#template.clear();
    if (!hub || form?.kind !== 'dooray' || !form.projectId) return;
    const { organizationId, projectId } = form;
    const project = await this.#project.start((signal) => hub.transfer.project(organizationId, projectId, signal));
    if (!project || form !== this.host.form() || form.projectId !== projectId) return;
    form.project = project;
    this.element.requestUpdate();
    const usual = project.templates.find(({ isDefault }) => isDefault)?.templateId;
    const wanted = form.coming ?? (form.isFresh && !form.isTextTouched ? usual : undefined);
    if (wanted) await this.#takeTemplate(wanted);
  }

  async #takeTemplate(templateId: string): Promise<void> {
    const form = this.host.form();
    const { hub } = HubLink.of(this.element);
    if (!hub || form?.kind !== 'dooray') return;
    const { organizationId, projectId } = form;
    this.#template.clear();
    this.#templateId = templateId;
    form.coming = undefined;
    if (!templateId) return form.leaveTemplate();
    const place = { organizationId, projectId, templateId };
    const template = await this.#template.start((signal) => hub.transfer.template(place, signal));
    if (!template || form !== this.host.form() || form.projectId !== projectId) return;
    if (form.take(template, this.host.isRich())) this.host.put(template.html);
    else this.host.onText();
    this.element.requestUpdate();
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { FormDraft, isSameForm } from '../../base/form-draft.js';
import { known } from '../../base/known.js';
import { HubLink, type HubHost } from '../../base/hub-link.js';
import { renderOtherWindow } from '../../base/other-window.js';
import { timeText } from '../../base/time-text.js';
import type { Draft } from '../../domain/types.js';
import { DraftChangeRequest, DraftChooseRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { restoreForm, textOfForm } from './form-text.js';
import type { AnyForm } from './kept-forms.js';

export interface KeptHost {
  form(): AnyForm | undefined;
  isRich(): boolean;
  /** The form has other entries than are shown. */
  onRestored(): void;
}

/** Keeps the form of the dialog on the server while it is written, and fills it in with what is kept there. */
export class KeptDraft {
  readonly #draft: FormDraft;

  constructor(
    private readonly element: HubHost,
    private readonly host: KeptHost,
  ) {
    this.#draft = new FormDraft(element, {
      change: (...told) => new DraftChangeRequest(...told),
      choose: (...told) => new DraftChooseRequest(...told),
      onOther: (draft) => this.#onOther(draft),
    });
  }

  /** What is kept of a form, which is followed from now on. */
  read({ kind, ticketId }: AnyForm): Promise<Draft | null> {
    return this.#draft.follow(kind, ticketId);
  }

  /** Fills a form in with what is kept of it, if that is something else. */
  take(form: AnyForm, draft: Draft | null): void {
    if (form.sent || !draft || isSameForm(draft, textOfForm(form))) return;
    restoreForm(form, draft, this.host.isRich());
    form.restoredAt = draft.updatedAt;
  }

  /** The form was shown as it is now. */
  shown(): void {
    const form = this.host.form();
    if (form && !form.sent) this.#draft.keep(textOfForm(form));
  }

  /** What was entered is given up. */
  drop(): void {
    this.#draft.keep(null);
  }

  /** Where what stands here comes from; that another window has something else; or that it is not kept. */
  render(texts: Texts, more: MoreTexts, language: string): TemplateResult | typeof nothing {
    const { state, other } = this.#draft.state ?? {};
    const restoredAt = this.host.form()?.restoredAt;
    if (state === 'conflict' && other) return renderOtherWindow(other, texts, more, this.#draft);
    if (state === 'unsaved') return html`<p class="notice" role="alert">${texts.replyComposer.unsaved}</p>`;
    if (restoredAt === undefined) return nothing;
    const zone = known(HubLink.of(this.element).hub?.session.$session.get())?.service.timeZone ?? 'UTC';
    const time = timeText(restoredAt, language, zone, 'dateTime');
    return html`<p class="notice calm" role="status">${more.transferDialog.restored({ time })}</p>`;
  }

  #onOther(draft: Draft): void {
    const form = this.host.form();
    if (!form?.source || form.sent || isSameForm(draft, textOfForm(form))) return;
    restoreForm(form, draft, this.host.isRich());
    this.host.onRestored();
  }
}

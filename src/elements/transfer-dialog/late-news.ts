import { nothing, type TemplateResult } from 'lit';
import { renderLateNotice } from '../../base/late-notice.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { renderWhy } from './transfer-foot.js';
import type { TransferForm } from './transfer-form.js';

/** What became of a transfer while nobody looked at it. */
export interface LateNews {
  readonly form: TransferForm;
  readonly isDone: boolean;
}

export interface LateView {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  open(form: TransferForm): void;
  look(form: TransferForm): void;
  close(): void;
}

/** That the ticket was handed over. */
export function doneText({ source, ticketId }: TransferForm, { transferDialog: words }: MoreTexts): string {
  return words.done({ name: safeName(source?.ticket.subject ?? '') || ticketId });
}

/** Tells it beside the work that the agent went on with, one after the other. */
export function renderLateNews(news: LateNews | undefined, view: LateView): TemplateResult | typeof nothing {
  if (!news) return nothing;
  const { texts, more, language } = view;
  const words = more.transferDialog;
  const { form, isDone } = news;
  const frame = {
    title: form.kind === 'issue' ? texts.action.transfer_issue : texts.action.transfer_dooray,
    language,
    close: texts.common.close,
    isAfloat: true,
    onClose: () => view.close(),
  };
  if (isDone) {
    const said = doneText(form, more);
    return renderLateNotice({ ...frame, said, isCalm: true, action: words.open, onAction: () => view.open(form) });
  }
  if (!form.error) return nothing;
  const said = renderWhy(form.error, texts, more);
  return renderLateNotice({ ...frame, said, action: words.look, onAction: () => view.look(form) });
}

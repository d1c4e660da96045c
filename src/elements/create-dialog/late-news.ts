import { nothing, type TemplateResult } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import { renderLateNotice } from '../../base/late-notice.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { renderWhy } from './create-foot.js';

/** What became of a ticket after the dialog was closed. */
export type LateNews = { readonly subject: string; readonly ticketId: string } | 'refused';

export interface LateView {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  /** Why it was refused, as long as nobody has read that. */
  readonly error: DeskError | undefined;
  open(ticketId: string): void;
  look(): void;
  close(): void;
}

/** Tells it beside the work that the agent went on with. */
export function renderLateNews(news: LateNews | null, view: LateView): TemplateResult | typeof nothing {
  const { texts, language, error } = view;
  const words = view.more.createDialog;
  const frame = {
    title: words.title,
    language,
    close: texts.common.close,
    isAfloat: true,
    onClose: () => view.close(),
  };
  if (news === null || (news === 'refused' && !error)) return nothing;
  if (news !== 'refused') {
    const said = words.made({ name: news.subject });
    return renderLateNotice({
      ...frame,
      said,
      isCalm: true,
      action: words.open,
      onAction: () => view.open(news.ticketId),
    });
  }
  const said = error ? renderWhy(error, texts, words) : '';
  return renderLateNotice({ ...frame, said, action: words.look, onAction: () => view.look() });
}

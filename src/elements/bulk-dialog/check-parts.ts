import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Load } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { mostRefusals, type BulkCheck, type BulkCode } from '../../domain/bulk.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { renderProblem } from './bulk-fields.js';
import { isAnswer, needsAgreement, type BulkForm, type Missing } from './bulk-form.js';

/** What the answer is shown with. */
export interface CheckState {
  readonly load: Load<BulkCheck>;
  readonly form: BulkForm;
  readonly missing: Missing | null;
  readonly isRunning: boolean;
  readonly texts: Texts;
  readonly more: MoreTexts;
  change(change: Partial<BulkForm>): void;
  leaveOutAbsent(): void;
  retry(): void;
}

/** What would happen, before it does: how many tickets, how many mails, who is left out and why. */
export function renderCheck(state: CheckState): TemplateResult {
  const { load, form } = state;
  const words = state.more.bulkDialog;
  const check = known(load);
  if (load.status === 'idle') return html`<p class="hint">${form.action ? words.firstValue : words.first}</p>`;
  if (load.status === 'failed') return renderFailure(state.texts.errors[load.error.kind], state);
  return html`${check && check.absent.length > 0 ? renderAbsent(check, state) : nothing}
    <section class="preview" tabindex="-1" aria-label=${words.preview} aria-busy=${load.status === 'loading'}>
      <div role="status" class="facts">
        ${load.status === 'loading' ? html`<p class="checking">${words.checking}</p>` : nothing}
        ${check ? renderFacts(check, state) : nothing}
      </div>
      ${check ? renderQuestions(check, state) : nothing} ${check ? renderLeftOut(check, state.more) : nothing}
    </section>`;
}

/** Ticked before, and not to be seen in the list any more: nobody should treat them unaware. */
function renderAbsent({ absent }: BulkCheck, { isRunning, more, leaveOutAbsent }: CheckState): TemplateResult {
  const { bulkDialog: words } = more;
  return html`<div class="notice calm" role="status">
    <span>${words.absent(absent.length)}</span>
    <button type="button" class="button absent" ?disabled=${isRunning} @click=${leaveOutAbsent}>
      ${words.leaveOutAbsent(absent.length)}
    </button>
  </div>`;
}

function renderFailure(why: string, { texts, more, retry }: CheckState): TemplateResult {
  return html`<div class="notice" role="alert">
    <span>${more.bulkDialog.checkFailed({ why })}</span>
    <button type="button" class="button" @click=${retry}>${texts.common.retry}</button>
  </div>`;
}

function renderFacts(check: BulkCheck, { form, more }: CheckState): TemplateResult {
  const { bulkDialog: words } = more;
  const { total, eligible, mails, withoutAddress } = check;
  const will =
    eligible === 0
      ? words.willNone
      : eligible === total
        ? words.willAll(total)
        : words.will({ total, count: eligible });
  const mailText = mails > 0 ? words.mails(mails) : words.noMails;
  return html`<p class="will">${will}</p>
    ${isAnswer(form.action) && eligible > 0 ? html`<p class="fact">${icon('mail')}${mailText}</p>` : nothing}
    ${
      withoutAddress > 0
        ? html`<p class="fact warns">${icon('warning')}${words.withoutAddress(withoutAddress)}</p>`
        : nothing
    }`;
}

function renderQuestions(check: BulkCheck, { form, missing, isRunning, more, change }: CheckState) {
  const { bulkDialog: words } = more;
  const waits = form.action === 'resolve' && (form.alsoWaiting || (check.codes.confirm_needed ?? 0) > 0);
  const isMissing = missing === 'needAgreement';
  const box = (id: string, text: string, isTicked: boolean, tick: (on: boolean) => void) =>
    html`<label class="check">
      <input
        type="checkbox"
        id=${id}
        .checked=${live(isTicked)}
        ?disabled=${isRunning}
        @change=${(event: Event) => tick((event.currentTarget as HTMLInputElement).checked)}
      />
      <span>${text}</span>
    </label>`;
  return html`${
    waits ? box('waiting', words.alsoWaiting, form.alsoWaiting, (alsoWaiting) => change({ alsoWaiting })) : nothing
  }
  ${
    needsAgreement(check)
      ? html`${box('agree', words.agree(check.mails), form.agreed === check.mails, (on) =>
          change({ agreed: on ? check.mails : null }),
        )}
        ${isMissing ? renderProblem(words.needAgreement) : nothing}`
      : nothing
  }`;
}

function renderLeftOut({ total, eligible, codes, refused }: BulkCheck, more: MoreTexts) {
  const words = more.bulkDialog;
  const reasons = Object.entries(codes) as [BulkCode, number][];
  if (reasons.length === 0) return nothing;
  const biggestFirst = reasons.sort(([, a], [, b]) => b - a);
  const leftOut = total - eligible;
  return html`<div class="left-out" role="group" aria-labelledby="left-out">
    <p class="strong" id="left-out">${words.leftOut(leftOut)}</p>
    ${biggestFirst.map(([code, count]) => {
      const tickets = refused.filter((one) => one.code === code);
      return html`<details>
        <summary>${words.codeCount({ why: more.bulkCode[code], count })}</summary>
        <ul class="tickets" role="list">
          ${tickets.map(
            ({ ticketId, subject }) =>
              html`<li>
                <span class="subject" dir="auto">${safeName(subject) || words.noSubject}</span>
                <span class="id">${ticketId}</span>
              </li>`,
          )}
        </ul>
      </details>`;
    })}
    ${leftOut > refused.length ? html`<p class="hint">${words.firstOf(mostRefusals)}</p>` : nothing}
  </div>`;
}

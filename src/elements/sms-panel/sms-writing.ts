import { AgentGuard } from '../../base/agent-guard.js';
import type { DeskError } from '../../base/desk-error.js';
import { FormDraft, type FormText } from '../../base/form-draft.js';
import type { Hub } from '../../base/hub-context.js';
import { HubLink, type HubHost } from '../../base/hub-link.js';
import { momentOf, wallText } from '../../base/zone-input.js';
import { isJpeg, smsLimits, smsText, smsTextProblem, smsTimeProblem } from '../../domain/sms.js';
import type { Attachment, Draft } from '../../domain/types.js';
import { DraftChangeRequest, DraftChooseRequest } from '../../events/requests.js';

/** What is wrong with a picture, or why it did not arrive. */
export type ImageProblem = 'imageType' | 'imageSize' | DeskError;

/** Why what is written cannot be sent. */
export type WritingProblem =
  'needText' | 'unsendable' | 'tooLong' | 'needTime' | 'too_soon' | 'too_late' | 'imageRunning' | 'imageFailed';

const minute = 60_000;

/** What is written of a text message and not sent: kept with the hub, over tickets, reloads and windows. */
export class SmsWriting {
  text = '';
  image: Attachment | null = null;
  /** The name of a picture that is on its way, or did not arrive. */
  pending: { readonly name: string; readonly problem?: ImageProblem } | null = null;
  isLater = false;
  /** Of a field for date and time. */
  atText = '';
  readonly draft: FormDraft;
  #ticketId: string | null = null;
  #upload?: AbortController;

  constructor(
    private readonly host: HubHost,
    /** The agent has changed it. */
    private readonly onChange: () => void,
  ) {
    this.draft = new FormDraft(host, {
      change: (...told) => new DraftChangeRequest(...told),
      choose: (...told) => new DraftChooseRequest(...told),
      onOther: (draft) => this.#take(draft),
    });
    new AgentGuard(host, () => this.clear());
  }

  /** Another ticket's message is written from now on. */
  follow(ticketId: string | null): void {
    if (ticketId === this.#ticketId) return;
    this.#ticketId = ticketId;
    this.clear();
    if (ticketId === null) this.draft.stop();
    else void this.#read(ticketId);
  }

  get isEmpty(): boolean {
    return this.text.trim() === '' && !this.image && !this.isLater;
  }

  change(change: { readonly text?: string; readonly isLater?: boolean; readonly atText?: string }): void {
    Object.assign(this, change);
    this.#keep();
  }

  /** Sends a picture to the server, if it is one that can go. */
  async add(file: File): Promise<void> {
    const ticketId = this.#ticketId;
    const { hub } = HubLink.of(this.host);
    if (!hub || !ticketId) return;
    this.#upload?.abort();
    const upload = (this.#upload = new AbortController());
    const problem = await imageProblem(file);
    if (upload.signal.aborted) return;
    this.pending = { name: file.name, ...(problem && { problem }) };
    this.host.requestUpdate();
    if (!problem) await this.#send(hub, file, upload.signal);
  }

  removeImage(): void {
    this.#upload?.abort();
    this.image = this.pending = null;
    this.#keep();
  }

  /** It was sent. */
  clear(): void {
    this.#upload?.abort();
    this.text = this.atText = '';
    this.image = this.pending = null;
    this.isLater = false;
    this.host.requestUpdate();
  }

  /** When it is to leave; null where that is now, or not known. */
  at(timeZone: string): number | null {
    return this.isLater ? momentOf(this.atText, timeZone) : null;
  }

  /** The first thing that keeps it from being sent. */
  problem(timeZone: string, now: number): WritingProblem | null {
    const { pending, isLater } = this;
    const ofText = smsTextProblem(smsText(this.text));
    if (ofText) return ({ required: 'needText', unsendable: 'unsendable', too_long: 'tooLong' } as const)[ofText];
    if (pending) return pending.problem ? 'imageFailed' : 'imageRunning';
    if (!isLater) return null;
    const at = this.at(timeZone);
    return at === null ? 'needTime' : smsTimeProblem(at, now);
  }

  async #send(hub: Hub, file: File, signal: AbortSignal): Promise<void> {
    try {
      // Nothing but a JPEG goes here, whatever its name ends with.
      const named = /\.jpe?g$/i.test(file.name) ? file : new File([file], `${file.name}.jpg`, { type: 'image/jpeg' });
      const image = await hub.files.upload(named, { inline: false }, signal);
      if (signal.aborted) return;
      this.image = image;
      this.pending = null;
      this.#keep();
    } catch (error) {
      if (signal.aborted) return;
      this.pending = { name: file.name, problem: error as DeskError };
      this.host.requestUpdate();
    }
  }

  /** What is kept of the message; nothing that was typed until it came is lost. */
  async #read(ticketId: string): Promise<void> {
    const draft = await this.draft.follow('sms', ticketId);
    if (ticketId !== this.#ticketId) return;
    if (!draft) {
      if (!this.isEmpty) this.#keep();
      return;
    }
    const typed = this.text;
    this.#take(draft);
    if (typed.trim() !== '' && typed !== this.text) this.change({ text: this.text ? `${this.text}\n${typed}` : typed });
  }

  #take({ values, attachments }: Pick<Draft, 'values' | 'attachments'>): void {
    const { text, at } = values;
    this.text = typeof text === 'string' ? text : '';
    this.atText = typeof at === 'string' ? at : '';
    this.isLater = typeof at === 'string';
    this.image = attachments?.[0] ?? null;
    this.host.requestUpdate();
  }

  #keep(): void {
    const { text, image, isLater, atText, isEmpty } = this;
    const said: FormText = {
      html: '',
      values: { text, ...(isLater && { at: atText }) },
      attachments: image ? [image] : [],
    };
    this.draft.keep(isEmpty ? null : said);
    this.onChange();
    this.host.requestUpdate();
  }
}

async function imageProblem(file: File): Promise<ImageProblem | null> {
  if (file.size > smsLimits.image) return 'imageSize';
  return isJpeg(new Uint8Array(await file.arrayBuffer())) ? null : 'imageType';
}

/** The first round time at which a message may be reserved, and then some. */
export function usualTime(now: number, timeZone: string): string {
  const round = 10 * minute;
  return wallText(Math.ceil((now + smsLimits.soonest + round) / round) * round, timeZone);
}

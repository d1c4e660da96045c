import type { DeskError } from '../../base/desk-error.js';
import type { Hub } from '../../base/hub-context.js';
import type { Attachment } from '../../domain/types.js';
import { newKey } from '../../util/key.js';

/** Rules of the service for files that go with an answer. */
export const fileLimits = { bytes: 10 * 1024 * 1024, name: 100, count: 5 } as const;

const types: ReadonlySet<string> = new Set(
  'jpg png gif bmp jpeg tif tiff pdf txt hwp xls xlsx doc docx ppt pptx mp3 wav zip'.split(' '),
);
/** Images that browsers, and the programs that read mails, show inside a text. */
const shown: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif', 'bmp']);

export type FileProblem = 'type' | 'size' | 'empty' | 'nameLength' | 'count';

/** A file that is on its way, or did not arrive. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly inline: boolean;
  /** From 0 to 1; null while nobody knows. */
  readonly share: number | null;
  /** Why the file cannot go: what the rules say, or what went wrong on the way. */
  readonly problem?: FileProblem | DeskError;
}

const extension = ({ name }: File): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file may stand inside the text. */
export function isShown(file: File): boolean {
  return shown.has(extension(file)) && file.type.startsWith('image/');
}

export function problemOf(file: File): FileProblem | null {
  if (!types.has(extension(file))) return 'type';
  if (file.size >= fileLimits.bytes) return 'size';
  if (file.size === 0) return 'empty';
  return file.name.length >= fileLimits.name ? 'nameLength' : null;
}

export interface FilesHost {
  readonly hub: Hub | undefined;
  /** How many files are attached already. */
  readonly attached: number;
  onChange(): void;
  /** A file arrived. */
  onStored(upload: Upload, attachment: Attachment): void;
}

/** The files on their way, each with its progress; what failed waits until it is tried again or taken away. */
export class AnswerFiles {
  #uploads: readonly Upload[] = [];
  readonly #running = new Map<string, AbortController>();

  constructor(private readonly host: FilesHost) {}

  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  /** Begins with a file. What the rules refuse is shown with the reason, and not sent. */
  add(file: File, inline: boolean): Upload {
    const waiting = this.#uploads.filter((one) => !one.inline && !isRule(one.problem)).length;
    const isTooMany = !inline && this.host.attached + waiting >= fileLimits.count;
    const problem = problemOf(file) ?? (isTooMany ? 'count' : null);
    const upload: Upload = { id: newKey(), file, inline, share: null, problem: problem ?? undefined };
    this.#uploads = [...this.#uploads, upload];
    this.host.onChange();
    if (!problem) void this.#send(upload);
    return upload;
  }

  retry(id: string): void {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload || this.#running.has(id)) return;
    const isTooMany = !upload.inline && this.host.attached >= fileLimits.count;
    const problem = problemOf(upload.file) ?? (isTooMany ? 'count' : null);
    if (problem) return this.#change(id, { problem });
    this.#change(id, { problem: undefined, share: null });
    void this.#send(upload);
  }

  /** Stops a file, or takes one away that did not arrive. */
  remove(id: string): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
    this.#uploads = this.#uploads.filter((one) => one.id !== id);
    this.host.onChange();
  }

  clear(): void {
    for (const { id } of this.#uploads) this.remove(id);
  }

  async #send({ id, file, inline }: Upload): Promise<void> {
    const { hub } = this.host;
    if (!hub) return;
    const stop = new AbortController();
    this.#running.set(id, stop);
    const onProgress = (share: number): void => {
      if (this.#running.get(id) === stop) this.#change(id, { share });
    };
    try {
      const attachment = await hub.files.upload(file, { inline, onProgress }, stop.signal);
      if (this.#running.get(id) !== stop) return;
      const upload = this.#uploads.find((one) => one.id === id);
      this.remove(id);
      if (upload) this.host.onStored(upload, attachment);
    } catch (error) {
      if (this.#running.get(id) !== stop) return;
      this.#running.delete(id);
      this.#change(id, { problem: error as DeskError });
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#uploads = this.#uploads.map((one) => (one.id === id ? { ...one, ...change } : one));
    this.host.onChange();
  }
}

function isRule(problem: Upload['problem']): boolean {
  return typeof problem === 'string';
}

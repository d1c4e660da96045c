import { fileLimits, fileProblem, type FileProblem } from '../../domain/files.js';
import type { Attachment } from '../../domain/types.js';
import { newKey } from '../../util/key.js';
import { DeskError } from '../desk-error.js';
import type { Hub } from '../hub-context.js';
import type { FieldName } from './field-edits.js';

/** A file on its way into a field, or one that did not arrive. */
export interface FieldUpload {
  readonly id: string;
  /** The field that it is for. */
  readonly name: FieldName;
  readonly file: File;
  /** The share that was sent, from 0 to 1. */
  readonly share: number;
  readonly problem?: Exclude<FileProblem, 'content'> | 'count' | DeskError;
}

/** Files on their way into fields. They arrive also while nobody looks. */
export class FieldUploads {
  #all: readonly FieldUpload[] = [];
  readonly #calls = new Map<string, AbortController>();
  readonly #stored = new Map<string, Attachment>();
  /** Told of every change; whoever shows them sets it. */
  onChange: () => void = () => {};

  constructor(private readonly onStored: (name: FieldName, attachment: Attachment) => void) {}

  get isRunning(): boolean {
    return this.#calls.size > 0;
  }

  /** Whether a file is not there yet, or did not arrive: nothing is sent without it, and that is told. */
  get isUnfinished(): boolean {
    return this.isRunning || this.hasFailed;
  }

  /** Whether some did not arrive that may yet, or be given up. */
  get hasFailed(): boolean {
    return this.#all.some(({ problem }) => problem instanceof DeskError);
  }

  of(name: FieldName): readonly FieldUpload[] {
    return this.#all.filter((one) => one.name === name);
  }

  /** The files that arrived here. */
  get all(): readonly Attachment[] {
    return [...this.#stored.values()];
  }

  /** A file that arrived here, by its id. */
  stored(attachmentId: string): Attachment | undefined {
    return this.#stored.get(attachmentId);
  }

  /** A file that arrived before, as what names it is shown again. */
  keep(attachment: Attachment): void {
    this.#stored.set(attachment.attachmentId, attachment);
  }

  /** Sends files to a field that has some already. */
  add(hub: Hub, name: FieldName, files: readonly File[], had: number): void {
    let room = fileLimits.count - had - this.of(name).filter(({ problem }) => !problem).length;
    for (const file of files) {
      const problem = fileProblem(file) ?? (room-- > 0 ? undefined : 'count');
      const upload: FieldUpload = { id: newKey(), name, file, share: 0, problem };
      this.#all = [...this.#all, upload];
      if (!problem) void this.#send(hub, upload);
    }
    this.onChange();
  }

  retry(hub: Hub, id: string): void {
    const upload = this.#all.find((one) => one.id === id);
    if (!upload) return;
    this.#change(id, { problem: undefined, share: 0 });
    void this.#send(hub, upload);
  }

  /** Gives a file up, wherever it is on its way. */
  cancel(id: string): void {
    this.#calls.get(id)?.abort();
    this.#calls.delete(id);
    this.#all = this.#all.filter((one) => one.id !== id);
    this.onChange();
  }

  clear(): void {
    for (const { id } of this.#all) this.cancel(id);
  }

  async #send(hub: Hub, { id, name, file }: FieldUpload): Promise<void> {
    const call = new AbortController();
    this.#calls.set(id, call);
    try {
      const onProgress = (share: number): void => this.#change(id, { share });
      const attachment = await hub.files.upload(file, { inline: false, onProgress }, call.signal);
      if (call.signal.aborted) return;
      this.#stored.set(attachment.attachmentId, attachment);
      this.#calls.delete(id);
      this.onStored(name, attachment);
      this.cancel(id);
    } catch (error) {
      if (call.signal.aborted) return;
      this.#calls.delete(id);
      this.#change(id, { problem: error instanceof DeskError ? error : new DeskError('server', String(error)) });
    }
  }

  #change(id: string, change: Partial<FieldUpload>): void {
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, ...change } : one));
    this.onChange();
  }
}

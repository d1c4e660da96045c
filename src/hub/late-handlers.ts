import type { Api } from '../api/api.js';
import type { Task } from '../base/hub-context.js';
import type { Job } from '../domain/bulk.js';
import { parseSearch } from '../domain/search.js';
import type { Language, Session } from '../domain/types.js';
import * as requests from '../events/requests.js';
import { newKey } from '../util/key.js';
import { insist, isSettled } from './insist.js';
import type { Jobs } from './jobs.js';
import { asDeskError } from './load.js';
import type { Notices } from './notices.js';
import type { PreferenceSaver } from './preference-saver.js';
import type { PreferenceStores } from './preferences.js';
import { saveFile } from './save-file.js';
import type { Tickets } from './tickets.js';
import { UnsentAnswers } from './unsent.js';
import type { Work } from './work.js';

export interface LateParts {
  readonly api: Api;
  readonly tickets: Tickets;
  readonly preferences: PreferenceStores;
  jobs(): Promise<Jobs>;
  notices(): Promise<Notices>;
  readonly work: Work;
  readonly serviceId: string;
  session(): Promise<Session>;
  language(): Language;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

/** `isWanted` tells whether what is to be opened is still what was chosen last. */
export type LateHandlers = Readonly<Record<string, (event: never, isWanted: () => boolean) => Promise<void>>>;

/** What the hub does for the requests that no first screen makes. */
export function createLateHandlers(parts: LateParts): LateHandlers {
  const { api, tickets, preferences, jobs, work, serviceId } = parts;
  const unsent = new UnsentAnswers();

  /** Shows that something runs, and why it was refused. */
  async function task(
    id: string,
    action: Task['action'],
    run: (signal: AbortSignal) => Promise<void>,
    ticketId = '',
  ): Promise<void> {
    const signal = parts.signal();
    work.begin(id, ticketId, action);
    try {
      await run(signal);
      if (!signal.aborted) work.end(id);
    } catch (error) {
      if (!signal.aborted) work.fail(id, asDeskError(error));
    }
  }

  /** A run as the server answered; another agent who took over meanwhile is not shown it. */
  async function accept(job: Job, signal: AbortSignal, requestId?: string): Promise<void> {
    const list = await jobs();
    if (!signal.aborted) list.accept(job, requestId);
  }

  /** What is kept from now on is the agent's who asked for it. */
  async function withSaver(save: (saver: PreferenceSaver) => void | Promise<void>): Promise<void> {
    const signal = parts.signal();
    const saver = await preferences.saver();
    if (!signal.aborted) await save(saver);
  }

  async function startBulk(request: requests.BulkRequest, signal: AbortSignal): Promise<void> {
    const { id, tickets: target, intent } = request;
    const { agent } = await parts.session();
    signal.throwIfAborted();
    const owner = `${serviceId}/${agent.usercode}`;
    const content = JSON.stringify([target, intent]);
    // After a reload the same run has another id and other numbers, but must not begin twice.
    const { key, agreed } = await unsent.of(owner, 'bulk', content, { key: id, agreed: request.agreed });
    try {
      const late = await api.late();
      const job = await insist(() => late.startBulk(target, intent, agreed, { key, signal }), signal, parts.pause);
      if (signal.aborted) return;
      unsent.done(owner, 'bulk');
      await accept(job, signal, id);
    } catch (error) {
      if (!signal.aborted && isSettled(asDeskError(error))) unsent.done(owner, 'bulk');
      throw error;
    }
  }

  return {
    [requests.PreferencesChangeRequest.type]: ({ change, id }: requests.PreferencesChangeRequest) =>
      withSaver((saver) => saver.change(change, id)),

    [requests.ListArrangeRequest.type]: (request: requests.ListArrangeRequest) =>
      withSaver((saver) => saver.arrange(request)),

    [requests.SavedViewOpenRequest.type]: ({ viewId }: requests.SavedViewOpenRequest, isWanted) =>
      withSaver(async (saver) => {
        const view = (await saver.known())?.views.find(({ id }) => id === viewId);
        if (view && isWanted()) tickets.show(parseSearch(view.query).query, viewId);
      }),

    [requests.BulkRequest.type]: (request: requests.BulkRequest) =>
      task(request.id, 'bulk', (signal) => startBulk(request, signal)),

    [requests.JobRequest.type]: ({ jobId, what }: requests.JobRequest) => {
      const key = newKey();
      return task(key, 'bulk', async (signal) => {
        const late = await api.late();
        const job = await insist(() => late.changeJob(jobId, what, { key, signal }), signal, parts.pause);
        await accept(job, signal);
      });
    },

    [requests.ExportRequest.type]: ({ id, query, columns, reason }: requests.ExportRequest) =>
      task(id, 'export', async (signal) => {
        const late = await api.late();
        // Each try is written down: a refused one and the next are two.
        const by = { key: newKey(), signal };
        const { blob, name } = await late.exportList({ query, columns, reason, language: parts.language() }, by);
        if (!signal.aborted) saveFile(blob, name);
      }),

    [requests.AuditExportRequest.type]: ({ id, filter, reason }: requests.AuditExportRequest) =>
      task(id, 'export', async (signal) => {
        const audit = await api.audit();
        const by = { key: newKey(), signal };
        const { blob, name } = await audit.exportLog({ filter, reason, language: parts.language() }, by);
        if (!signal.aborted) saveFile(blob, name);
      }),

    [requests.NoticeReadRequest.type]: ({ id, noticeId, updatedAt }: requests.NoticeReadRequest) =>
      task(id, 'notice', async (signal) => {
        const notices = await parts.notices();
        await notices.read(noticeId, updatedAt, { key: id, signal });
      }),

    [requests.AttachmentOpenRequest.type]: ({ attachmentId, fileName }: requests.AttachmentOpenRequest) =>
      task(
        newKey(),
        'download',
        async (signal) => {
          const file = await api.attachment(attachmentId, signal);
          if (!signal.aborted) saveFile(file, fileName);
        },
        tickets.$currentId.get() ?? '',
      ),
  };
}

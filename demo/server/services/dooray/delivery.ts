import type { Database } from '../../db/database.js';
import type { DoorayPort } from '../../ports/dooray.js';
import type { FieldCipher } from '../field-cipher.js';
import type { DoorayTimeouts } from './client.js';

/** What the worker needs to bring something to Dooray!. */
export interface DoorayDeps {
  readonly database: Database;
  /** Without it nothing gets there. */
  readonly port: DoorayPort | undefined;
  readonly cipher: FieldCipher;
  readonly now: () => number;
  readonly timeouts?: DoorayTimeouts | undefined;
}

/** How long something is tried before the agent is told that it failed. */
export const patience = 2 * 3_600_000;

/** Below which the calls about a project stand. */
export const projectPath = (projectId: string): string => `/project/v1/projects/${encodeURIComponent(projectId)}`;

export const taskPath = (projectId: string, taskId: string): string =>
  `${projectPath(projectId)}/posts/${encodeURIComponent(taskId)}`;

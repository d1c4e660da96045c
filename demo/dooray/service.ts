import type { HookPost } from './hooks.js';
import type { DoorayState, Token } from './state.js';

/** What the calls work with. */
export interface Service {
  readonly state: DoorayState;
  readonly hooks: HookPost;
  readonly now: () => number;
  /** Where files are. */
  readonly fileBase: string;
  /** Whether a program calls, and not a person at the project page. */
  isProgram(request: Request): boolean;
}

/** What a call knows. */
export interface CallEnv {
  Variables: { caller: Token };
}

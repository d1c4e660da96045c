import { mayMask } from '../../domain/permissions.js';
import type { Texts } from '../../strings/ko.js';
import type { ComposerSource } from './composer-source.js';
import { isAnswer, type Choice } from './process-choice.js';
import type { ToolsState } from './tools-host.js';

const noWords: readonly string[] = [];

/** How things are in the composer: what the hub knows of the open ticket, and what is written about it. */
export function toolsStateOf(
  { ticket, session, settings, task }: ComposerSource,
  choice: Choice | null,
  texts: () => Texts,
  own: Pick<ToolsState, 'hub' | 'language' | 'isLocked' | 'attachments' | 'copy'>,
): ToolsState {
  return {
    ...own,
    // There are none without a hub.
    get texts() {
      return texts();
    },
    isRich: session?.service.editor === 'html',
    forbidden: (choice && isAnswer(choice) && settings?.forbiddenWords) || noWords,
    ticket: own.hub && ticket,
    choice,
    mayMask: mayMask(session),
    usercode: session?.agent.usercode,
    isOutdated: task?.state === 'failed' && task.error?.kind === 'conflict',
  };
}

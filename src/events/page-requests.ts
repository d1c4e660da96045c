import { DeskRequest } from './request.js';

/** Something that failed is to be tried again: the ticket, the history, the board, the session. */
export class RetryRequest extends DeskRequest {
  static readonly type = 'desk-retry-request';
  constructor(
    readonly what:
      | 'session'
      | 'settings'
      | 'ticket'
      | 'history'
      | 'events'
      | 'board'
      | 'counts'
      | 'draft'
      | 'preferences'
      | 'jobs'
      | 'channels'
      | 'notices'
      | 'conversation'
      | 'calls'
      | 'sms'
      | 'chat',
  ) {
    super(RetryRequest.type);
  }
}

/** A refusal was read and can go. */
export class TaskDismissRequest extends DeskRequest {
  static readonly type = 'desk-task-dismiss-request';
  constructor(readonly taskId: string) {
    super(TaskDismissRequest.type);
  }
}

/** The agent has read a notice, as it was when it was changed last. The task of that id tells what became of it. */
export class NoticeReadRequest extends DeskRequest {
  static readonly type = 'desk-notice-read-request';
  constructor(
    readonly id: string,
    readonly noticeId: number,
    readonly updatedAt: number,
  ) {
    super(NoticeReadRequest.type);
  }
}

/** A command of the console is to run, chosen from the list of commands. The console hears it, not the hub. */
export class CommandRequest extends DeskRequest {
  static readonly type = 'desk-command-request';
  constructor(readonly command: string) {
    super(CommandRequest.type);
  }
}

import type { SideTool } from '../domain/side-tools.js';

/** A side tool is to be opened. A rail of tools that takes it cancels it; where none does, whoever asked has another way. */
export class ToolShowRequest extends Event {
  static readonly type = 'desk-tool-show-request';
  constructor(readonly tool: SideTool) {
    super(ToolShowRequest.type, { bubbles: true, composed: true, cancelable: true });
  }
}

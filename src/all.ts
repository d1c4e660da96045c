import './hub/define.js';
import './elements/mini-board/define.js';
import './elements/reply-composer/define.js';
import './elements/ticket-console/define.js';
import './elements/ticket-detail/define.js';
import './elements/ticket-history/define.js';
import './elements/ticket-info/define.js';
import './elements/ticket-list/define.js';
import './elements/ticket-toolbar/define.js';
import './elements/view-menu/define.js';

// Events and names, for pages that ask or listen; classes come from `index.ts`, so that a late element stays late.
export { hubKey } from './base/hub-context.js';
export { version } from './base/version.js';
export * from './domain/search-text.js';
export * from './events/notices.js';
export * from './events/requests.js';

/** What opens late comes behind everything that the first screen needs; whoever opens it earlier loads it then. */
function loadRest(): void {
  void import('./elements/customer-fields/define.js');
  void import('./elements/agent-fields/define.js');
  void import('./elements/ticket-search/define.js');
  void import('./elements/job-status/define.js');
  void import('./elements/channel-board/define.js');
  void import('./elements/notice-bar/define.js');
  void import('./elements/board-settings/define.js');
  void import('./elements/call-button/define.js');
  void import('./elements/call-dialog/define.js');
  void import('./elements/call-notice/define.js');
  void import('./elements/promised-calls/define.js');
  void import('./elements/side-tools/define.js');
  void import('./elements/inquiry-history/define.js');
  void import('./elements/sms-panel/define.js');
  void import('./elements/chat-transcript/define.js');
  void import('./elements/mask-selection/define.js');
  void import('./elements/access-log/define.js');
  void import('./elements/bulk-dialog/define.js');
  void import('./elements/choice-picker/define.js');
  void import('./elements/claim-dialog/define.js');
  void import('./elements/column-menu/define.js');
  void import('./elements/command-list/define.js');
  void import('./elements/condition-dialog/define.js');
  void import('./elements/create-dialog/define.js');
  void import('./elements/customer-info/define.js');
  void import('./elements/export-dialog/define.js');
  void import('./elements/forward-dialog/define.js');
  void import('./elements/info-search/define.js');
  void import('./elements/mask-dialog/define.js');
  void import('./elements/print-list/define.js');
  void import('./elements/draft-versions/define.js');
  void import('./elements/preview-dialog/define.js');
  void import('./elements/template-list/define.js');
  void import('./elements/template-settings/define.js');
  void import('./elements/dooray-conversation/define.js');
  void import('./elements/ticket-events/define.js');
  void import('./elements/ticket-presence/define.js');
  void import('./elements/assignment-notice/define.js');
  void import('./elements/transfer-dialog/define.js');
  void import('./elements/transfer-notice/define.js');
  void import('./elements/tree-picker/define.js');
  void import('./elements/trigger-settings/define.js');
  void import('./elements/view-dialog/define.js');
}

// Safari has no idle callback.
if ('requestIdleCallback' in globalThis) requestIdleCallback(loadRest, { timeout: 5_000 });
else setTimeout(loadRest, 1_000);

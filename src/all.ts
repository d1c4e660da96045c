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

export * from './index.js';

// What opens late comes behind everything that the first screen needs.
void import('./elements/ticket-search/define.js');
void import('./elements/job-status/define.js');
void import('./elements/bulk-dialog/define.js');
void import('./elements/choice-picker/define.js');
void import('./elements/claim-dialog/define.js');
void import('./elements/column-menu/define.js');
void import('./elements/command-list/define.js');
void import('./elements/condition-dialog/define.js');
void import('./elements/export-dialog/define.js');
void import('./elements/forward-dialog/define.js');
void import('./elements/info-search/define.js');
void import('./elements/print-list/define.js');
void import('./elements/view-dialog/define.js');

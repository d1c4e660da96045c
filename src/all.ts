import './hub/define.js';
import './elements/mini-board/define.js';
import './elements/reply-composer/define.js';
import './elements/ticket-console/define.js';
import './elements/ticket-detail/define.js';
import './elements/ticket-history/define.js';
import './elements/ticket-info/define.js';
import './elements/ticket-list/define.js';
import './elements/view-menu/define.js';

export * from './index.js';

// Dialogs open late, so they come behind everything that the first screen needs.
void import('./elements/claim-dialog/define.js');
void import('./elements/column-menu/define.js');
void import('./elements/forward-dialog/define.js');

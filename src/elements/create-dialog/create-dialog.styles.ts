import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fieldGrid } from '../../base/fields/field-grid.styles.js';
import { lateNotices } from '../../base/late-notice.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { options } from '../../base/options.styles.js';
import { popups } from '../../base/popup.styles.js';
import { writing } from '../../editor/writing.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  selects,
  checks,
  dialogs,
  popups,
  options,
  visuallyHidden,
  fieldGrid,
  lateNotices,
  writing,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(640)}, calc(100vi - ${em(24)}));
    }

    .sections {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(12)};
    }

    .first {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }

    .section-title {
      margin: 0;
      padding-block: ${em(4)} ${em(6)};
      border-block-start: 1px solid ${color('line')};
      font-size: ${em(12)};
      font-weight: 600;
      line-height: 2;
    }

    .dialog-foot {
      align-items: center;
    }

    .dialog-foot > .notice {
      flex: 1 1 ${em(200)};
    }

    .start-over {
      margin-inline-end: auto;
    }
  `,
];

import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { settingsPanes } from '../../base/settings.styles.js';
import { lateNotices } from '../../base/late-notice.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  selects,
  checks,
  dialogs,
  lateNotices,
  settingsPanes,
  css`
    .code {
      padding: 0 ${em(5)};
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
      background: ${color('canvas')};
      color: ${color('text')};
    }

    .input[readonly] {
      background: ${color('canvas')};
    }

    .toolbar {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(2)};
      padding: ${em(2)};
      border: 1px solid ${color('line-strong')};
      border-block-end-color: ${color('line')};
      border-radius: ${radius} ${radius} 0 0;
      background: ${color('canvas')};
    }

    .toolbar > .tool {
      padding: ${em(4)};
      color: ${color('text')};
    }

    .toolbar > .tool[aria-pressed='true'] {
      border-color: ${color('accent')};
      background: ${color('selected')};
      color: ${color('accent')};
    }

    .rich .editor {
      min-block-size: ${em(160)};
      max-block-size: ${em(320)};
      padding: ${em(8)} ${em(10)};
      border: 1px solid ${color('line-strong')};
      border-block-start: 0;
      border-radius: 0 0 ${radius} ${radius};
      background: ${color('surface')};
      overflow: auto;
      overflow-wrap: anywhere;
    }

    .rich .editor[aria-invalid] {
      border-color: ${color('danger')};
    }

    .source {
      min-block-size: ${em(160)};
      font-family: ui-monospace, monospace;
      resize: vertical;
    }

    .codes {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(4)};
    }

    .codes > .button {
      min-block-size: ${em(24)};
      padding-block: 0;
      font-size: ${em(12)};
      font-weight: 400;
    }
  `,
];

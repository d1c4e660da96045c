import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { settingsPanes } from '../../base/settings.styles.js';
import { lateNotices } from '../../base/late-notice.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  selects,
  checks,
  dialogs,
  visuallyHidden,
  lateNotices,
  settingsPanes,
  css`
    .own {
      display: flex;
      align-items: center;
      gap: ${em(2)};
      border-radius: ${radius};
    }

    .own:hover {
      background: ${color('accent-tint')};
    }

    .own.dragged {
      background: ${color('accent-tint')};
      box-shadow: inset 0 0 0 1px ${color('accent')};
      cursor: grabbing;
    }

    .own > .line {
      flex: 1;
      min-inline-size: 0;
    }

    .own > .button {
      flex: none;
      min-inline-size: ${em(24)};
      padding: ${em(3)};
    }

    .switch {
      flex: none;
      display: grid;
      place-content: center;
      min-block-size: ${em(28)};
      min-inline-size: ${em(28)};
      cursor: pointer;
    }

    .switch > input {
      inline-size: ${em(16)};
      block-size: ${em(16)};
      margin: 0;
      accent-color: ${color('accent')};
    }

    .part {
      display: grid;
      gap: ${em(10)};
    }

    .part > h4 {
      margin: 0;
      font-weight: 600;
    }

    .row {
      display: flex;
      align-items: start;
      gap: ${em(8)};
      min-inline-size: 0;
      margin: 0;
      padding: ${em(10)};
      border: 1px solid ${color('line')};
      border-radius: ${radius};
      background: ${color('canvas')};
    }

    .row-fields {
      flex: 1;
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(${em(150)}, 100%), 1fr));
      gap: ${em(10)};
      align-items: start;
      min-inline-size: 0;
    }

    .row-fields > .wide {
      grid-column: 1 / -1;
    }

    textarea.input {
      resize: vertical;
    }
  `,
];

import { css } from 'lit';
import { focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fields } from '../../base/forms.styles.js';
import { popups } from '../../base/popup.styles.js';
import { options } from '../../base/options.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  fields,
  popups,
  options,
  visuallyHidden,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }

    .root {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(4)};
    }

    .box {
      position: relative;
      display: block;
    }

    .box > .input {
      padding-inline-end: ${em(28)};
      text-overflow: ellipsis;
    }

    .box > .input::placeholder {
      color: ${color('muted')};
      opacity: 1;
    }

    .box > .input:disabled {
      border-color: ${color('line')};
      background: ${color('canvas')};
      color: ${color('muted')};
      cursor: not-allowed;
    }

    .box > .icon {
      position: absolute;
      inset-block: 0;
      inset-inline-end: ${em(8)};
      margin-block: auto;
      pointer-events: none;
    }

    .required {
      margin-inline-start: ${em(4)};
      color: ${color('danger')};
    }

    .problem {
      margin: 0;
      font-size: ${em(12)};
    }

    /* That nothing fits is said below the field. */
    .popup.empty {
      visibility: hidden;
    }

    .option.depth-1 {
      padding-inline-start: ${em(24)};
    }

    .option.depth-2 {
      padding-inline-start: ${em(40)};
    }

    .option.depth-3 {
      padding-inline-start: ${em(56)};
    }

    .option.depth-4 {
      padding-inline-start: ${em(72)};
    }
  `,
];

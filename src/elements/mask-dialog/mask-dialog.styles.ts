import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  fields,
  selects,
  checks,
  css`
    :host {
      display: contents;
    }

    .about {
      display: grid;
      gap: ${em(2)};
    }

    .about > strong {
      font-weight: 600;
    }

    .way-text,
    .about > span,
    .hint {
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .way-text {
      display: block;
    }

    legend.label {
      margin-block-end: ${em(4, 12)};
    }

    .input::placeholder {
      color: ${color('muted')};
      opacity: 1;
    }

    .input[readonly] {
      background: ${color('canvas')};
    }
  `,
];

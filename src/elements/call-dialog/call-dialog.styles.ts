import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  fields,
  css`
    :host {
      display: contents;
    }

    .times {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(6)};
    }

    textarea.input {
      min-block-size: ${em(72)};
      resize: vertical;
    }

    .hint,
    .by {
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .dialog-foot > .end {
      margin-inline-end: auto;
    }

    .dialog-foot {
      flex-wrap: wrap;
    }
  `,
];

import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { frames } from '../../base/frame.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  visuallyHidden,
  dialogs,
  frames,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(420)}, calc(100vi - ${em(24)}));
    }

    .body {
      display: grid;
      gap: ${em(16)};
      padding: ${em(12)} ${em(16)} ${em(16)};
      overflow: auto;
    }

    fieldset {
      display: grid;
      gap: ${em(4)};
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }

    legend {
      padding: 0;
      margin-block-end: ${em(4)};
      font-weight: 600;
    }

    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .item,
    .choice {
      display: flex;
      align-items: center;
      gap: ${em(4)};
      min-block-size: ${em(28)};
    }

    .item > .button:disabled {
      border-color: transparent;
      background: none;
      opacity: 0.4;
    }

    label {
      display: flex;
      flex: 1;
      align-items: center;
      gap: ${em(8)};
      min-inline-size: 0;
    }

    input {
      flex: none;
      inline-size: ${em(16)};
      block-size: ${em(16)};
      margin: 0;
      accent-color: ${color('accent')};
    }

    .half {
      margin-block: ${em(6)} ${em(2)};
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .quiet-hint {
      margin: 0;
      font-size: ${em(12)};
      color: ${color('muted')};
    }
  `,
];

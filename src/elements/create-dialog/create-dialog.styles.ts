import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fieldGrid } from '../../base/fields/field-grid.styles.js';
import { lateNotices } from '../../base/late-notice.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { options } from '../../base/options.styles.js';
import { popups } from '../../base/popup.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';

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

    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(2)};
      padding: ${em(2)};
      border: 1px solid ${color('line-strong')};
      border-block-end-color: ${color('line')};
      border-radius: ${radius} ${radius} 0 0;
      background: ${color('canvas')};
    }

    .tools > .button {
      padding: ${em(4)};
      color: ${color('text')};
    }

    .tools > [aria-pressed='true'] {
      border-color: ${color('accent')};
      background: ${color('selected')};
      color: ${color('accent')};
    }

    .tools > [aria-disabled='true'] {
      border-color: transparent;
      background: none;
      color: ${color('muted')};
      opacity: 0.6;
    }

    .tools ~ .text,
    .rich > .editor {
      border-block-start: 0;
      border-start-start-radius: 0;
      border-start-end-radius: 0;
    }

    .text,
    .rich > .editor {
      display: block;
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: ${em(128)};
      max-block-size: ${em(320)};
      padding: ${em(8)} ${em(10)};
      line-height: 1.5;
      overflow: auto;
      overflow-wrap: anywhere;
    }

    .text[hidden] {
      display: none;
    }

    .rich > .editor {
      border: 1px solid ${color('line-strong')};
      border-block-start: 0;
      border-radius: 0 0 ${radius} ${radius};
      background: ${color('surface')};
    }

    .writing:has([aria-invalid='true']) > .tools,
    .rich > [aria-invalid='true'] {
      border-color: ${color('danger')};
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

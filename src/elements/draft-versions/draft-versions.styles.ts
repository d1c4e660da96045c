import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  css`
    :host {
      display: contents;
    }

    .dialog {
      container-type: inline-size;
      inline-size: min(${em(760)}, calc(100vi - ${em(24)}));
    }

    .dialog[open] {
      display: flex;
      flex-direction: column;
      overflow: hidden;
    }

    .dialog.full[open] {
      block-size: min(${em(480)}, calc(100vb - ${em(24)}));
    }

    .panes {
      flex: 1;
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      min-block-size: 0;
      margin-block-start: ${em(12)};
      border-block-start: 1px solid ${color('line')};
    }

    .versions {
      margin: 0;
      padding: ${em(6)};
      border-inline-end: 1px solid ${color('line')};
      list-style: none;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .versions:focus-visible {
      outline-offset: ${em(-2)};
    }

    .version {
      display: grid;
      gap: ${em(2)};
      padding: ${em(6)} ${em(10)};
      border-radius: ${radius};
      line-height: 1.35;
      cursor: pointer;
    }

    .version:hover {
      background: ${color('accent-tint')};
    }

    .version[aria-selected='true'] {
      background: ${color('selected')};
    }

    time {
      font-size: ${em(12)};
      color: ${color('muted')};
      font-variant-numeric: tabular-nums;
    }

    .words {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .preview {
      min-inline-size: 0;
      padding: ${em(12)} ${em(16)};
      background: ${color('canvas')};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .preview:focus-visible {
      outline-offset: ${em(-2)};
    }

    .preview :is(td, th) {
      padding: ${em(4)} ${em(8)};
      border: 1px solid ${color('line-strong')};
      text-align: start;
    }

    .preview table {
      border-collapse: collapse;
    }

    .preview-title {
      margin: 0 0 ${em(8)};
      font-size: ${em(12)};
      font-weight: 600;
      color: ${color('muted')};
    }

    .dialog-foot > .hint {
      flex: 1 1 ${em(300)};
      margin: 0;
      align-self: center;
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    @container (max-width: 34em) {
      .panes {
        grid-template: minmax(0, 2fr) minmax(0, 3fr) / minmax(0, 1fr);
      }

      .versions {
        border-inline-end: 0;
        border-block-end: 1px solid ${color('line')};
      }
    }

    /* In a low window, and where much is enlarged, the layer scrolls as a whole. */
    @media (max-height: 36em) {
      .dialog[open],
      .dialog.full[open] {
        display: block;
        block-size: auto;
        overflow: auto;
      }

      .dialog .panes {
        grid-template-rows: auto;
      }

      .dialog .versions {
        max-block-size: 60vb;
      }
    }
  `,
];

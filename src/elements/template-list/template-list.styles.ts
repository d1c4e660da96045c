import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields, selects, wordFields } from '../../base/forms.styles.js';
import { frames } from '../../base/frame.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  selects,
  wordFields,
  dialogs,
  frames,
  visuallyHidden,
  css`
    :host {
      container-type: inline-size;
    }

    .root:not(.layer) {
      min-block-size: ${em(320)};
    }

    .dialog {
      container-type: inline-size;
      inline-size: min(${em(860)}, calc(100vi - ${em(24)}));
    }

    .dialog[open] {
      block-size: min(${em(560)}, calc(100vb - ${em(24)}));
    }

    .head {
      padding-block-end: 0;
      border-block-end: 0;
    }

    .search {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(8)};
      padding: ${em(8)} ${em(16)} ${em(12)};
      border-block-end: 1px solid ${color('line')};
    }

    .words {
      flex: 2 1 ${em(220)};
    }

    .search > .select {
      flex: 1 1 ${em(160)};
    }

    .panes {
      flex: 1;
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      min-block-size: 0;
    }

    .list-pane {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
      min-block-size: 0;
      border-inline-end: 1px solid ${color('line')};
    }

    .templates {
      flex: 1;
      min-block-size: 0;
      margin: 0;
      padding: ${em(6)};
      list-style: none;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .none .templates {
      flex: none;
      padding: 0;
    }

    .template {
      display: grid;
      gap: ${em(2)};
      padding: ${em(6)} ${em(10)};
      border-radius: ${radius};
      line-height: 1.35;
      cursor: pointer;
    }

    .template:hover {
      background: ${color('accent-tint')};
    }

    .template[aria-selected='true'] {
      background: ${color('selected')};
    }

    .name {
      display: flex;
      align-items: baseline;
      gap: ${em(6)};
      font-weight: 500;
      overflow-wrap: anywhere;
    }

    .code {
      flex: none;
      padding: 0 ${em(5)};
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
      background: ${color('canvas')};
      font-size: ${em(11.5)};
      font-weight: 400;
      color: ${color('text')};
    }

    .about {
      display: flex;
      flex-wrap: wrap;
      gap: 0 ${em(8)};
      font-size: ${em(12)};
      color: ${color('muted')};
      font-variant-numeric: tabular-nums;
    }

    .preview {
      min-inline-size: 0;
      padding: ${em(12)} ${em(16)};
      overflow: auto;
      overflow-wrap: anywhere;
      overscroll-behavior: contain;
      background: ${color('canvas')};
    }

    .preview :is(td, th) {
      padding: ${em(4)} ${em(8)};
      border: 1px solid ${color('line-strong')};
      text-align: start;
    }

    .preview code {
      padding: 0 ${em(4)};
      border: 1px dashed ${color('line-strong')};
      border-radius: ${radiusChip};
      background: ${color('surface')};
      font: inherit;
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

    .quiet-words {
      padding: ${em(12)} ${em(16)};
    }

    .told {
      margin: ${em(8)} ${em(16)};
    }

    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${em(8)};
      padding: ${em(10)} ${em(16)};
      border-block-start: 1px solid ${color('line')};
    }

    .foot > .primary {
      margin-inline-start: auto;
    }

    @container (max-width: 34em) {
      .panes {
        grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr);
      }

      .list-pane {
        border-inline-end: 0;
        border-block-end: 1px solid ${color('line')};
      }

      .panes.none {
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      }

      .none > .list-pane {
        border: 0;
      }

      .none > .preview {
        display: none;
      }
    }

    /* In a low window, and where much is enlarged, the layer scrolls as a whole. */
    @media (max-height: 36em) {
      .dialog[open] {
        display: block;
        block-size: auto;
        overflow: auto;
      }

      .dialog .panes {
        grid-template-rows: auto;
      }

      .dialog .templates {
        max-block-size: 60vb;
      }
    }
  `,
];

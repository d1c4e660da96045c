import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  css`
    :host {
      display: block;
    }

    :host([layer]) {
      display: contents;
    }

    .root:not(.layer) {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      background: ${color('surface')};
    }

    .dialog {
      inline-size: min(${em(560)}, calc(100vi - ${em(24)}));
    }

    .dialog[open] {
      display: flex;
      flex-direction: column;
      max-block-size: min(${em(640)}, calc(100vb - ${em(24)}));
      overflow: hidden;
    }

    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: ${em(8)} ${em(12)} ${em(8)} ${em(16)};
      border-block-end: 1px solid ${color('line')};
    }

    .head > .dialog-title {
      padding: 0;
    }

    .events {
      flex: 1;
      min-block-size: 0;
      margin: 0;
      padding: ${em(4)} ${em(16)} ${em(12)};
      list-style: none;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .event {
      display: grid;
      gap: ${em(2)};
      padding-block: ${em(8)};
      border-block-end: 1px solid ${color('line')};
      line-height: 1.4;
      overflow-wrap: anywhere;
    }

    .event:last-child {
      border-block-end: 0;
    }

    .what {
      font-weight: 500;
    }

    .facts,
    .about {
      display: flex;
      flex-wrap: wrap;
      gap: 0 ${em(12)};
    }

    .facts:empty {
      display: none;
    }

    .about {
      font-size: ${em(12)};
      color: ${color('muted')};
      font-variant-numeric: tabular-nums;
    }

    .quiet-words {
      margin: 0;
      padding: ${em(16)};
      color: ${color('muted')};
    }

    .quiet-words > div {
      margin-block-start: ${em(8)};
    }
  `,
];

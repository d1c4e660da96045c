import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields, selects } from '../../base/forms.styles.js';
import { frames } from '../../base/frame.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  visuallyHidden,
  fields,
  selects,
  dialogs,
  frames,
  css`
    .dialog {
      inline-size: min(${em(560)}, calc(100vi - ${em(24)}));
    }

    .dialog[open] {
      max-block-size: min(${em(640)}, calc(100vb - ${em(24)}));
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

    .filter {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: ${em(6)};
      padding: ${em(8)} ${em(12)};
      border-block-end: 1px solid ${color('line')};
    }

    .filter > .select {
      flex: 1 1 ${em(120)};
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
  `,
];

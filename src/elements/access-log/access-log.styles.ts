import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs, fields, selects } from '../../base/forms.styles.js';
import { frames } from '../../base/frame.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';
import { cards, table } from './log-lines.styles.js';

const form = css`
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: ${em(8)} ${em(12)};
    padding: ${em(12)} ${em(16)};
    border-block-end: 1px solid ${color('line')};
  }

  .filter > .field {
    flex: 1 1 ${em(132)};
  }

  .filter .input {
    block-size: ${em(28)};
  }

  .filter ::placeholder {
    color: ${color('muted')};
    opacity: 1;
  }

  .filter-foot,
  .export-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: ${em(8)};
  }

  .filter-foot {
    flex: 1 0 auto;
  }

  .filter > .problem {
    flex: 1 0 100%;
  }

  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(16)};
    padding: ${em(8)} ${em(16)};
  }

  .summary > p {
    margin: 0;
  }

  .count {
    font-variant-numeric: tabular-nums;
  }

  .recorded {
    flex: 1;
    min-inline-size: ${em(160)};
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .export {
    display: grid;
    gap: ${em(8)};
    margin: 0 ${em(16)} ${em(12)};
    padding: ${em(12)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
    background: ${color('canvas')};
  }

  .export > p {
    margin: 0;
  }

  .done:empty {
    display: none;
  }

  .done {
    color: ${color('ok')};
  }
`;

export const styles = [
  focusRing,
  buttons,
  dialogs,
  frames,
  fields,
  selects,
  form,
  table,
  cards,
  css`
    .dialog {
      inline-size: min(${em(1120)}, calc(100vi - ${em(24)}));
    }

    .dialog[open] {
      block-size: min(${em(760)}, calc(100vb - ${em(24)}));
      max-block-size: none;
    }

    .log {
      container-type: inline-size;
      display: flex;
      flex: 1;
      min-block-size: 0;
    }

    .inner {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-inline-size: 0;
    }
  `,
];

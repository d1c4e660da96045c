import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** The log as a table. */
export const table = css`
  .body {
    flex: 1;
    min-block-size: 0;
    border-block-start: 1px solid ${color('line')};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .body:focus-visible {
    outline-offset: ${em(-2)};
  }

  .lines {
    inline-size: 100%;
    border-collapse: collapse;
    line-height: 1.4;
  }

  .lines[aria-busy='true'] {
    opacity: 0.6;
  }

  th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: ${em(6, 12)} ${em(12, 12)};
    background: ${color('canvas')};
    font-size: ${em(12)};
    font-weight: 500;
    color: ${color('muted')};
    text-align: start;
    white-space: nowrap;
  }

  td {
    padding: ${em(8)} ${em(12)};
    border-block-end: 1px solid ${color('line')};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: ${em(16)};
  }

  .at,
  .where {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .who {
    min-inline-size: ${em(88)};
  }

  .what {
    min-inline-size: ${em(120)};
  }

  .whose {
    min-inline-size: ${em(168)};
  }

  .why {
    inline-size: 28%;
  }

  .did {
    font-weight: 500;
  }

  .refused .did {
    color: ${color('danger')};
  }

  .narrow + .quiet-line {
    display: inline-block;
  }

  .quiet-line {
    display: block;
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  /* Hit as easily as a button, and on the line of what stands beside it. */
  .narrow {
    appearance: none;
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: ${em(24)};
    margin-block: ${em(-3)};
    padding: 0;
    border: 0;
    border-radius: ${radiusChip};
    background: none;
    color: ${color('accent')};
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .narrow:hover {
    text-decoration: underline;
  }

  .narrow:has(+ .quiet-line) {
    margin-inline-end: ${em(4)};
  }

  .narrow.id {
    display: block;
    margin-block: ${em(1, 12)} ${em(-3, 12)};
    font-size: ${em(12)};
    min-block-size: ${em(24, 12)};
    font-variant-numeric: tabular-nums;
  }

  .more {
    display: grid;
    justify-items: center;
    gap: ${em(8)};
    padding: ${em(12)} ${em(16)};
  }
`;

/** Where there is no room for a table each line is a card. */
export const cards = css`
  @container (inline-size < ${em(760)}) {
    .lines,
    .lines tbody,
    .line {
      display: block;
    }

    .lines thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .line {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: ${em(2)} ${em(12)};
      padding: ${em(10)} ${em(16)};
      border-block-end: 1px solid ${color('line')};
    }

    .line > td,
    .line > td:first-child {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }

    .line > .what {
      grid-row: 1;
    }

    .line > .at {
      grid-row: 1;
      grid-column: 2;
      font-size: ${em(12)};
      color: ${color('muted')};
      text-align: end;
    }

    .line > .where {
      grid-row: 2;
      grid-column: 2;
      font-size: ${em(12)};
      color: ${color('muted')};
      text-align: end;
    }

    .line > .who {
      grid-row: 2;
      grid-column: 1;
    }

    .line > .whose,
    .line > .why {
      grid-column: 1 / -1;
      inline-size: auto;
    }

    .line > .why:empty,
    .line > .whose:empty {
      display: none;
    }
  }

  /* There is no room for a list of its own: everything scrolls together. */
  @container (inline-size < ${em(480)}) {
    .inner {
      overflow: auto;
    }

    .filter > .field {
      flex-basis: 40%;
    }

    .filter > .customer {
      flex-basis: 100%;
    }

    .body {
      flex: none;
      overflow: visible;
    }
  }
`;

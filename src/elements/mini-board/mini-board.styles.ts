import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** ALL above MY, their figures in columns. */
const twoRows = css`
  display: grid;
  grid-template-columns: max-content repeat(6, auto);
  justify-content: start;

  .half,
  .problem {
    grid-column: 1 / -1;
  }

  .half {
    display: grid;
    grid-template-columns: subgrid;
  }

  .name {
    white-space: normal;
  }

  .half + .half {
    padding-inline-start: 0;
    border-inline-start: 0;
  }
`;

/** Figures below one another, name before number. */
const stacked = css`
  > .board,
  > .board > .half {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    inline-size: auto;
  }

  .half + .half {
    padding-inline-start: 0;
    border-inline-start: 0;
  }

  .scope {
    grid-column: auto;
    inline-size: auto;
    padding-block: ${em(4, 11.5)};
  }

  .cell {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }

  .cell > .figure {
    grid-template: auto / minmax(0, 1fr) auto;
    align-items: baseline;
    min-block-size: ${em(32)};
    order: 1;
    grid-column: 2;
  }

  .cell > .figure:only-child {
    grid-column: 1 / -1;
  }

  .value {
    text-align: end;
  }

  .due {
    position: static;
    margin-inline-start: ${em(8, 11.5)};
  }
`;

export const styles = [
  focusRing,
  buttons,
  skeleton,
  visuallyHidden,
  css`
    .root {
      position: relative;
      container: board / inline-size;
    }

    .board {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${em(4)} ${em(8)};
    }

    .half {
      display: flex;
      flex-wrap: wrap;
      align-items: stretch;
    }

    .half + .half {
      padding-inline-start: ${em(8)};
      border-inline-start: 1px solid ${color('line')};
    }

    .scope {
      align-self: center;
      inline-size: ${em(44, 11.5)};
      padding-inline-start: ${em(8, 11.5)};
      font-size: ${em(11.5)};
      font-weight: 600;
      letter-spacing: 0.04em;
      color: ${color('muted')};
    }

    .cell {
      position: relative;
      display: grid;
    }

    .figure {
      appearance: none;
      position: relative;
      isolation: isolate;
      display: grid;
      align-content: end;
      min-inline-size: ${em(60)};
      min-block-size: ${em(44)};
      margin: 0;
      padding: ${em(4)} ${em(8)};
      border: 0;
      border-radius: ${radiusChip};
      background: none;
      color: ${color('text')};
      font: inherit;
      letter-spacing: inherit;
      text-align: start;
      text-transform: none;
      cursor: pointer;
    }

    .figure::before {
      content: '';
      position: absolute;
      z-index: -1;
      inset: 0;
      border-radius: inherit;
      background: ${color('selected')};
      opacity: 0;
    }

    .figure:hover {
      background: ${color('accent-tint')};
    }

    .figure:disabled {
      cursor: default;
      background: none;
    }

    .name {
      font-size: ${em(11.5)};
      line-height: 1.35;
      white-space: nowrap;
      color: ${color('muted')};
    }

    .value {
      min-inline-size: 4.9ch;
      font-size: ${em(18)};
      font-weight: 600;
      line-height: 1.25;
      font-variant-numeric: tabular-nums;
    }

    .value > .skeleton {
      inline-size: 2ch;
      block-size: 0.8em;
      margin-block: 0.225em;
    }

    .unit {
      padding-inline-start: 0.1em;
      font-size: ${em(12, 18)};
      font-weight: 500;
      color: ${color('muted')};
    }

    /* Room for the mark of calls that are due, so that its coming moves nothing. */
    .calls > .figure {
      min-inline-size: ${em(108)};
    }

    .root:lang(ja) .calls > .figure {
      min-inline-size: ${em(120)};
    }

    .due {
      appearance: none;
      position: absolute;
      /* Beside the number, which stands at the end however many lines its name takes. */
      inset-block-end: ${em(2, 11.5)};
      inset-inline-end: ${em(4, 11.5)};
      display: inline-flex;
      align-items: center;
      gap: ${em(4, 11.5)};
      min-block-size: ${em(24, 11.5)};
      margin: 0;
      padding: 0 ${em(6, 11.5)};
      border: 1px solid ${color('warn')};
      border-radius: ${radiusChip};
      background: ${color('warn-tint')};
      color: ${color('warn')};
      font: inherit;
      font-size: ${em(11.5)};
      font-weight: 600;
      letter-spacing: inherit;
      text-transform: none;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
      cursor: pointer;
    }

    .due > .icon {
      inline-size: ${em(12, 11.5)};
      block-size: ${em(12, 11.5)};
    }

    .problem {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${em(8)};
      padding-inline: ${em(8)};
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    @container board (min-inline-size: 38em) and (max-inline-size: 66em) {
      .board {
        ${twoRows}
      }
    }

    @container board (min-inline-size: 38em) and (max-inline-size: 84em) {
      .root:lang(en) > .board {
        ${twoRows}
      }
    }

    @container board (max-inline-size: 38em) {
      .half {
        display: grid;
        inline-size: 100%;
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }

      .half + .half {
        padding-inline-start: 0;
        border-inline-start: 0;
      }

      .scope {
        grid-column: 1 / -1;
        inline-size: auto;
      }

      .name {
        white-space: normal;
      }

      .root > .board .calls > .figure {
        min-inline-size: 0;
      }

      .due > .now {
        display: none;
      }
    }

    :host([orientation='vertical']) .root {
      ${stacked}
    }
  `,
];

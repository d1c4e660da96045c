import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { figures, stackedFigures } from '../../base/figures.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** ALL above MY, their figures in columns. */
const twoRows = css`
  display: grid;
  grid-template-columns: max-content repeat(6, auto) max-content;
  justify-content: start;

  .half {
    grid-column: 1 / -2;
  }

  .problem {
    grid-column: 1 / -1;
  }

  .arrange {
    grid-area: 1 / -2;
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

/** Figures below one another, the mark of calls that are due before its number. */
const stacked = css`
  ${stackedFigures}

  .mark {
    position: static;
    margin-inline-start: ${em(8)};
  }
`;

export const styles = [
  focusRing,
  buttons,
  skeleton,
  visuallyHidden,
  figures,
  css`
    .root {
      position: relative;
      container: board / inline-size;
    }

    .figure {
      appearance: none;
      position: relative;
      isolation: isolate;
      margin: 0;
      border: 0;
      background: none;
      font: inherit;
      letter-spacing: inherit;
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

    /* Room for the mark of calls that are due, so that its coming moves nothing. */
    .calls > .figure {
      min-inline-size: ${em(134)};
    }

    .root:lang(ja) .calls > .figure {
      min-inline-size: ${em(146)};
    }

    .mark {
      position: absolute;
      /* Beside the number, which stands at the end however many lines its name takes. */
      inset-block-end: ${em(2)};
      inset-inline-end: ${em(2)};
      display: inline-flex;
      gap: ${em(2)};
    }

    .seen,
    .arrange {
      min-inline-size: ${em(24)};
      min-block-size: ${em(24)};
      padding: 0;
    }

    .arrange {
      flex: none;
      align-self: center;
      color: ${color('muted')};
    }

    .due {
      appearance: none;
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

    .calm > .due {
      border-color: currentcolor;
      background: none;
    }

    .due > .icon {
      inline-size: ${em(12, 11.5)};
      block-size: ${em(12, 11.5)};
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

    .root.vertical {
      ${stacked}
    }
  `,
];

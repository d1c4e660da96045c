import { css } from 'lit';
import { color, em, radiusChip } from '../tokens/tokens.js';

/** Figures of a board in their groups: a name, and the number below it. */
export const figures = css`
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
    display: grid;
    align-content: end;
    min-inline-size: ${em(60)};
    min-block-size: ${em(44)};
    padding: ${em(4)} ${em(8)};
    border-radius: ${radiusChip};
    color: ${color('text')};
    text-align: start;
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

  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(8)};
    padding-inline: ${em(8)};
    font-size: ${em(12)};
    color: ${color('muted')};
  }
`;

/** Figures below one another, name before number. */
export const stackedFigures = css`
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
`;

import { css } from 'lit';
import { em } from '../../tokens/tokens.js';

/** Two lines a ticket where heads do not fit. What stands where on them comes from the columns. */
export const cards = css`
  @container ticket-list (max-width: ${em(560)}) {
    .head {
      display: none;
    }

    .ruler {
      block-size: var(--desk-list-row-height, var(--high-card));
    }

    .row {
      display: grid;
      grid-template-rows: 1fr 1fr;
      padding-block: ${em(2)};
    }

    .cell {
      position: static;
      line-height: calc((var(--row) - 1px) / 2 - ${em(2)});
    }

    .box {
      margin-block: calc((var(--row) / 2 - ${em(16)}) / 2);
    }

    .claim {
      block-size: ${em(22)};
      margin-block: calc(((var(--row) - 1px) / 2 - ${em(24)}) / 2);
    }
  }

  @container ticket-list (max-width: ${em(420)}) {
    .filter {
      padding-inline: ${em(6)};
    }

    .filter > span,
    .ticking > .filter {
      display: none;
    }
  }
`;

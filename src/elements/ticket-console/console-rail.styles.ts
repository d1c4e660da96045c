import { css } from 'lit';
import { em } from '../../tokens/tokens.js';

/** The rail of tools, at the end or below; its panel lies over what has no room to go aside. */
export const rail = css`
  .rail {
    grid-area: rail;
    min-block-size: 0;
    z-index: 2;
  }

  /* As much room as it will have. */
  .rail > slot > side-tools:not(:defined) {
    display: block;
    min-inline-size: ${em(40)};
    min-block-size: ${em(44)};
  }

  .has-panel > slot > side-tools:not(:defined) {
    min-inline-size: ${em(340)};
  }

  .no-ticket > .rail {
    display: none;
  }

  /* Below the ticket: its panel lies over the ticket, not over what stands above that. */
  @container console (inline-size < 38.46em) {
    .rail {
      position: relative;
      display: grid;
      grid-row: main-start / rail-end;
      grid-template: subgrid / minmax(0, 1fr);
      pointer-events: none;
    }

    .rail > slot > side-tools,
    ::slotted([slot='rail']) {
      grid-row: 2;
      pointer-events: auto;
    }
  }

  @container console (min-inline-size: 66.15em) {
    .console > .rail {
      display: block;
    }
  }
`;

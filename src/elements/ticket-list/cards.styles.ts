import { css } from 'lit';
import { em } from '../../tokens/tokens.js';

/** Fewer columns where there is less room, and two lines a ticket where heads do not fit. */
export const cards = css`
  @container ticket-list (min-width: ${em(960)}) {
    .root:lang(en) {
      --status: ${em(200)};
    }
  }

  @container ticket-list (max-width: ${em(800)}) {
    .row {
      grid-template-columns:
        ${em(28)} ${em(26)} ${em(20)} var(--status) minmax(0, 1fr) ${em(22)} ${em(88)} ${em(92)} ${em(72)} 0
        ${em(72)};
    }

    .group {
      display: none;
    }

    .updated {
      grid-column: 11;
    }
  }

  @container ticket-list (max-width: ${em(680)}) {
    .row {
      grid-template-columns:
        ${em(28)} ${em(26)} ${em(20)} var(--status) minmax(0, 1fr) ${em(22)} 0 ${em(84)} ${em(64)} 0
        ${em(68)};
    }

    .customer {
      display: none;
    }

    .assignee {
      grid-column: 8;
    }

    .channel {
      grid-column: 9;
    }
  }

  @container ticket-list (max-width: ${em(560)}) {
    .head {
      display: none;
    }

    .ruler {
      block-size: var(--desk-list-row-height, var(--high-card));
    }

    .row {
      grid-template: 1fr 1fr / ${em(30)} ${em(20)} minmax(0, 1.4fr) minmax(0, 1fr) ${em(64)} ${em(22)} ${em(84)};
      padding-block: ${em(2)};
    }

    .cell {
      line-height: calc((var(--row) - 1px) / 2 - ${em(2)});
    }

    .box {
      margin-block: calc((var(--row) / 2 - ${em(16)}) / 2);
    }

    .tick {
      grid-area: 1 / 1;
    }

    .star {
      grid-area: 2 / 1;
    }

    .priority {
      grid-area: 1 / 2;
    }

    .status {
      grid-area: 2 / 2 / 3 / 4;
    }

    .subject {
      grid-area: 1 / 3 / 2 / 6;
    }

    .transfer {
      grid-area: 1 / 6;
    }

    .updated {
      grid-area: 1 / 7;
    }

    .customer {
      display: block;
      grid-area: 2 / 4;
    }

    .channel {
      grid-area: 2 / 5;
    }

    .assignee {
      grid-area: 2 / 6 / 3 / 8;
      text-align: end;
    }

    .claim {
      block-size: ${em(22)};
      margin-block: calc(((var(--row) - 1px) / 2 - ${em(24)}) / 2);
    }
  }

  /* English words for states are long; the channel gives way to them. */
  @container ticket-list (max-width: ${em(480)}) {
    .root:lang(en) .row {
      grid-template-columns: ${em(30)} ${em(20)} minmax(0, 1.6fr) minmax(0, 1fr) 0 ${em(22)} ${em(84)};
    }

    .root:lang(en) .channel {
      display: none;
    }
  }

  @container ticket-list (max-width: ${em(360)}) {
    .row {
      grid-template-columns: ${em(28)} ${em(20)} minmax(0, 1fr) 0 ${em(52)} ${em(22)} ${em(72)};
    }

    .customer {
      display: none;
    }
  }
`;

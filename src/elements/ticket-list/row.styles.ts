import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** Rows and heads stand on the same columns. Sizes are fixed, so that a text that is written moves nothing else. */
export const rows = css`
  .viewport {
    flex: 1;
    contain: strict;
    overflow-x: hidden;
    overflow-y: scroll;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    min-block-size: 0;
  }

  .track {
    position: relative;
    overflow: clip;
    contain: size layout style;
  }

  .head {
    flex: none;
    border-block-end: 1px solid ${color('line')};
    overflow-y: scroll;
    scrollbar-width: thin;
    scrollbar-color: transparent transparent;
    background: ${color('canvas')};
    --row: ${em(28)};
  }

  .row {
    display: grid;
    grid-template-columns:
      ${em(28)} ${em(26)} ${em(20)} ${em(132)} minmax(0, 1fr) ${em(22)} ${em(88)} ${em(92)} ${em(72)} ${em(92)}
      ${em(72)};
    block-size: var(--row);
    border-inline-start: 3px solid transparent;
  }

  .track > .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    contain: strict;
    border-block-end: 1px solid ${color('line')};
    background: ${color('surface')};
    cursor: default;
  }

  .cell {
    min-inline-size: 0;
    overflow: hidden;
    padding-inline-end: ${em(8)};
    line-height: calc(var(--row) - 1px);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .track .cell {
    contain: strict;
  }

  .tick,
  .star,
  .priority,
  .transfer {
    padding: 0;
    text-overflow: clip;
  }

  .customer,
  .channel,
  .group,
  .updated,
  .low > .subject {
    color: ${color('muted')};
  }

  .updated {
    text-align: end;
  }

  .unread > .subject {
    font-weight: 600;
  }

  .box {
    display: block;
    inline-size: ${em(14)};
    block-size: ${em(14)};
    margin: calc((var(--row) - 1px - ${em(14)}) / 2) auto;
    accent-color: ${color('accent')};
  }

  .sign {
    inline-size: ${em(15)};
    block-size: ${em(15)};
    margin-inline-end: ${em(5)};
    vertical-align: -0.22em;
    fill: currentcolor;
    fill-rule: evenodd;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .star-button {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: ${color('muted')};
    font: inherit;
    line-height: inherit;
    text-align: center;
    cursor: pointer;
  }

  .star-button > .sign {
    margin: 0;
    fill: none;
    stroke-width: 1.2;
  }

  .star-button[aria-pressed='true'] {
    color: ${color('warn')};
  }

  .star-button[aria-pressed='true'] > .sign {
    fill: currentcolor;
  }

  .claim {
    appearance: none;
    block-size: ${em(24)};
    margin: calc((var(--row) - 1px - ${em(24)}) / 2) 0;
    padding: 0 ${em(8)};
    border: 1px solid ${color('accent')};
    border-radius: ${radiusChip};
    background: ${color('surface')};
    color: ${color('accent')};
    font: inherit;
    font-weight: 500;
    line-height: 1;
    letter-spacing: inherit;
    vertical-align: top;
    cursor: pointer;
  }

  .claim:hover {
    background: ${color('accent')};
    color: ${color('on-accent')};
  }

  .sign.unassigned,
  .sign.completed,
  .sign.low {
    color: ${color('muted')};
  }

  .sign.processing {
    color: ${color('accent')};
  }

  .sign.pending,
  .sign.high {
    color: ${color('warn')};
  }

  .sign.issue_transferred,
  .sign.issue_answered,
  .sign.issue {
    color: ${color('violet')};
  }

  .sign.dooray_transferred,
  .sign.dooray_in_progress,
  .sign.dooray_answered,
  .sign.dooray {
    color: ${color('teal')};
  }

  .sign.resolved {
    color: ${color('ok')};
  }

  .sign.spam,
  .sign.urgent {
    color: ${color('danger')};
  }

  .row.urgent {
    border-inline-start-color: ${color('danger')};
    background: ${color('danger-tint')} !important;
  }

  .row.high {
    border-inline-start-color: ${color('warn')};
  }

  .track > .row:hover,
  .track > .ticked {
    background: ${color('accent-tint')};
  }

  .track > .current {
    background: ${color('selected')} !important;
  }

  .running > .cell {
    opacity: 0.6;
  }

  .failed > .subject {
    color: ${color('danger')};
  }

  .waiting > .cell {
    visibility: hidden;
  }

  .waiting::before {
    content: '';
    position: absolute;
    inset-inline: ${em(60)} 25%;
    inset-block-start: calc(50% - ${em(5)});
    block-size: ${em(10)};
    border-radius: ${radiusChip};
    background: ${color('line')};
  }

  .track > .row:focus-visible {
    outline-offset: ${em(-2)};
  }

  .star-button:focus-visible,
  .claim:focus-visible,
  .sort:focus-visible {
    outline-offset: ${em(-3)};
  }

  .sort {
    appearance: none;
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: ${em(26, 12)};
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: ${color('muted')};
    font: inherit;
    font-size: ${em(12)};
    font-weight: 500;
    letter-spacing: inherit;
    white-space: nowrap;
    cursor: pointer;
  }

  .sort > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .sort > svg {
    flex: none;
    inline-size: ${em(12, 12)};
    block-size: ${em(12, 12)};
    margin-inline-start: ${em(2, 12)};
  }

  .sort:hover,
  .head-row > [aria-sort] > .sort {
    color: ${color('text')};
  }

  @media (forced-colors: active) {
    .track > .ticked {
      border-block-end-color: Highlight;
    }

    .track > .current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .waiting::before {
      border: 1px solid GrayText;
    }
  }
`;

/** Fewer columns where there is less room, and two lines a ticket where heads do not fit. */
export const cards = css`
  @container ticket-list (max-width: ${em(800)}) {
    .row {
      grid-template-columns:
        ${em(28)} ${em(26)} ${em(20)} ${em(132)} minmax(0, 1fr) ${em(22)} ${em(88)} ${em(92)} ${em(72)} 0
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
        ${em(28)} ${em(26)} ${em(20)} ${em(120)} minmax(0, 1fr) ${em(22)} 0 ${em(84)} ${em(64)} 0
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

  @container ticket-list (max-width: ${em(360)}) {
    .row {
      grid-template-columns: ${em(28)} ${em(20)} minmax(0, 1fr) 0 ${em(52)} ${em(22)} ${em(72)};
    }

    .customer {
      display: none;
    }
  }
`;

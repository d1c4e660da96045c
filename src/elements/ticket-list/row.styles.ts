import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** Rows and heads stand on the same columns. Sizes are fixed, so that a text that is written moves nothing else. */
export const rows = css`
  .viewport {
    flex: 1;
    contain: strict;
    overflow-x: auto;
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
    overflow: hidden scroll;
    scrollbar-width: thin;
    scrollbar-color: transparent transparent;
    background: ${color('canvas')};
    --row: ${em(28)};
  }

  .row {
    position: relative;
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
    position: absolute;
    inset-block: 0;
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
  .updatedAt,
  .createdAt,
  .resolvedAt,
  .low > .subject {
    color: ${color('muted')};
  }

  .updatedAt,
  .createdAt,
  .resolvedAt {
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

  .all {
    display: block;
    block-size: 100%;
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

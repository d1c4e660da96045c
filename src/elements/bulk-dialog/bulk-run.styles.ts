import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** How far a run is, and its tickets. */
export const run = css`
  .progress {
    display: grid;
    gap: ${em(6)};
  }

  .bar {
    block-size: ${em(8)};
    border-radius: ${em(4)};
    background: ${color('line')};
    overflow: hidden;
  }

  .bar > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .bar:dir(rtl) > svg {
    transform: scaleX(-1);
  }

  .bar .done {
    fill: ${color('accent')};
  }

  .bar .failed {
    fill: ${color('danger')};
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: ${em(2)} ${em(12)};
    font-variant-numeric: tabular-nums;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(6)};
  }

  .filter[aria-pressed='true'] {
    border-color: ${color('accent')};
    background: ${color('selected')};
  }

  .count {
    font-variant-numeric: tabular-nums;
    color: ${color('muted')};
  }

  .items {
    max-block-size: ${em(320)};
    border: 1px solid ${color('line')};
    border-radius: ${radiusChip};
  }

  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: ${em(2)} ${em(8)};
    padding: ${em(6)} ${em(10)};
    line-height: 1.35;
  }

  .item + .item {
    border-block-start: 1px solid ${color('line')};
  }

  .item > .icon {
    flex: none;
    margin-block-start: ${em(4)};
    color: ${color('muted')};
  }

  .item.done > .icon {
    color: ${color('ok')};
  }

  .item.failed > .icon,
  .item.failed > .outcome {
    color: ${color('danger')};
  }

  .what {
    flex: 1 1 ${em(180)};
    display: grid;
    justify-items: start;
    min-inline-size: 0;
  }

  .outcome {
    flex: 0 1 auto;
    padding-block: ${em(3, 12)};
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .link {
    appearance: none;
    min-block-size: ${em(24)};
    margin: 0;
    padding: ${em(2)} 0;
    border: 0;
    border-radius: ${radiusChip};
    background: none;
    line-height: 1.35;
    color: ${color('accent')};
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .link:hover {
    text-decoration: underline;
  }

  .more {
    justify-self: center;
  }

  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }

    .bar .done {
      fill: Highlight;
    }

    .bar .failed {
      fill: CanvasText;
    }
  }
`;

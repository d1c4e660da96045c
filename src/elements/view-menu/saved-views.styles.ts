import { css } from 'lit';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

/** The agent's own views: their lines, their menus, and the way back from a deletion. */
export const savedViews = css`
  .saved {
    border-block-end: 1px solid ${color('line')};
  }

  .own {
    position: relative;
  }

  .own.dragged > .item {
    background: ${color('accent-tint')};
    box-shadow: inset 0 0 0 1px ${color('accent')};
    cursor: grabbing;
  }

  .badge {
    flex: none;
    display: grid;
    place-content: center;
    inline-size: ${em(18, 11)};
    block-size: ${em(18, 11)};
    margin-inline: ${em(-1, 11)};
    border-radius: ${radiusChip};
    background: ${color('line')};
    font-size: ${em(11)};
    font-weight: 600;
    line-height: 1;
    color: ${color('text')};
  }

  .item[aria-current] > .badge {
    color: ${color('accent')};
  }

  /* Over the number, so that all numbers stand below each other. */
  .more {
    appearance: none;
    position: absolute;
    inset-block: ${em(2)};
    inset-inline-end: ${em(2)};
    display: grid;
    place-content: center;
    inline-size: ${em(28)};
    min-block-size: ${em(24)};
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: ${radiusChip};
    background: ${color('accent-tint')};
    color: ${color('text')};
    font: inherit;
    opacity: 0;
    cursor: pointer;
  }

  .own:hover > .more,
  .own:focus-within > .more,
  .own:has(:popover-open) > .more {
    opacity: 1;
  }

  .own:hover > .item > .count,
  .own:focus-within > .item > .count,
  .own:has(:popover-open) > .item > .count {
    visibility: hidden;
  }

  @media (hover: none) {
    .own > .more {
      opacity: 1;
      background: none;
    }

    .own > .item {
      padding-inline-end: ${em(32)};
    }

    .own > .item > .count {
      visibility: visible !important;
    }
  }

  .removed {
    display: flex;
    align-items: center;
    gap: ${em(4)};
    min-block-size: ${em(32)};
    padding-inline-start: ${em(6)};
    border-radius: ${radiusChip};
    background: ${color('canvas')};
    line-height: 1.35;
    color: ${color('muted')};
  }

  .removed > .label {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .removed > .button {
    flex: none;
    min-block-size: ${em(24)};
    padding-block: 0;
  }

  .menu:popover-open {
    display: grid;
  }

  .menu-item {
    appearance: none;
    display: flex;
    align-items: center;
    gap: ${em(8)};
    min-block-size: ${em(32)};
    margin: 0;
    padding: ${em(4)} ${em(12)} ${em(4)} ${em(8)};
    border: 0;
    border-radius: ${radius};
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-transform: none;
    white-space: nowrap;
    cursor: pointer;
  }

  .menu-item:hover,
  .menu-item:focus-visible {
    background: ${color('accent-tint')};
  }

  .menu-item:focus-visible {
    outline-offset: ${em(-2)};
  }

  .menu-item[aria-disabled='true'] {
    color: ${color('muted')};
    cursor: not-allowed;
  }

  .item.save {
    inline-size: calc(100% - ${em(8)});
    margin: 0 ${em(4)} ${em(6)};
    color: ${color('muted')};
  }

  .item.save:hover {
    color: ${color('text')};
  }
`;

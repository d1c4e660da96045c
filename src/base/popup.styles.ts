import { css } from 'lit';
import { color, em, radius, radiusChip, shadow } from '../tokens/tokens.js';

/** A panel beside a button, in the top layer. `PopupController` says where. */
export const popups = css`
  .popup {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: ${em(4)};
    max-inline-size: calc(100vi - ${em(16)});
    border: 1px solid ${color('line')};
    border-radius: ${radius};
    background: ${color('raised')};
    color: ${color('text')};
    box-shadow: ${shadow};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .popup:not(:popover-open) {
    display: none;
  }
`;

/** What can be chosen in a menu that is such a panel. */
export const menuItems = css`
  .item {
    appearance: none;
    display: flex;
    align-items: center;
    gap: ${em(8)};
    min-block-size: ${em(32)};
    margin: 0;
    padding: ${em(4)} ${em(8)};
    border: 0;
    border-radius: ${radiusChip};
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-transform: none;
    cursor: pointer;
  }

  .item:hover,
  .item:focus-visible {
    background: ${color('accent-tint')};
  }

  .item:focus-visible {
    outline-offset: ${em(-2)};
  }

  .item[aria-disabled='true'] {
    color: ${color('muted')};
    cursor: not-allowed;
  }
`;

import { css } from 'lit';
import { color, em, radius, shadow } from '../tokens/tokens.js';

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

import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fields } from '../../base/forms.styles.js';
import { popups } from '../../base/popup.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  popups,
  visuallyHidden,
  css`
    .root {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(4)};
      min-inline-size: 0;
    }

    .button-like {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: ${em(4)};
      text-align: start;
      cursor: pointer;
    }

    .button-like:hover {
      background: ${color('accent-tint')};
    }

    .button-like > .icon {
      flex: none;
    }

    .summary {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: 500;
    }

    .summary.none {
      font-weight: 400;
      color: ${color('muted')};
    }

    .problem {
      font-size: ${em(12)};
    }

    .popup:popover-open {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      max-inline-size: min(${em(340)}, calc(100vi - ${em(16)}));
      padding: 0;
      overflow: hidden;
    }

    .filter {
      position: relative;
      display: block;
      padding: ${em(8)} ${em(8)} ${em(4)};
    }

    .filter > .icon {
      position: absolute;
      inset-inline-start: ${em(15)};
      inset-block: ${em(4)} 0;
      margin-block: auto;
      color: ${color('muted')};
      pointer-events: none;
    }

    .filter > .input {
      padding-inline-start: ${em(28)};
    }

    .filter > .input::placeholder {
      color: ${color('muted')};
      opacity: 1;
    }

    .values {
      grid-row: 2;
      min-block-size: 0;
      max-block-size: ${em(280)};
      padding: ${em(4)};
      overflow-y: auto;
      overscroll-behavior: contain;
    }

    .empty {
      grid-row: 2;
      margin: 0;
      padding: ${em(8)} ${em(12)};
      color: ${color('muted')};
    }

    .value {
      display: flex;
      align-items: flex-start;
      gap: ${em(8)};
      min-block-size: ${em(28)};
      padding: ${em(4)} ${em(8)};
      border-radius: ${radiusChip};
      line-height: 1.35;
      overflow-wrap: anywhere;
      cursor: pointer;
    }

    .value:hover {
      background: ${color('accent-tint')};
    }

    .value:has(:checked) {
      background: ${color('selected')};
    }

    .value:has(:focus-visible) {
      outline: ${em(2)} solid ${color('accent')};
      outline-offset: ${em(-2)};
    }

    .value > input {
      flex: none;
      inline-size: ${em(16)};
      block-size: ${em(16)};
      margin: ${em(1)} 0 0;
      outline: none;
      accent-color: ${color('accent')};
    }

    .depth-1 {
      padding-inline-start: ${em(28)};
    }

    .depth-2 {
      padding-inline-start: ${em(48)};
    }

    .depth-3 {
      padding-inline-start: ${em(68)};
    }

    .depth-4 {
      padding-inline-start: ${em(88)};
    }

    .foot {
      grid-row: 3;
      display: flex;
      justify-content: space-between;
      gap: ${em(8)};
      padding: ${em(4)} ${em(8)};
      border-block-start: 1px solid ${color('line')};
    }
  `,
];

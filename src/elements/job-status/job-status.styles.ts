import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  visuallyHidden,
  css`
    .root {
      position: relative;
      display: inline-flex;
      align-items: center;
      max-inline-size: 100%;
    }

    .line {
      min-inline-size: 0;
      color: ${color('text')};
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .line.bad {
      color: ${color('danger')};
    }

    .line > .icon {
      flex: none;
      margin-inline-end: ${em(2)};
    }
  `,
];

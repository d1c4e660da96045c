import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

const own = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none !important;
  }

  .root:focus {
    outline: none;
  }

  .notice {
    display: grid;
    gap: ${em(6)};
    inline-size: min(${em(340)}, 100%);
    box-sizing: border-box;
    margin-inline-start: auto;
    padding: ${em(8)} ${em(8)} ${em(10)} ${em(12)};
    border: 1px solid ${color('line-strong')};
    border-inline-start: 3px solid ${color('accent')};
    border-radius: ${radiusChip};
    background: ${color('surface')};
    box-shadow: 0 ${em(4)} ${em(16)} rgb(0 0 0 / 18%);
    color: ${color('text')};
    pointer-events: auto;
  }

  .notice[hidden] {
    display: none;
  }

  .head {
    display: flex;
    align-items: center;
    gap: ${em(6)};
  }

  .head > .icon {
    flex: none;
    color: ${color('accent')};
  }

  .title {
    flex: 1;
    font-weight: 600;
  }

  .tickets {
    display: grid;
    gap: ${em(2)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .ticket {
    min-inline-size: 0;
  }

  .open {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: ${em(28)};
    margin: 0;
    padding: ${em(2)} ${em(6)};
    border: 0;
    border-radius: ${radiusChip};
    background: none;
    color: ${color('accent')};
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .open:hover {
    background: ${color('accent-tint')};
  }

  .subject {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

export const styles = [buttons, focusRing, visuallyHidden, own];

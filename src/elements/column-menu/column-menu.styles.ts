import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radius, radiusChip, shadow } from '../../tokens/tokens.js';

const menu = css`
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: ${em(168)};
    max-block-size: calc(100vb - ${em(16)});
    margin: 0;
    padding: ${em(4)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
    background: ${color('raised')};
    color: ${color('text')};
    box-shadow: ${shadow};
    overflow: auto;
  }

  .menu > hr {
    margin: ${em(4)} 0;
    border: 0;
    border-block-start: 1px solid ${color('line')};
  }

  .item {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: ${em(28)};
    margin: 0;
    padding: 0 ${em(12)};
    border: 0;
    border-radius: ${radiusChip};
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
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
    cursor: default;
  }
`;

const settings = css`
  .densities {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${em(16)};
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-size: ${em(12)};
    font-weight: 500;
    color: ${color('muted')};
  }

  h3 {
    margin: 0;
  }

  .columns {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .column {
    display: flex;
    align-items: center;
    min-block-size: ${em(32)};
    border-block-end: 1px solid ${color('line')};
  }

  .column > .button[aria-disabled] {
    border-color: transparent;
    background: none;
    opacity: 0.4;
  }

  .choice {
    display: flex;
    flex: 1;
    align-items: center;
    gap: ${em(8)};
    min-block-size: ${em(28)};
    min-inline-size: 0;
    cursor: pointer;
  }

  .densities > .choice {
    flex: none;
  }

  .choice > span {
    overflow-wrap: anywhere;
  }

  input {
    flex: none;
    inline-size: ${em(15)};
    block-size: ${em(15)};
    margin: 0;
    accent-color: ${color('accent')};
  }
`;

export const styles = [focusRing, visuallyHidden, buttons, fields, dialogs, menu, settings];

import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** Fields of a ticket side by side as the width allows, and what is said about each. */
export const fieldGrid = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${em(140)}), 1fr));
    gap: ${em(8)} ${em(12)};
    align-items: start;
  }

  .broad {
    grid-column: 1 / -1;
  }

  .grid .field {
    grid-template-columns: minmax(0, 1fr);
  }

  legend.label {
    margin-block-end: ${em(4)};
  }

  .required {
    margin-inline-start: ${em(4)};
    color: ${color('danger')};
  }

  .secret {
    display: inline-flex;
    align-items: center;
    block-size: 1lh;
    margin-inline-start: ${em(4)};
    vertical-align: top;
    color: ${color('muted')};
  }

  .input:disabled {
    border-color: ${color('line')};
    background: ${color('canvas')};
    color: ${color('muted')};
    cursor: not-allowed;
  }

  .input::placeholder {
    color: ${color('muted')};
    opacity: 1;
  }

  textarea.input {
    display: block;
    resize: vertical;
    min-block-size: ${em(60)};
    line-height: 1.5;
  }

  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${em(14)};
  }

  .period {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-items: center;
    gap: ${em(6)};
  }

  .type-datetime > .input {
    max-inline-size: ${em(240)};
  }

  .type-datetime_period .period {
    grid-template-columns: minmax(0, 1fr);
    gap: ${em(4)};
  }

  .type-datetime_period .period > span {
    display: none;
  }

  .problem {
    margin: 0;
    font-size: ${em(12)};
  }

  .hint,
  .count,
  .aside {
    font-size: ${em(12)};
    color: ${color('muted')};
    overflow-wrap: anywhere;
  }

  .hint :is(p, ul, ol) {
    margin: 0;
  }

  .hint :is(ul, ol) {
    padding-inline-start: ${em(18)};
  }

  .hint a {
    color: ${color('accent')};
  }

  .hint .link-warning {
    margin-inline-start: ${em(4)};
    color: ${color('danger')};
  }

  .type-caption {
    padding: ${em(8)} ${em(10)};
    border-radius: ${radiusChip};
    background: ${color('canvas')};
  }

  .type-caption > .label {
    margin: 0;
    color: ${color('text')};
  }

  .count {
    justify-self: end;
    font-variant-numeric: tabular-nums;
  }

  .count.over {
    color: ${color('danger')};
  }

  .files {
    display: grid;
    gap: ${em(4)};
    margin: 0 0 ${em(4)};
    padding: 0;
    list-style: none;
  }

  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(6)};
    min-inline-size: 0;
  }

  .file > .icon {
    flex: none;
    color: ${color('muted')};
  }

  .file-name,
  .link {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .link {
    appearance: none;
    min-block-size: ${em(24)};
    padding: 0;
    border: 0;
    background: none;
    color: ${color('accent')};
    font: inherit;
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }

  .file > .button {
    flex: none;
    margin-inline-start: auto;
  }

  .file progress {
    flex: 1 1 ${em(60)};
    block-size: ${em(6)};
    accent-color: ${color('accent')};
  }

  .file-button {
    position: relative;
    justify-self: start;
  }

  .file-button:has(:focus-visible) {
    outline: ${em(2)} solid ${color('accent')};
    outline-offset: ${em(1)};
  }
`;

import { css } from 'lit';
import { color, em, radius, radiusChip, shadow } from '../tokens/tokens.js';

/** A label above its control, with room for what is wrong. */
export const fields = css`
  .field {
    display: grid;
    gap: ${em(4)};
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .label {
    padding: 0;
    font-size: ${em(12)};
    font-weight: 500;
    line-height: 1.35;
    color: ${color('muted')};
  }

  .input {
    appearance: none;
    inline-size: 100%;
    min-block-size: ${em(28)};
    margin: 0;
    padding: ${em(3)} ${em(8)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${radiusChip};
    background: ${color('surface')};
    color: ${color('text')};
    font: inherit;
    letter-spacing: inherit;
  }

  .input[aria-invalid='true'] {
    border-color: ${color('danger')};
  }

  .problem {
    color: ${color('danger')};
  }
`;

/** A native list of choices, with the mark that says so; `select` is the box around it. */
export const selects = css`
  .select {
    position: relative;
    display: block;
    min-inline-size: 0;
  }

  .select > .input {
    padding-inline-end: ${em(28)};
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .select > .input > option {
    background: ${color('raised')};
    color: ${color('text')};
  }

  .select > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: ${em(8)};
    margin-block: auto;
    pointer-events: none;
  }

  .input:disabled {
    border-color: ${color('line')};
    background: ${color('canvas')};
    color: ${color('muted')};
    cursor: not-allowed;
  }
`;

/** A box to tick with its words beside it, in an area that is easy to hit. */
export const checks = css`
  .check {
    display: flex;
    align-items: flex-start;
    gap: ${em(8)};
    padding-block: ${em(3)};
    line-height: 1.35;
    cursor: pointer;
  }

  .check > input {
    flex: none;
    inline-size: ${em(16)};
    block-size: ${em(16)};
    margin: 0;
    accent-color: ${color('accent')};
  }
`;

/** A field for words that are looked for, with the sign of the search inside. */
export const wordFields = css`
  .words {
    position: relative;
    min-inline-size: 0;
  }

  .words > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: ${em(8)};
    margin-block: auto;
    color: ${color('muted')};
  }

  .words > .input {
    padding-inline-start: ${em(30)};
  }
`;

/** The kit's layers: a native dialog in the top layer, readable on any page and at any width. */
export const dialogs = css`
  .dialog {
    inline-size: min(${em(400)}, calc(100vi - ${em(24)}));
    max-block-size: calc(100vb - ${em(24)});
    margin: auto;
    padding: 0;
    border: 1px solid ${color('line')};
    border-radius: ${radius};
    background: ${color('raised')};
    color: ${color('text')};
    box-shadow: ${shadow};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .dialog::backdrop {
    background: rgb(15 23 42 / 0.4);
  }

  .dialog-title {
    margin: 0;
    padding: ${em(16, 15)} ${em(16, 15)} 0;
    font-size: ${em(15)};
    font-weight: 600;
    line-height: 1.35;
  }

  .dialog-body {
    display: grid;
    gap: ${em(12)};
    padding: ${em(12)} ${em(16)} ${em(16)};
  }

  .dialog-body > p {
    margin: 0;
    text-wrap: pretty;
  }

  .dialog-foot {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: ${em(8)};
    padding: ${em(12)} ${em(16)};
    border-block-start: 1px solid ${color('line')};
    background: ${color('raised')};
  }

  .notice {
    margin: 0;
    padding: ${em(8)} ${em(12)};
    border-radius: ${radiusChip};
    background: ${color('danger-tint')};
    color: ${color('danger')};
    border-inline-start: 3px solid currentcolor;
  }

  .notice.calm {
    background: ${color('warn-tint')};
    color: ${color('warn')};
  }

  .notice > span {
    display: block;
  }
`;

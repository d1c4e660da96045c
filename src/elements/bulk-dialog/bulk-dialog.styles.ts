import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';
import { run } from './bulk-run.styles.js';

const form = css`
  :host {
    display: contents;
  }

  .dialog {
    inline-size: min(${em(560)}, calc(100vi - ${em(24)}));
  }

  .dialog-body p {
    margin: 0;
  }

  .scope,
  .strong {
    font-weight: 600;
  }

  /* A legend stands outside of the grid of its group. */
  legend.label {
    margin-block-end: ${em(4, 12)};
  }

  .hint,
  .id {
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .actions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${em(118)}), 1fr));
    gap: ${em(6)};
  }

  /* The longest name is not to break. */
  .actions:lang(ja) {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${em(134)}), 1fr));
  }

  .choice {
    display: flex;
    align-items: center;
    gap: ${em(6)};
    min-block-size: ${em(32)};
    padding: ${em(4)} ${em(8)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${radiusChip};
    line-height: 1.35;
    cursor: pointer;
  }

  .choice:hover {
    background: ${color('accent-tint')};
  }

  .choice:has(:checked) {
    border-color: ${color('accent')};
    background: ${color('selected')};
    font-weight: 500;
  }

  .choice:has(:disabled) {
    border-color: ${color('line')};
    background: ${color('canvas')};
    color: ${color('muted')};
    cursor: not-allowed;
  }

  .choice:has(:focus-visible) {
    outline: ${em(2)} solid ${color('accent')};
    outline-offset: ${em(1)};
  }

  .choice > input,
  .check > input[type='radio'] {
    flex: none;
    inline-size: ${em(16)};
    block-size: ${em(16)};
    margin: 0;
    accent-color: ${color('accent')};
  }

  .choice > input {
    outline: none;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${em(180)}), 1fr));
    gap: ${em(12)};
    align-items: start;
  }

  .text {
    field-sizing: content;
    min-block-size: ${em(88)};
    max-block-size: ${em(260)};
    padding: ${em(8)} ${em(10)};
    overflow-wrap: anywhere;
    resize: vertical;
    overscroll-behavior: contain;
  }

  .text::placeholder {
    color: ${color('muted')};
    opacity: 1;
  }

  .text[readonly] {
    background: ${color('canvas')};
  }
`;

const check = css`
  .preview {
    display: grid;
    gap: ${em(8)};
    padding: ${em(12)};
    border-radius: ${radius};
    background: ${color('canvas')};
  }

  .facts {
    display: grid;
    gap: ${em(4)};
  }

  .checking {
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .preview[aria-busy='true'] .will,
  .preview[aria-busy='true'] .fact {
    color: ${color('muted')};
  }

  .will {
    font-weight: 600;
  }

  .fact {
    display: inline-flex;
    align-items: flex-start;
    gap: ${em(6)};
  }

  .fact > .icon {
    flex: none;
    margin-block-start: ${em(2)};
  }

  .warns {
    color: ${color('warn')};
  }

  .left-out {
    display: grid;
    gap: ${em(2)};
    padding-block-start: ${em(8)};
    border-block-start: 1px solid ${color('line')};
  }

  summary {
    padding-block: ${em(3)};
    line-height: 1.35;
    border-radius: ${radiusChip};
    cursor: pointer;
  }

  .tickets,
  .items {
    max-block-size: ${em(200)};
    margin: 0;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    list-style: none;
  }

  .tickets > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${em(8)};
    padding: ${em(2)} ${em(16)};
    line-height: 1.35;
  }

  .subject {
    overflow-wrap: anywhere;
  }

  .notice > .button {
    margin-block-start: ${em(6)};
  }
`;

export const styles = [focusRing, buttons, dialogs, fields, selects, checks, form, check, run];

import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

const frame = css`
  :host {
    container-type: inline-size;
  }

  .root {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${em(8)};
    padding: ${em(12)} ${em(16)};
    background: ${color('surface')};
  }

  .root > p {
    margin: 0;
  }

  /** The tools come a moment later; their place is kept. */
  .above {
    display: grid;
    gap: ${em(6)};
    align-content: start;
    min-block-size: ${em(28)};
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)} ${em(10)};
  }

  .rich:empty,
  .editor[hidden] {
    display: none;
  }

  .editor {
    display: block;
    box-sizing: border-box;
    appearance: none;
    inline-size: 100%;
    field-sizing: content;
    min-block-size: ${em(88)};
    max-block-size: ${em(420)};
    margin: 0;
    padding: ${em(8)} ${em(10)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${radius};
    background: ${color('surface')};
    color: ${color('text')};
    font: inherit;
    letter-spacing: inherit;
    overflow: auto;
    overflow-wrap: anywhere;
    resize: vertical;
    overscroll-behavior: contain;
  }

  .editor::placeholder {
    color: ${color('muted')};
    opacity: 1;
  }

  .editor[readonly],
  .editor[aria-readonly],
  .editor:disabled {
    background: ${color('canvas')};
  }

  .editor[aria-invalid='true'] {
    border-color: ${color('danger')};
  }
`;

const below = css`
  .notices {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)} ${em(12)};
    font-size: ${em(12)};
    line-height: 1.35;
    color: ${color('muted')};
  }

  .notices .warns {
    color: ${color('warn')};
    font-weight: 500;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: ${em(8)};
  }

  .draft {
    flex: 1 1 auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)};
    min-block-size: ${em(28)};
    font-size: ${em(12)};
    line-height: 1.35;
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
  }

  .lost:empty {
    display: none;
  }

  .lost {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    color: ${color('danger')};
    font-weight: 500;
  }

  .icon {
    flex: none;
  }

  .process {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: ${em(8)};
  }

  .select {
    position: relative;
    min-inline-size: 0;
  }

  .choice,
  .reason {
    min-block-size: ${em(32)};
    padding-inline-end: ${em(28)};
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .choice > option,
  .reason > option {
    background: ${color('raised')};
    color: ${color('text')};
  }

  .input:disabled {
    border-color: ${color('line')};
    background: ${color('canvas')};
    color: ${color('muted')};
    cursor: not-allowed;
  }

  .select > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: ${em(8)};
    margin-block: auto;
    pointer-events: none;
  }

  .process .primary {
    min-block-size: ${em(32)};
    min-inline-size: ${em(88)};
    font-weight: 600;
  }

  .problem:empty {
    display: none;
  }

  .problem {
    text-align: end;
  }

  .commented {
    margin: 0;
    text-align: end;
    color: ${color('ok')};
  }

  .refusal {
    display: flex;
    align-items: flex-start;
    gap: ${em(8)};
    padding: ${em(8)} ${em(10)};
    border-radius: ${radiusChip};
    background: ${color('danger-tint')};
    border-inline-start: 3px solid ${color('danger')};
    color: ${color('danger')};
  }

  .refusal > div {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .refusal > .icon {
    margin-block-start: ${em(2)};
  }

  .refusal .button {
    color: inherit;
  }

  .refusal p,
  .conflict p {
    margin: 0;
  }

  .strong {
    font-weight: 500;
  }
`;

const conflict = css`
  .conflict {
    display: grid;
    gap: ${em(8)};
    padding: ${em(10)} ${em(12)};
    border-radius: ${radius};
    background: ${color('warn-tint')};
    color: ${color('text')};
  }

  .conflict .strong {
    color: ${color('warn')};
  }

  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${em(200)}), 1fr));
    gap: ${em(12)};
  }

  .version {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: ${em(4)};
    min-inline-size: 0;
  }

  .version-title {
    margin: 0;
    font-size: ${em(12)};
    font-weight: 600;
  }

  .version-text {
    max-block-size: ${em(140)};
    overflow: auto;
    padding: ${em(6)} ${em(8)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${radiusChip};
    background: ${color('surface')};
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @container (max-width: 30em) {
    .root {
      padding: ${em(10)} ${em(12)};
    }

    .process {
      flex: 1 1 100%;
    }

    .process > * {
      flex: 1 1 auto;
    }
  }
`;

export const styles = [buttons, dialogs, fields, focusRing, visuallyHidden, frame, below, conflict];

import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  fields,
  css`
    :host {
      display: contents;
    }

    .select {
      position: relative;
      display: block;
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

    .agents {
      max-block-size: ${em(252)};
      overflow-y: auto;
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
    }

    .agent {
      display: flex;
      align-items: center;
      gap: ${em(8)};
      min-block-size: ${em(36)};
      padding: ${em(4)} ${em(12)};
      cursor: pointer;
    }

    .agent + .agent {
      border-block-start: 1px solid ${color('line')};
    }

    .agent:hover {
      background: ${color('accent-tint')};
    }

    .agent:has(:checked) {
      background: ${color('selected')};
    }

    .agent:has(:focus-visible) {
      outline: ${em(2)} solid ${color('accent')};
      outline-offset: ${em(-2)};
    }

    .agent > input {
      flex: none;
      inline-size: ${em(16)};
      block-size: ${em(16)};
      margin: 0;
      outline: none;
      accent-color: ${color('accent')};
    }

    .name {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .agent:has(:checked) .name {
      font-weight: 500;
    }

    .me,
    .load {
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .load {
      flex: none;
      font-variant-numeric: tabular-nums;
    }
  `,
];

import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  dialogs,
  visuallyHidden,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(520)}, calc(100vi - ${em(24)}));
    }

    .dialog.commands[open] {
      display: flex;
      flex-direction: column;
      block-size: min(${em(520)}, calc(100vb - ${em(24)}));
      margin-block-start: max(${em(12)}, 10vb);
      overflow: hidden;
    }

    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: ${em(8)} ${em(12)} 0 ${em(16)};
    }

    .head > .dialog-title {
      padding: 0;
    }

    .search {
      position: relative;
      padding: ${em(8)} ${em(16)} ${em(12)};
      border-block-end: 1px solid ${color('line')};
    }

    .search > .icon {
      position: absolute;
      inset-block-start: ${em(16)};
      inset-inline-start: ${em(24)};
      color: ${color('muted')};
    }

    .search > .input {
      min-block-size: ${em(32)};
      padding-inline-start: ${em(32)};
    }

    .entries,
    .key-lines {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .entries {
      flex: 1;
      min-block-size: 0;
      padding: ${em(6)};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .entries:empty {
      flex: none;
      padding: 0;
    }

    .entry,
    .key-line {
      display: flex;
      align-items: center;
      gap: ${em(8)};
      min-block-size: ${em(32)};
      padding: ${em(2)} ${em(10)};
      border-radius: ${radiusChip};
    }

    .entry {
      cursor: pointer;
    }

    .entry:hover {
      background: ${color('accent-tint')};
    }

    .entry[aria-selected='true'] {
      background: ${color('selected')};
      box-shadow: inset ${em(2)} 0 0 ${color('accent')};
    }

    .name {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .key {
      appearance: none;
      flex: none;
      min-inline-size: ${em(26, 12)};
      min-block-size: ${em(26, 12)};
      margin: 0;
      padding: ${em(2, 12)} ${em(8, 12)};
      border: 1px solid ${color('line-strong')};
      border-radius: ${radiusChip};
      background: ${color('canvas')};
      color: ${color('text')};
      font: inherit;
      font-size: ${em(12)};
      line-height: 1.35;
      letter-spacing: inherit;
      text-align: center;
      text-transform: none;
    }

    kbd.key {
      min-block-size: 0;
    }

    button.key {
      cursor: pointer;
    }

    button.key:hover {
      background: ${color('accent-tint')};
    }

    .key.recording {
      border-color: ${color('accent')};
      background: ${color('accent-tint')};
    }

    .off .key:not(.recording) {
      color: ${color('muted')};
      text-decoration: line-through;
    }

    .key-line {
      flex-wrap: wrap;
      padding-inline: 0;
      border-block-end: 1px solid ${color('line')};
      border-radius: 0;
    }

    .press {
      flex-basis: 100%;
      font-size: ${em(12)};
      text-align: end;
      color: ${color('muted')};
    }

    .hint,
    .none {
      margin: 0;
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .none {
      padding: ${em(16)};
    }

    .switch {
      display: flex;
      align-items: center;
      gap: ${em(8)};
      min-block-size: ${em(28)};
      font-weight: 500;
      cursor: pointer;
    }

    .switch > input {
      inline-size: ${em(16)};
      block-size: ${em(16)};
      margin: 0;
      accent-color: ${color('accent')};
    }

    .reset {
      justify-self: start;
    }

    @media (forced-colors: active) {
      .entry[aria-selected='true'] {
        outline: ${em(2)} solid Highlight;
        outline-offset: ${em(-2)};
      }
    }
  `,
];

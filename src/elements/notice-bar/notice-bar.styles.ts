import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  visuallyHidden,
  dialogs,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }

    .root {
      position: relative;
    }

    .bar {
      display: flex;
      align-items: center;
      min-inline-size: 0;
      margin: 0;
      border-radius: ${radius};
      color: ${color('muted')};
      /* A long title asks for no more room than a short one. */
      contain: inline-size;
      contain-intrinsic-inline-size: ${em(280)};
    }

    .bar.unread {
      background: ${color('accent-tint')};
      color: ${color('text')};
    }

    .line {
      appearance: none;
      flex: 1;
      display: flex;
      align-items: center;
      gap: ${em(6)};
      min-inline-size: 0;
      min-block-size: ${em(28)};
      margin: 0;
      padding: ${em(3)} ${em(8)};
      border: 0;
      border-radius: ${radius};
      background: none;
      color: inherit;
      font: inherit;
      line-height: 1.35;
      letter-spacing: inherit;
      text-align: start;
      text-transform: none;
      cursor: pointer;
    }

    .line:hover > .title {
      text-decoration: underline;
    }

    .line > .icon {
      flex: none;
    }

    .unread > .line > .icon {
      color: ${color('accent')};
    }

    .line > .title {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .unread > .line > .title {
      font-weight: 600;
    }

    .others,
    .refused {
      flex: none;
      font-size: ${em(12)};
    }

    .others {
      color: ${color('muted')};
    }

    .refused {
      color: ${color('danger')};
    }

    .dismiss {
      flex: none;
    }

    .bar.failed {
      gap: ${em(4)};
      padding-inline-start: ${em(8)};
      font-size: ${em(12)};
    }

    .dialog {
      container-type: inline-size;
      inline-size: min(${em(820)}, calc(100vi - ${em(24)}));
    }

    .dialog[open] {
      display: flex;
      flex-direction: column;
      max-block-size: min(${em(640)}, calc(100vb - ${em(24)}));
      overflow: hidden;
    }

    .head {
      flex: none;
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: ${em(8)} ${em(12)} ${em(8)} ${em(16)};
      border-block-end: 1px solid ${color('line')};
    }

    .head > .dialog-title {
      padding: 0;
    }

    .panes {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }

    .list {
      flex: none;
      margin: 0;
      padding: ${em(4)};
      max-block-size: ${em(168)};
      border-block-end: 1px solid ${color('line')};
      overflow: auto;
      list-style: none;
    }

    .item {
      appearance: none;
      display: grid;
      gap: ${em(2)};
      inline-size: 100%;
      margin: 0;
      padding: ${em(6)} ${em(12)};
      border: 0;
      border-radius: ${radius};
      background: none;
      color: inherit;
      font: inherit;
      line-height: 1.35;
      letter-spacing: inherit;
      text-align: start;
      text-transform: none;
      cursor: pointer;
    }

    .item:focus-visible {
      outline-offset: ${em(-2)};
    }

    .item:hover {
      background: ${color('accent-tint')};
    }

    .item[aria-current='true'] {
      background: ${color('selected')};
    }

    .item > .title {
      overflow-wrap: anywhere;
    }

    .item.unread > .title {
      font-weight: 600;
    }

    .item.unread > .title::before {
      content: '';
      display: inline-block;
      inline-size: ${em(7)};
      block-size: ${em(7)};
      margin-inline-end: ${em(6)};
      border-radius: 50%;
      background: ${color('accent')};
      vertical-align: ${em(1)};
    }

    .period {
      margin: 0;
      color: ${color('muted')};
      font-size: ${em(12)};
      font-variant-numeric: tabular-nums;
    }

    .shown {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
      min-block-size: 0;
      padding: ${em(12)} ${em(16)} ${em(16)};
    }

    .shown > h3 {
      margin: 0 0 ${em(2, 15)};
      font-size: ${em(15)};
      font-weight: 600;
      line-height: 1.35;
      overflow-wrap: anywhere;
    }

    .shown > .refused {
      margin-block-start: ${em(4, 12)};
    }

    .text {
      min-block-size: ${em(80)};
      margin-block-start: ${em(12)};
      border-radius: ${radius};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .none {
      margin: 0;
      padding: ${em(24)} ${em(16)};
      color: ${color('muted')};
    }

    @container (min-inline-size: 46em) {
      .panes {
        flex-direction: row;
      }

      .list {
        inline-size: ${em(264)};
        max-block-size: none;
        border-block-end: 0;
        border-inline-end: 1px solid ${color('line')};
      }
    }

    @media (forced-colors: active) {
      .bar.unread {
        outline: 1px solid Highlight;
        outline-offset: -1px;
      }

      .item[aria-current='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }

      .item.unread > .title::before {
        background: Highlight;
        forced-color-adjust: none;
      }
    }
  `,
];

import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { menuItems, popups } from '../../base/popup.styles.js';
import { color, em, radius, shadow } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  visuallyHidden,
  popups,
  menuItems,
  css`
    :host {
      display: block;
      min-inline-size: ${em(40)};
      block-size: 100%;
    }

    :host([orientation='horizontal']) {
      min-block-size: ${em(44)};
    }

    /* The rail is first, so that Tab leads from a sign into its panel. */
    .root {
      position: relative;
      display: flex;
      flex-direction: row-reverse;
      block-size: 100%;
    }

    :host([orientation='horizontal']) .root {
      flex-direction: column-reverse;
    }

    .rail {
      flex: none;
      overflow: auto;
      overscroll-behavior: contain;
      border-inline-start: 1px solid ${color('line')};
      background: ${color('canvas')};
    }

    :host([orientation='horizontal']) .rail {
      border-inline-start: 0;
      border-block-start: 1px solid ${color('line')};
    }

    .tools {
      display: flex;
      flex-direction: column;
      gap: ${em(4)};
      box-sizing: border-box;
      inline-size: ${em(39)};
      min-block-size: 100%;
      padding: ${em(4)} ${em(3)};
    }

    .folded .tools {
      inline-size: ${em(24)};
      padding-inline: 0;
    }

    :host([orientation='horizontal']) .tools {
      flex-direction: row;
      justify-content: space-evenly;
      inline-size: auto;
      min-block-size: ${em(43)};
    }

    .tools > .item {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: ${em(33)};
      min-block-size: ${em(34)};
      padding: 0;
      border-radius: ${radius};
      color: ${color('muted')};
      /* A finger drags a sign; the rail is not scrolled by it. */
      touch-action: none;
    }

    .folded .tools > .item {
      inline-size: ${em(24)};
    }

    .tools > .item:hover {
      background: ${color('accent-tint')};
      color: ${color('text')};
    }

    .tools > .item[aria-expanded='true'] {
      background: ${color('selected')};
      color: ${color('accent')};
      box-shadow: inset ${em(2)} 0 ${color('accent')};
    }

    :host(:dir(rtl)) .tools > .item[aria-expanded='true'] {
      box-shadow: inset ${em(-2)} 0 ${color('accent')};
    }

    :host([orientation='horizontal']) .tools > .item[aria-expanded='true'] {
      box-shadow: inset 0 ${em(2)} ${color('accent')};
    }

    .tools > .item.dragged {
      background: ${color('selected')};
      outline: ${em(2)} dashed ${color('accent')};
      outline-offset: ${em(-2)};
      cursor: grabbing;
    }

    .tools > .item:focus-visible {
      outline-offset: ${em(-2)};
    }

    .tools > .fold {
      margin-block-start: auto;
      touch-action: auto;
    }

    :host(:dir(rtl)) .fold > .icon {
      transform: scaleX(-1);
    }

    .initial {
      font-weight: 600;
    }

    .panel {
      display: flex;
      flex: none;
      flex-direction: column;
      box-sizing: border-box;
      inline-size: ${em(300)};
      min-block-size: 0;
      border-inline-start: 1px solid ${color('line')};
      background: ${color('surface')};
    }

    .panel[hidden] {
      display: none;
    }

    :host([overlay]) .panel {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 100%;
      inline-size: min(${em(360)}, calc(100cqi - ${em(48)}));
      box-shadow: ${shadow};
    }

    :host([orientation='horizontal']) .panel {
      position: static;
      flex: 1;
      inline-size: auto;
      border-inline-start: 0;
    }

    /* Over all of what the rail stands below: its nearest frame, such as the console. */
    :host([overlay][orientation='horizontal']) .root {
      position: static;
    }

    :host([overlay][orientation='horizontal']) .panel {
      position: absolute;
      inset: 0 0 ${em(44)};
    }

    .head {
      display: flex;
      flex: none;
      align-items: center;
      gap: ${em(2)};
      min-block-size: ${em(40)};
      padding-inline: ${em(12)} ${em(4)};
      border-block-end: 1px solid ${color('line')};
    }

    .title {
      flex: 1;
      min-inline-size: 0;
      margin: 0;
      font-size: inherit;
      font-weight: 600;
      line-height: 1.35;
      overflow-wrap: anywhere;
    }

    .head > .button {
      flex: none;
      padding-inline: ${em(6)};
    }

    .content {
      flex: 1;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .content[hidden] {
      display: none;
    }

    .content > *,
    .content > slot::slotted(*) {
      block-size: 100%;
    }

    .quiet-words {
      box-sizing: border-box;
      margin: 0;
      padding: ${em(12)};
      color: ${color('muted')};
    }

    .quiet-words > div {
      margin-block-start: ${em(8)};
    }

    .order > .item {
      inline-size: 100%;
    }

    @media (forced-colors: active) {
      .tools > .item[aria-expanded='true'] {
        outline: ${em(2)} solid Highlight;
        outline-offset: ${em(-2)};
      }
    }
  `,
];

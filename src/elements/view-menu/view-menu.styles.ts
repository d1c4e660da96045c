import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { popups } from '../../base/popup.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

import { savedViews } from './saved-views.styles.js';

/** Signs and numbers, one above the other. */
const compact = css`
  .item {
    flex-direction: column;
    justify-content: center;
    gap: 0;
    min-block-size: ${em(44)};
    padding: ${em(4)} 0;
  }

  .item > .label,
  .failure .label,
  .why {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .exact {
    display: none;
  }

  /* No room beside the sign: the menu is opened by the right button, a long press, or the keyboard. */
  .more {
    inset: 0;
    inline-size: auto;
    min-block-size: 0;
    pointer-events: none;
  }

  .own:hover > .item > .count {
    visibility: visible;
  }

  .own:hover > .more:not(:focus-visible) {
    opacity: 0;
  }

  .removed {
    padding-inline: 0;
    justify-content: center;
  }

  .removed > .label,
  .removed .button > .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .item.save {
    min-block-size: ${em(32)};
  }

  .short,
  .initial {
    display: block;
  }

  .part > .item {
    min-block-size: ${em(28)};
    padding-inline: 0;
  }

  .part > .item::before {
    display: none;
  }

  .count {
    min-inline-size: 0;
    font-size: ${em(11.5)};
    line-height: 1.2;
    text-align: center;
  }

  .failure {
    justify-items: center;
    padding-inline: 0;
  }

  .failure > .button {
    padding-inline: 0;
  }
`;

export const styles = [
  focusRing,
  buttons,
  skeleton,
  visuallyHidden,
  popups,
  savedViews,
  css`
    .root {
      container: menu / inline-size;
    }

    ul {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(1)};
      margin: 0;
      padding: ${em(6)} ${em(4)};
      list-style: none;
    }

    .item {
      appearance: none;
      position: relative;
      display: flex;
      align-items: center;
      gap: ${em(6)};
      inline-size: 100%;
      min-block-size: ${em(32)};
      margin: 0;
      padding: ${em(4)} ${em(6)};
      border: 0;
      border-radius: ${radiusChip};
      background: none;
      color: ${color('text')};
      font: inherit;
      line-height: 1.35;
      letter-spacing: inherit;
      text-align: start;
      text-transform: none;
      cursor: pointer;
    }

    .item > .icon {
      flex: none;
      color: ${color('muted')};
    }

    .item > .label {
      flex: 1;
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .item:hover {
      background: ${color('accent-tint')};
    }

    .item[aria-current] {
      background: ${color('selected')};
      color: ${color('text')};
      font-weight: 600;
    }

    .item[aria-current] > .icon,
    .item[aria-current] > .count {
      color: ${color('accent')};
    }

    .part > .item {
      min-block-size: ${em(28)};
      padding-inline-start: ${em(28)};
    }

    .part > .item::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: ${em(13)};
      border-inline-start: 1px solid ${color('line')};
    }

    .initial {
      display: none;
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .count {
      flex: none;
      min-inline-size: 5ch;
      font-size: ${em(12)};
      font-variant-numeric: tabular-nums;
      text-align: end;
      color: ${color('muted')};
    }

    .count > .skeleton {
      inline-size: 2.5ch;
      block-size: 0.8em;
      margin-inline-start: auto;
    }

    .short {
      display: none;
    }

    .failure {
      display: grid;
      gap: ${em(6)};
      justify-items: start;
      padding: 0 ${em(10)} ${em(8)};
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .failure .icon {
      flex: none;
    }

    @container menu (max-inline-size: 9em) {
      ul {
        padding: ${em(4)};
      }

      ${compact}

      .count > .skeleton {
        margin-inline: auto;
      }
    }

    :host([orientation='horizontal']) {
      ${compact}

      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
      }

      ul {
        display: flex;
        flex: 1 1 ${em(282)};
        flex-wrap: wrap;
        padding: ${em(4)};
      }

      .saved {
        flex-basis: 100%;
      }

      .own,
      .removed {
        flex: 0 1 ${em(44)};
      }

      .item.save {
        flex: none;
        inline-size: ${em(26)};
        min-block-size: ${em(44)};
        margin: ${em(4)} 0;
      }

      .whole {
        flex: 1 0 ${em(30)};
      }

      .part {
        order: 1;
      }

      .part > .item {
        padding-inline: ${em(10)};
        border: 1px solid ${color('line')};
        font-size: ${em(12)};
        font-weight: 500;
      }

      .part > .item > .label {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }

      .part .initial {
        display: none;
      }
    }

    @media (forced-colors: active) {
      .item[aria-current] {
        outline: ${em(1)} solid Highlight;
        outline-offset: ${em(-1)};
      }
    }
  `,
];

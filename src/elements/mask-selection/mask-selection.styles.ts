import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { menuItems, popups } from '../../base/popup.styles.js';
import { color, em, radius, radiusChip, shadow } from '../../tokens/tokens.js';
import { panels } from './panels.styles.js';

const bar = css`
  :host {
    container: mask-selection / inline-size;
  }

  .root {
    background: ${color('surface')};
  }

  .bar {
    position: relative;
    display: flex;
    align-items: center;
    gap: ${em(4)} ${em(8)};
    padding: ${em(4)} ${em(16)};
    border-block-end: 1px solid ${color('line')};
  }

  .icon {
    flex: none;
  }

  .pair {
    flex: none;
    display: inline-flex;
  }

  .pair > .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .pair > .button + .button {
    margin-inline-start: -1px;
    padding-inline: ${em(4)};
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .ready {
    border-color: ${color('accent')};
    color: ${color('accent')};
  }

  .count {
    font-variant-numeric: tabular-nums;
  }

  .finds {
    flex: 0 1 auto;
    min-inline-size: ${em(64)};
    margin-inline-start: auto;
    font-weight: 400;
  }

  .finds > .long {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* In one row whatever is told beside it, so that the history stays where it is. */
  .said {
    flex: 1 1 ${em(96, 12)};
    min-inline-size: 0;
    font-size: ${em(12)};
    line-height: 1.35;
    color: ${color('muted')};
  }

  .bar:not(.telling) > .said {
    flex-basis: 0;
  }

  .float {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: ${radius};
    background: none;
    box-shadow: ${shadow};
    overflow: visible;
  }

  .float > .button {
    border-color: ${color('accent')};
    background: ${color('raised')};
    color: ${color('accent')};
  }

  @container mask-selection (max-width: 40em) {
    .telling > .finds > .long {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
  }

  @container mask-selection (max-width: 30em) {
    .bar {
      padding-inline: ${em(8)};
    }
  }
`;

const notices = css`
  .notice {
    display: flex;
    align-items: flex-start;
    gap: ${em(8)};
    max-block-size: ${em(180)};
    margin: ${em(8)} ${em(16)};
    padding: ${em(8)} ${em(10)};
    border-radius: ${radiusChip};
    border-inline-start: 3px solid ${color('warn')};
    background: ${color('warn-tint')};
    color: ${color('text')};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .notice > .icon {
    margin-block-start: ${em(2)};
    color: ${color('warn')};
  }

  .notice.refused {
    border-inline-start-color: ${color('danger')};
    background: ${color('danger-tint')};
  }

  .notice.refused > .icon,
  .refused .strong {
    color: ${color('danger')};
  }

  .news {
    flex: 1 1 auto;
    display: grid;
    gap: ${em(4)};
    justify-items: start;
    min-inline-size: 0;
  }

  .news p {
    margin: 0;
  }

  .news ul {
    margin: 0;
    padding-inline-start: ${em(18)};
    overflow-wrap: anywhere;
  }

  .strong {
    font-weight: 600;
  }
`;

export const styles = [focusRing, buttons, popups, visuallyHidden, menuItems, bar, notices, panels];

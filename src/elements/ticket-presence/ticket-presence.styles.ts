import { css } from 'lit';
import { focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { popups } from '../../base/popup.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

const own = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]) {
    display: none !important;
  }

  .root {
    display: flex;
    min-block-size: ${em(24)};
    min-inline-size: 0;
  }

  .who {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    max-inline-size: 100%;
    min-inline-size: ${em(24)};
    margin: 0;
    padding: 0 ${em(6)};
    overflow: hidden;
    border: 1px solid ${color('line')};
    border-radius: ${radiusChip};
    background: ${color('canvas')};
    color: ${color('muted')};
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .who.writing {
    border-color: ${color('warn')};
    background: ${color('warn-tint')};
    color: ${color('text')};
  }

  .who:hover {
    color: ${color('text')};
  }

  .icon {
    flex: none;
  }

  .names {
    min-inline-size: 0;
    overflow: hidden;
    font-size: ${em(12)};
    line-height: 1.5;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .all {
    display: grid;
    gap: ${em(6)};
    margin: 0;
    padding: ${em(10)} ${em(12)};
    list-style: none;
  }

  .one {
    display: flex;
    align-items: center;
    gap: ${em(6)};
  }

  .what {
    margin-inline-start: auto;
    padding-inline-start: ${em(12)};
    color: ${color('muted')};
    font-size: ${em(12)};
  }

  .nobody {
    margin: 0;
    padding: ${em(10)} ${em(12)};
    color: ${color('muted')};
  }
`;

export const styles = [focusRing, popups, visuallyHidden, own];

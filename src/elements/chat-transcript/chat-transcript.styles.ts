import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fileNames } from '../../base/file-names.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';

const frame = css`
  :host {
    display: block;
  }

  .root {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    background: ${color('surface')};
  }

  .icon {
    flex: none;
  }

  .quiet-words {
    margin: 0;
    padding: ${em(12)};
    color: ${color('muted')};
  }

  .quiet-words > div {
    margin-block-start: ${em(8)};
  }

  .notice {
    flex: none;
    margin: ${em(8)} ${em(12)} 0;
  }

  .notice > .button {
    margin-block-start: ${em(6)};
  }

  .scroller {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: ${em(8)} ${em(12)} ${em(12)};
    overflow: auto;
    overscroll-behavior: contain;
  }

  /* It fills the panel, which shows nothing of what lies outside. */
  .scroller:focus-visible {
    outline-offset: ${em(-2)};
  }

  .newer {
    position: absolute;
    inset-block-end: ${em(8)};
    inset-inline: 0;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }

  .newer > .button {
    background: ${color('raised')};
    pointer-events: auto;
  }
`;

const lines = css`
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .day {
    display: flex;
    align-items: center;
    gap: ${em(8)};
    margin-block: ${em(12)} ${em(4)};
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid ${color('line')};
  }

  .day:first-child {
    margin-block-start: 0;
  }

  /* Thousands of messages cost as much as those in sight. */
  .line {
    display: grid;
    grid-template-columns: minmax(0, auto) auto;
    grid-template-areas: 'who who' 'bubble when';
    justify-content: start;
    align-items: end;
    gap: ${em(2)} ${em(6)};
    padding-block-start: ${em(4)};
    content-visibility: auto;
    contain-intrinsic-block-size: auto ${em(40)};
  }

  .line.first {
    padding-block-start: ${em(10)};
  }

  .who {
    grid-area: who;
    margin: 0;
    font-size: ${em(12)};
    line-height: 1.35;
    color: ${color('muted')};
    overflow-wrap: anywhere;
  }

  .bubble {
    grid-area: bubble;
    min-inline-size: 0;
    padding: ${em(6)} ${em(10)};
    border-radius: ${radius};
    background: ${color('canvas')};
  }

  .line time {
    grid-area: when;
    font-size: ${em(11)};
    line-height: 1.6;
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .text {
    margin: 0;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .line.agent {
    grid-template-columns: auto minmax(0, auto);
    grid-template-areas: 'who who' 'when bubble';
    justify-content: end;
  }

  .agent .who {
    text-align: end;
  }

  .agent .bubble {
    background: ${color('accent-tint')};
  }

  .line.system {
    justify-content: center;
    align-items: baseline;
  }

  .system .who {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .system .bubble {
    padding-inline: 0;
    background: none;
    font-size: ${em(12)};
    color: ${color('muted')};
    text-align: center;
  }
`;

const rest = css`
  .files {
    display: grid;
    gap: ${em(4)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .text + .files {
    margin-block-start: ${em(6)};
  }

  .end {
    margin: ${em(12)} 0 0;
    font-size: ${em(12)};
    text-align: center;
    color: ${color('muted')};
  }

  .rating {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(2)} ${em(8)};
    margin: ${em(8)} 0 0;
    padding: ${em(8)} ${em(10)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
  }

  .rating > .label {
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .rating > b {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    font-weight: 600;
  }

  .rating.good > b {
    color: ${color('ok')};
  }

  .rating.bad > b {
    color: ${color('danger')};
  }

  .opinion {
    flex-basis: 100%;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

export const styles = [focusRing, buttons, visuallyHidden, dialogs, fileNames, frame, lines, rest];

import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { fileRow } from '../../base/file-names.styles.js';
import { choosing } from './choosing.styles.js';
import { color, em, radius, shadow } from '../../tokens/tokens.js';

const frame = css`
  :host {
    container-type: inline-size;
  }

  .root {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    background: ${color('surface')};
  }

  .root.quiet {
    display: block;
    padding: ${em(16)};
    color: ${color('muted')};
  }

  .root.waiting {
    gap: ${em(12)};
    padding: ${em(12)} ${em(16)};
    overflow: hidden;
  }

  .waiting .skeleton {
    flex: none;
    block-size: ${em(96)};
  }

  .sentence {
    margin: 0;
  }

  .sentence.quiet {
    padding: ${em(8)} 0;
    color: ${color('muted')};
  }

  .sentence + .button {
    margin-block-start: ${em(8)};
  }

  .scroller {
    position: relative;
    flex: 1 1 0;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: ${em(12)} ${em(16)};
    scroll-padding-block: ${em(12)};
  }

  .quoting {
    position: absolute;
    z-index: 1;
    box-shadow: ${shadow};
    background: ${color('raised')};
  }

  .bar {
    position: absolute;
    inset-inline: 0;
    inset-block-end: ${em(12)};
    display: flex;
    justify-content: center;
    pointer-events: none;
  }

  .newer {
    pointer-events: auto;
    border-color: ${color('accent')};
    border-radius: ${em(16)};
    background: ${color('raised')};
    color: ${color('accent')};
    box-shadow: ${shadow};
  }
`;

const entries = css`
  .entry {
    contain: content;
    isolation: isolate;
    content-visibility: auto;
    margin-block-end: ${em(12)};
    padding: ${em(8)} ${em(12)} ${em(10)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
    background: ${color('surface')};
  }

  .entry.resting {
    content-visibility: hidden;
  }

  .entry.agent {
    margin-inline-start: ${em(24)};
    border-color: transparent;
    background: ${color('accent-tint')};
  }

  .entry.internal {
    margin-inline-start: ${em(24)};
    border-color: transparent;
    background: ${color('warn-tint')};
  }

  .entry:last-child {
    margin-block-end: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(2)} ${em(8)};
    margin-block-end: ${em(6)};
    line-height: 1.35;
    color: ${color('muted')};
  }

  .head .icon {
    flex: none;
  }

  .agent .head .icon,
  .agent .kind {
    color: ${color('accent')};
  }

  .internal .head .icon,
  .internal .kind {
    color: ${color('warn')};
  }

  .kind {
    margin: 0;
    font-size: ${em(12)};
    font-weight: 600;
    line-height: inherit;
    color: ${color('text')};
  }

  .author {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    color: ${color('text')};
    font-weight: 500;
  }

  time {
    margin-inline-start: auto;
    font-size: ${em(12)};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;

const foot = css`
  .message-body > :last-child {
    margin-block-end: 0;
  }

  .foot {
    display: grid;
    gap: ${em(6)};
    line-height: 1.35;
  }

  .foot > * {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .foot > :first-child {
    margin-block-start: ${em(8)};
  }

  .notes li,
  .mail {
    display: flex;
    gap: ${em(6)};
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .notes[aria-hidden='true'] {
    visibility: hidden;
  }

  .notes .icon,
  .mail .icon {
    flex: none;
  }

  .mail.sent .icon {
    color: ${color('ok')};
  }

  .mail.failed {
    color: ${color('danger')};
  }

  .mail-steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
  }

  .mail-steps > .left {
    font-size: ${em(12)};
    font-variant-numeric: tabular-nums;
  }

  .answer {
    display: block;
    overflow-wrap: anywhere;
  }

  .file .icon {
    flex: none;
    color: ${color('muted')};
  }

  .values {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)} ${em(16)};
    font-size: ${em(12)};
  }

  .values > div {
    display: flex;
    gap: ${em(6)};
  }

  .values dt {
    color: ${color('muted')};
  }

  .values dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  @container (max-width: 30em) {
    .scroller {
      padding-inline: ${em(8)};
    }

    .entry.agent,
    .entry.internal {
      margin-inline-start: ${em(8)};
    }
  }
`;

export const styles = [buttons, focusRing, skeleton, visuallyHidden, fileRow, frame, entries, choosing, foot];

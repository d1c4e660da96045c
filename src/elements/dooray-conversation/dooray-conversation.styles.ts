import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fileRow } from '../../base/file-names.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { frames } from '../../base/frame.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

const frame = css`
  /* As high as what is said, and never higher than its place. */
  :host(:not([layer])) {
    display: flex;
    flex-direction: column;
    max-block-size: 100%;
    container-type: inline-size;
  }

  .root:not(.layer) {
    flex: 1 1 auto;
    block-size: auto;
    min-block-size: 0;
  }

  .dialog {
    container-type: inline-size;
    inline-size: min(${em(640)}, calc(100vi - ${em(24)}));
  }

  .dialog[open] {
    max-block-size: min(${em(720)}, calc(100vb - ${em(24)}));
  }

  .scroller {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    padding: ${em(12)} ${em(16)};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .icon {
    flex: none;
  }

  .note,
  .read {
    flex: none;
    margin: 0;
    padding: ${em(6)} ${em(16)};
    border-block-end: 1px solid ${color('line')};
  }

  .read {
    font-size: ${em(12)};
    padding: ${em(6, 12)} ${em(16, 12)};
    color: ${color('muted')};
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
    background: ${color('warn-tint')};
    color: ${color('warn')};
  }

  .note > span {
    flex: 1 1 ${em(160)};
    color: ${color('text')};
  }
`;

const task = css`
  .task {
    display: grid;
    gap: ${em(6)};
    margin-block-end: ${em(12)};
    padding: ${em(10)} ${em(12)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
  }

  .subject {
    margin: 0;
    font-size: ${em(15)};
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(2)} ${em(12)};
    margin: 0;
    line-height: 1.35;
    color: ${color('muted')};
    overflow-wrap: anywhere;
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    padding: ${em(1)} ${em(6)};
    border-radius: ${radiusChip};
    background: ${color('teal-tint')};
    color: ${color('teal')};
    font-weight: 500;
  }

  .outside {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    inline-size: fit-content;
    min-block-size: ${em(24)};
    color: ${color('accent')};
  }

  summary {
    inline-size: fit-content;
    min-block-size: ${em(24)};
    color: ${color('muted')};
    cursor: pointer;
  }

  details > .message-body {
    margin-block-start: ${em(4)};
  }
`;

const comments = css`
  .comments {
    display: grid;
    gap: ${em(10)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .comment {
    min-inline-size: 0;
    padding: ${em(8)} ${em(12)} ${em(10)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
  }

  .comment.own {
    margin-inline-start: ${em(24)};
    border-color: transparent;
    background: ${color('accent-tint')};
  }

  .from {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(2)} ${em(8)};
    margin-block-end: ${em(4)};
    line-height: 1.35;
    color: ${color('muted')};
  }

  .theirs .from .icon {
    color: ${color('teal')};
  }

  .own .from .icon {
    color: ${color('accent')};
  }

  .author {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-weight: 600;
    color: ${color('text')};
  }

  .side,
  time {
    font-size: ${em(12)};
  }

  .from time {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .message-body > :last-child {
    margin-block-end: 0;
  }

  .files {
    margin: ${em(8)} 0 0;
    padding: 0;
    list-style: none;
  }

  .sending,
  .unsent {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(6)};
    margin: ${em(8)} 0 0;
    line-height: 1.35;
    color: ${color('muted')};
  }

  .unsent {
    color: ${color('danger')};
  }

  .unsent > span {
    flex: 1 1 ${em(140)};
  }

  @container (max-width: 30em) {
    .scroller {
      padding-inline: ${em(8)};
    }

    .comment.own {
      margin-inline-start: ${em(8)};
    }
  }
`;

export const styles = [focusRing, buttons, visuallyHidden, dialogs, frames, fileRow, frame, task, comments];

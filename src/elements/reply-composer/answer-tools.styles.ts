import { css } from 'lit';
import { helpStyles } from './answer-help.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

/** What stands around the text; it comes with the tools. */
export const toolStyles = css`
  ${helpStyles}

  .tool {
    min-block-size: ${em(28)};
    min-inline-size: ${em(28)};
    padding: ${em(4)};
    color: ${color('text')};
  }

  .tool[aria-disabled='true'] {
    border-color: transparent;
    background: none;
    color: ${color('line-strong')};
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)};
  }

  .tool[aria-pressed='true'] {
    border-color: ${color('accent')};
    background: ${color('selected')};
    color: ${color('accent')};
  }

  .link-field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(6)};
  }

  .link-input {
    flex: 1 1 ${em(180)};
    inline-size: auto;
    min-inline-size: 0;
  }

  .files {
    display: grid;
    gap: ${em(4)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .file,
  .placeholder {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(2)} ${em(6)};
    padding-inline: ${em(8)} ${em(2)};
    border: 1px solid ${color('line')};
    border-radius: ${radiusChip};
    background: ${color('canvas')};
    font-size: ${em(12)};
    line-height: 1.35;
  }

  .placeholder {
    display: inline-flex;
    max-inline-size: 100%;
    vertical-align: middle;
    white-space: normal;
    user-select: none;
  }

  .file-name {
    flex: 1 1 ${em(52)};
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file-size {
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  /** What went wrong has a line of its own, below the name and the way to take the file away. */
  :is(.file, .placeholder) > :is(.file-problem, .button:not(.tool)) {
    order: 1;
    margin-block-end: ${em(4)};
  }

  .file-problem {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    flex: 1 1 60%;
    color: ${color('danger')};
    font-weight: 500;
  }

  .file-problem:empty {
    display: none;
  }

  .progress {
    inline-size: ${em(96)};
    block-size: ${em(6)};
    accent-color: ${color('accent')};
  }

  .forbidden-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
    padding: ${em(6)} ${em(10)};
    border-radius: ${radius};
    border-inline-start: 3px solid ${color('danger')};
    background: ${color('danger-tint')};
    color: ${color('danger')};
    overflow-wrap: anywhere;
  }

  .forbidden-note > span {
    flex: 1 1 ${em(160)};
    min-inline-size: 0;
  }

  .button.dooray > .icon {
    color: ${color('teal')};
  }

  .drop-note {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    place-items: center;
    border: 2px dashed ${color('accent')};
    border-radius: ${radius};
    background: ${color('accent-tint')};
    color: ${color('text')};
    font-weight: 500;
    opacity: 0.92;
    pointer-events: none;
  }

  .changed-since {
    display: flex;
    align-items: flex-start;
    gap: ${em(8)};
    padding: ${em(8)} ${em(10)};
    border-radius: ${radius};
    border-inline-start: 3px solid ${color('warn')};
    background: ${color('warn-tint')};
    overflow-wrap: anywhere;
  }

  .changed-since > .icon {
    flex: none;
    color: ${color('warn')};
  }

  .since-text {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .since-text p {
    margin: 0;
  }

  .since-list {
    margin: ${em(4)} 0;
    padding-inline-start: ${em(16)};
  }

  .since-ways {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(6)};
    margin-block-start: ${em(8)};
  }
`;

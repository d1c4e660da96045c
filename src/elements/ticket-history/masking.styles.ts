import { css } from 'lit';
import { color, em, paper, radius, radiusChip } from '../../tokens/tokens.js';

/** Masks in messages, an original while it is shown, and a message as words. */
export const styles = css`
  .mask {
    border-radius: ${em(3)};
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    background: ${color('line')};
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  .mask.masked {
    cursor: pointer;
    text-decoration: underline dotted;
    text-underline-offset: ${em(3)};
  }

  .mask.masked:hover {
    background: ${color('selected')};
  }

  .mask.purged {
    color: ${color('muted')};
  }

  .paper .mask {
    background: ${paper('line')};
  }

  .paper .mask.masked:hover {
    background: ${paper('selected')};
  }

  .paper .mask.purged {
    color: ${paper('muted')};
  }

  .mask:focus-visible {
    outline: ${em(2)} solid ${color('accent')};
    outline-offset: ${em(1)};
  }

  .paper .mask:focus-visible {
    outline-color: ${paper('accent')};
  }

  .mask.open {
    margin-inline: ${em(4)};
    background: ${color('warn-tint')};
    color: ${color('warn')};
    text-decoration: none;
  }

  .paper .mask.open,
  .paper .revealed {
    background: ${paper('warn-tint')};
    color: ${paper('warn')};
  }

  .mask.open[aria-hidden='true'],
  .mask.open > .stars {
    display: none;
  }

  .mask.open::before {
    content: '×';
    padding-inline: ${em(3)};
    font-weight: 700;
  }

  .mask-count {
    margin-inline-start: ${em(4)};
    font-size: ${em(11)};
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: ${color('muted')};
    user-select: none;
    -webkit-user-select: none;
  }

  .paper .mask-count {
    color: ${paper('muted')};
  }

  .revealed {
    padding-inline: ${em(3)};
    border-radius: ${em(3)};
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    background: ${color('warn-tint')};
    color: ${color('text')};
    font-weight: 400;
    font-style: normal;
    white-space: pre-wrap;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }

  .paper .revealed {
    color: ${paper('text')};
  }

  .words {
    display: grid;
    gap: ${em(8)};
  }

  .words-hint {
    margin: 0;
    font-size: ${em(12)};
    color: ${color('muted')};
    text-wrap: pretty;
  }

  .word-list {
    padding: ${em(8)} ${em(10)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${radius};
    background: ${color('surface')};
    line-height: 1.9;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: none;
    -webkit-user-select: none;
  }

  .word-list [role='option'] {
    padding: ${em(2)} ${em(1)};
    border-radius: ${radiusChip};
    cursor: pointer;
  }

  /* A word of one letter is met by a fingertip, too. */
  @media (pointer: coarse) {
    .word-list {
      line-height: 2.4;
    }

    .word-list [role='option'] {
      padding: ${em(5)} ${em(5)};
      margin-inline: ${em(1)};
    }
  }

  .word-list .masked {
    background: ${color('line')};
  }

  .word-list [role='option']:hover {
    background: ${color('accent-tint')};
  }

  .word-list [aria-selected='true'] {
    background: ${color('accent')};
    color: ${color('on-accent')};
  }

  .word-list [aria-selected='true']:hover {
    background: ${color('accent')};
  }

  .word-list:focus-visible .active {
    outline: ${em(2)} solid ${color('text')};
    outline-offset: ${em(1)};
  }

  .words-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(8)};
  }

  .words-parts {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(8)};
  }

  .words-parts > span {
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .words-count {
    flex: 1 1 auto;
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .words-problem {
    flex: 1 0 100%;
    margin: 0;
    color: ${color('danger')};
  }

  @media (forced-colors: active) {
    .mask {
      border: 1px solid ButtonBorder;
    }

    .word-list [aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    .mask.open[aria-hidden='true'],
    .mask.open > .stars {
      display: inline;
    }

    .revealed,
    .mask-count,
    .words {
      display: none;
    }
  }
`;

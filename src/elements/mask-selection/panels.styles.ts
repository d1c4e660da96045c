import { css } from 'lit';
import { color, em } from '../../tokens/tokens.js';

/** What opens beside the buttons: kinds and lengths, and what was found. */
export const panels = css`
  .menu:popover-open {
    display: grid;
    min-inline-size: ${em(220)};
  }

  .group-name {
    margin: 0;
    padding: ${em(6)} ${em(8)} ${em(2)};
    font-size: ${em(12)};
    font-weight: 600;
    color: ${color('muted')};
  }

  .menu > div > .item {
    gap: ${em(6)};
    inline-size: 100%;
    min-block-size: ${em(28)};
    padding-block: ${em(3)};
    user-select: none;
  }

  .tick {
    flex: none;
    display: inline-flex;
    inline-size: ${em(16)};
  }

  .findings:popover-open {
    display: flex;
    flex-direction: column;
    inline-size: ${em(420)};
    padding: ${em(12)};
    overflow: hidden;
  }

  .found-title {
    margin: 0;
    font-size: ${em(13)};
    font-weight: 600;
  }

  .hint {
    margin: ${em(2)} 0 ${em(8)};
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .list {
    flex: 0 1 auto;
    min-block-size: ${em(64)};
    max-block-size: ${em(320)};
    margin: 0;
    padding: 0;
    border-block: 1px solid ${color('line')};
    list-style: none;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .found {
    display: grid;
    gap: ${em(4)};
    padding-block: ${em(8)};
  }

  .found + .found {
    border-block-start: 1px solid ${color('line')};
  }

  .what {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${em(2)} ${em(8)};
    min-inline-size: 0;
  }

  .kind {
    font-weight: 600;
  }

  .shown {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  .where {
    flex-basis: 100%;
    font-size: ${em(12)};
    color: ${color('muted')};
    overflow-wrap: anywhere;
  }

  .steps,
  .all {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(4)} ${em(6)};
  }

  .all {
    flex: none;
    padding-block-start: ${em(10)};
  }
`;

import { css } from 'lit';
import { color, em } from '../tokens/tokens.js';

/** Name and size of a file in one line, of which the name gives way. */
export const fileNames = css`
  .name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .size {
    flex: none;
    font-size: ${em(12)};
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
  }
`;

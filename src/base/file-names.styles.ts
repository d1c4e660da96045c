import { css } from 'lit';
import { color, em } from '../tokens/tokens.js';

/** A file that is opened or saved by a press. */
const fileButtons = css`
  .file {
    max-inline-size: 100%;
    padding-inline: ${em(8)};
    font-weight: 400;
  }
`;

/** The files of a message beside one another, each with its size; of a name that is long the end is left out. */
export const fileRow = css`
  ${fileButtons}

  .files {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(6)};
  }

  .files li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .file-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file-size {
    flex: none;
    font-size: ${em(12)};
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
  }
`;

/** Name and size of a file in one line, of which the name gives way. */
export const fileNames = css`
  ${fileButtons}

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

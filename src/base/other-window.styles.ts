import { css } from 'lit';
import { color, em, radiusChip } from '../tokens/tokens.js';

/** The choice between the texts of two windows. */
export const otherWindow = css`
  .other-window > p {
    margin: 0;
  }

  .other-window > blockquote {
    max-block-size: ${em(120)};
    margin: ${em(6)} 0;
    padding: ${em(6)} ${em(8)};
    overflow: auto;
    border-radius: ${radiusChip};
    background: ${color('surface')};
    color: ${color('text')};
  }

  .other-window .lines {
    white-space: pre-wrap;
  }

  .other-window > .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(6)};
  }
`;

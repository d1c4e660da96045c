import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** Results, and what is about to be put into the ticket. */
export const answer = css`
  .answer,
  .result {
    display: grid;
    gap: ${em(8)};
    align-content: start;
    min-inline-size: 0;
  }

  .beside {
    display: grid;
    gap: ${em(16)};
  }

  .put {
    min-block-size: ${em(24)};
    padding: ${em(1)} ${em(8)};
    font-size: ${em(12)};
  }

  .all {
    display: grid;
    gap: ${em(4)};
    justify-items: start;
  }

  .putting {
    display: grid;
    gap: ${em(8)};
    padding: ${em(12)};
    border: 1px solid ${color('accent')};
    border-radius: ${radiusChip};
  }

  .change {
    inline-size: 100%;
    border-collapse: collapse;
    font: inherit;
  }

  .change th,
  .change td {
    padding: ${em(4)} ${em(6)};
    border-block-end: 1px solid ${color('line')};
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .change th,
  .before {
    color: ${color('muted')};
  }

  .change .after {
    background: ${color('accent-tint')};
    font-weight: 500;
  }
`;

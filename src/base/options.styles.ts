import { css } from 'lit';
import { color, em, radiusChip } from '../tokens/tokens.js';

/** Values under a field into which one types; `active` is the one that Enter takes. */
export const options = css`
  .options {
    margin: 0;
    list-style: none;
    max-block-size: ${em(300)};
  }

  .option {
    display: block;
    padding: ${em(5)} ${em(8)};
    border-radius: ${radiusChip};
    line-height: 1.35;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .option[aria-selected='true'] {
    font-weight: 600;
  }

  .option.active,
  .option:hover {
    background: ${color('selected')};
  }

  .option.active {
    outline: ${em(1)} solid ${color('accent')};
    outline-offset: ${em(-1)};
  }

  .option .aside {
    display: block;
    font-size: ${em(12)};
    font-weight: 400;
    color: ${color('muted')};
  }

  .option-none {
    margin: 0;
    padding: ${em(6)} ${em(8)};
    color: ${color('muted')};
  }
`;

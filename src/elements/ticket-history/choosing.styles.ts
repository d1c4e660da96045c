import { css } from 'lit';
import { em } from '../../tokens/tokens.js';

/** The way to mask is seen on the entry that has the keyboard or the mouse; elsewhere it is no stop of the keyboard. */
export const choosing = css`
  .choosing {
    margin-inline-start: auto;
    min-block-size: ${em(24, 12)};
    padding: 0 ${em(6)};
    font-size: ${em(12)};
  }

  .choosing + time {
    margin-inline-start: 0;
  }

  .entry:not(:hover, :focus-within, [tabindex='0']) .choosing {
    visibility: hidden;
  }

  @media print {
    .choosing {
      display: none;
    }
  }
`;

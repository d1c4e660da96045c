import { css } from 'lit';
import { color, em, shadow } from '../tokens/tokens.js';

/** The notice of a dialog that is closed. */
export const lateNotices = css`
  .late {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
  }

  .late > .why {
    flex: 1 1 ${em(240)};
    overflow-wrap: anywhere;
  }

  .late.afloat {
    justify-content: flex-end;
    position: fixed;
    z-index: 1;
    inset-block-end: ${em(12)};
    inset-inline-start: ${em(12)};
    inline-size: min(${em(440)}, calc(100vi - ${em(24)}));
    border: 1px solid ${color('line')};
    box-shadow: ${shadow};
  }

  .late.afloat > .why {
    flex-basis: 100%;
  }
`;

import { css } from 'lit';
import { color, em, radius } from '../../tokens/tokens.js';

/** Lines of what the agent must know while writing. */
export const helpStyles = css`
  .help-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
    padding: ${em(4)} ${em(4)} ${em(4)} ${em(10)};
    border-radius: ${radius};
    border-inline-start: 3px solid ${color('accent')};
    background: ${color('accent-tint')};
    overflow-wrap: anywhere;
  }

  .help-line.warns {
    border-color: ${color('warn')};
    background: ${color('warn-tint')};
    color: ${color('warn')};
  }

  .help-line > .words {
    flex: 1 1 ${em(160)};
    min-inline-size: 0;
  }

  .help-line > .icon {
    flex: none;
    color: ${color('accent')};
  }

  .own-copy-mask[aria-pressed='true'] {
    border-color: ${color('accent')};
    background: ${color('selected')};
    color: ${color('accent')};
  }

  .help-line.warns > .icon {
    color: inherit;
  }
`;

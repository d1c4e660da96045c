import { css } from 'lit';
import { color, em, radius } from '../../tokens/tokens.js';

/** The messages that were sent, one below the other. */
export const messages = css`
  .messages {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${em(8)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .message {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${em(4)};
    padding: ${em(8)} ${em(10)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
  }

  .message.failed {
    border-color: ${color('danger')};
  }

  .head,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    font-weight: 600;
    color: ${color('muted')};
  }

  .delivered .state {
    color: ${color('ok')};
  }

  .sent .state,
  .sending .state {
    color: ${color('accent')};
  }

  .reserved .state {
    color: ${color('warn')};
  }

  .failed .state {
    color: ${color('danger')};
  }

  .head time {
    margin-inline-start: auto;
    font-size: ${em(12)};
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
  }

  .said {
    margin: 0;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .cancelled .said {
    color: ${color('muted')};
  }

  .message .problem {
    margin: 0;
  }

  .by {
    flex: 1;
    min-inline-size: 0;
    font-size: ${em(12)};
    color: ${color('muted')};
    overflow-wrap: anywhere;
  }

  .file {
    justify-self: start;
  }
`;

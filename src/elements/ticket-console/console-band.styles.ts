import { css } from 'lit';
import { color, em } from '../../tokens/tokens.js';

/** Figures, what is done with the list, and notices: above the list and the ticket. */
export const band = css`
  .band {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border-block-end: 1px solid ${color('line')};
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(16)};
  }

  .board {
    flex: 1;
    min-inline-size: min(100%, ${em(280)});
    padding: ${em(2)} ${em(4)};
  }

  /* Its place is kept, for it comes late. */
  channel-board {
    flex: 1.1;
    min-inline-size: min(100%, ${em(280)});
    min-block-size: ${em(34)};
    padding: ${em(2)} ${em(4)};
  }

  channel-board.two {
    min-block-size: ${em(64)};
  }

  channel-board[hidden] {
    display: none;
  }

  call-notice::part(notice) {
    margin: ${em(2)} ${em(12)} ${em(6)};
  }

  .board-fold {
    justify-self: start;
    margin: ${em(2)};
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(12)};
    min-inline-size: 0;
  }

  .toolbar {
    flex: 3 1 ${em(240)};
    min-inline-size: 0;
  }

  /* Its place beside the buttons is kept, for a notice comes late, and whenever it likes. */
  .notice {
    flex: 1 1 ${em(150)};
    min-inline-size: 0;
  }

  .notice > slot > notice-bar::part(bar) {
    margin-inline: ${em(12)};
  }

  /* No room to keep: it has a row of its own while there is one. */
  @container console (max-inline-size: 38.46em) {
    .notice {
      flex-basis: auto;
    }

    .notice > slot > notice-bar::part(bar) {
      margin-block-end: ${em(6)};
    }
  }

  .jobs {
    flex: none;
    max-inline-size: 100%;
  }
`;

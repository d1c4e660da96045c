import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** Signs and buttons in rows and heads. */
export const signs = css`
  .sign {
    inline-size: ${em(15)};
    block-size: ${em(15)};
    margin-inline-end: ${em(5)};
    vertical-align: -0.22em;
    fill: currentcolor;
    fill-rule: evenodd;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .star-button {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: ${color('muted')};
    font: inherit;
    line-height: inherit;
    text-align: center;
    cursor: pointer;
  }

  /* Drawn without an element of its own: one for each row of the list would be many. */
  .star-button::before {
    content: '';
    display: block;
    inline-size: ${em(15)};
    block-size: ${em(15)};
    margin: auto;
    background: currentcolor;
    clip-path: polygon(
      evenodd,
      50% 6%,
      64% 32%,
      94% 38%,
      73% 59%,
      77% 89%,
      50% 75%,
      23% 89%,
      27% 59%,
      6% 38%,
      36% 32%,
      50% 6%,
      50% 18%,
      59% 39%,
      82% 41%,
      65% 56%,
      70% 79%,
      50% 67%,
      30% 79%,
      35% 56%,
      18% 41%,
      41% 39%,
      50% 18%
    );
  }

  .star-button[aria-pressed='true'] {
    color: ${color('warn')};
  }

  .star-button[aria-pressed='true']::before {
    clip-path: polygon(50% 6%, 64% 32%, 94% 38%, 73% 59%, 77% 89%, 50% 75%, 23% 89%, 27% 59%, 6% 38%, 36% 32%);
  }

  @media (forced-colors: active) {
    .star-button::before {
      background: ButtonText;
    }
  }

  /* The end of the subject is kept free for it: nothing else moves. */
  .attended > .subject {
    padding-inline-end: ${em(26)};
  }

  .present {
    position: absolute;
    inset-block: 0;
    inset-inline-end: ${em(4)};
    color: ${color('muted')};
    font-weight: 400;
  }

  .present.writing {
    color: ${color('warn')};
  }

  .present > .sign {
    margin: 0;
  }

  .claim {
    appearance: none;
    block-size: ${em(24)};
    margin: calc((var(--row) - 1px - ${em(24)}) / 2) 0;
    padding: 0 ${em(8)};
    border: 1px solid ${color('accent')};
    border-radius: ${radiusChip};
    background: ${color('surface')};
    color: ${color('accent')};
    font: inherit;
    font-weight: 500;
    line-height: 1;
    letter-spacing: inherit;
    vertical-align: top;
    cursor: pointer;
  }

  .status > .claim {
    margin-inline-start: ${em(6)};
  }

  .claim:hover {
    background: ${color('accent')};
    color: ${color('on-accent')};
  }

  .sign.unassigned,
  .sign.completed,
  .sign.low {
    color: ${color('muted')};
  }

  .sign.processing {
    color: ${color('accent')};
  }

  .sign.pending,
  .sign.megaphone,
  .sign.high {
    color: ${color('warn')};
  }

  .sign.issue_transferred,
  .sign.issue_answered,
  .sign.issue {
    color: ${color('violet')};
  }

  .sign.dooray_transferred,
  .sign.dooray_in_progress,
  .sign.dooray_answered,
  .sign.dooray {
    color: ${color('teal')};
  }

  .sign.resolved {
    color: ${color('ok')};
  }

  .sign.spam,
  .sign.warning,
  .sign.urgent {
    color: ${color('danger')};
  }

  .sort {
    appearance: none;
    display: flex;
    align-items: center;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: ${color('muted')};
    font: inherit;
    font-size: ${em(12)};
    font-weight: 500;
    letter-spacing: inherit;
    white-space: nowrap;
    cursor: pointer;
  }

  .sort > span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .sort > svg {
    flex: none;
    inline-size: ${em(12, 12)};
    block-size: ${em(12, 12)};
    margin-inline-start: ${em(2, 12)};
  }

  .sort:hover,
  .head-row > [aria-sort] > .sort {
    color: ${color('text')};
  }

  .head-row {
    touch-action: none;
  }

  .head :is(.updatedAt, .createdAt, .resolvedAt) > .sort {
    justify-content: end;
  }

  .head .cell {
    overflow: visible;
  }

  /* The strip that a column is widened by: at its end before the subject, at its start behind it. */
  .sized::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    z-index: 1;
    inline-size: ${em(8)};
    background: linear-gradient(${color('line')} 0 0) center / 1px ${em(14)} no-repeat;
    cursor: col-resize;
  }

  .subject ~ .sized::after {
    inset-inline: ${em(-8)} auto;
  }

  .sized:hover::after,
  .dragged::after {
    background-image: linear-gradient(${color('line-strong')} 0 0);
  }

  .dragged {
    background: ${color('accent-tint')};
  }

  .moving {
    cursor: grabbing;
  }

  .moving .sort {
    cursor: inherit;
  }

  .resizing {
    cursor: col-resize;
  }
`;

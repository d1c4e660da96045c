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

  .star-button > .sign {
    margin: 0;
    fill: none;
    stroke-width: 1.2;
  }

  .star-button[aria-pressed='true'] {
    color: ${color('warn')};
  }

  .star-button[aria-pressed='true'] > .sign {
    fill: currentcolor;
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
  .sign.urgent {
    color: ${color('danger')};
  }

  .sort {
    appearance: none;
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: ${em(26, 12)};
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
`;

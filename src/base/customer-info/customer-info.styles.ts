import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** What the customer-information link said: its message, and a label and a value each. */
export const infoItems = css`
  .outcome {
    display: flex;
    align-items: center;
    gap: ${em(6)};
    margin: 0;
    font-weight: 500;
    color: ${color('ok')};
  }

  h3,
  h4 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
    line-height: 1.35;
  }

  .sense {
    font-size: ${em(12)};
    font-weight: 400;
    color: ${color('muted')};
  }

  .items {
    margin: 0;
    border-block-start: 1px solid ${color('line')};
  }

  .item {
    display: grid;
    grid-template-columns: ${em(96)} minmax(0, 1fr);
    gap: ${em(8)};
    align-items: center;
    min-block-size: ${em(36)};
    padding-block: ${em(2)};
    border-block-end: 1px solid ${color('line')};
  }

  dt {
    color: ${color('muted')};
    overflow-wrap: anywhere;
  }

  dd {
    display: flex;
    align-items: center;
    gap: ${em(8)};
    margin: 0;
  }

  .value {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    user-select: text;
  }

  .value > a {
    color: ${color('accent')};
  }

  .badge {
    display: inline-block;
    padding: ${em(1)} ${em(8)};
    border: 1px solid currentcolor;
    border-radius: ${radiusChip};
    background: ${color('accent-tint')};
    color: ${color('accent')};
    font-weight: 500;
  }

  .tools {
    display: flex;
    flex: none;
    gap: ${em(2)};
  }
`;

/** Tickets of the same customer. */
export const foundTickets = css`
  .found {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${em(8)};
    align-content: start;
    min-inline-size: 0;
  }

  .tickets {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
    border-block-start: 1px solid ${color('line')};
  }

  .ticket {
    appearance: none;
    display: flex;
    align-items: center;
    gap: ${em(8)};
    inline-size: 100%;
    min-block-size: ${em(36)};
    margin: 0;
    padding: ${em(4)} ${em(4)};
    border: 0;
    border-block-end: 1px solid ${color('line')};
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.35;
    letter-spacing: inherit;
    text-align: start;
    text-transform: none;
    cursor: pointer;
  }

  .ticket:hover {
    background: ${color('accent-tint')};
  }

  .ticket:focus-visible {
    outline-offset: ${em(-2)};
  }

  .sign {
    flex: none;
    display: grid;
    color: ${color('muted')};
  }

  .sign.processing {
    color: ${color('accent')};
  }

  .sign.pending {
    color: ${color('warn')};
  }

  .sign.issue_transferred,
  .sign.issue_answered {
    color: ${color('violet')};
  }

  .sign.dooray_transferred,
  .sign.dooray_in_progress,
  .sign.dooray_answered {
    color: ${color('teal')};
  }

  .sign.resolved {
    color: ${color('ok')};
  }

  .sign.spam {
    color: ${color('danger')};
  }

  .subject {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .now {
    flex: none;
    padding: 0 ${em(6, 12)};
    border-radius: ${radiusChip};
    background: ${color('selected')};
    font-size: ${em(12)};
  }

  time {
    flex: none;
    font-size: ${em(12)};
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
  }
`;

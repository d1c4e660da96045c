import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { color, em, radius, radiusChip, shadow } from '../../tokens/tokens.js';
import { bar } from './bar.styles.js';
import { cards } from './cards.styles.js';
import { rows } from './row.styles.js';
import { signs } from './signs.styles.js';

const frame = css`
  :host {
    block-size: 100%;
    min-block-size: ${em(160)};
  }

  :host([collapsed]) {
    inline-size: max-content;
  }

  .root {
    position: relative;
    display: flex;
    block-size: 100%;
    min-block-size: inherit;
    padding-inline-end: ${em(12)};
    background: ${color('surface')};
    font-variant-numeric: tabular-nums;
    line-height: 1.35;
    --high: ${em(32)};
    --high-card: ${em(52)};
  }

  .compact {
    --high: ${em(28)};
    --high-card: ${em(48)};
  }

  .comfortable {
    --high: ${em(40)};
    --high-card: ${em(60)};
  }

  .list {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: inherit;
    container: ticket-list / inline-size;
  }

  .grid {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .ruler {
    position: absolute;
    inline-size: 0;
    block-size: var(--desk-list-row-height, var(--high));
    visibility: hidden;
    pointer-events: none;
  }

  .fold {
    appearance: none;
    position: absolute;
    inset-inline-end: 0;
    inset-block-start: calc(50% - ${em(24)});
    z-index: 3;
    display: grid;
    place-items: center;
    inline-size: ${em(24)};
    block-size: ${em(48)};
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-inline-end: 0;
    border-radius: ${radius};
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    background: none;
    color: ${color('muted')};
    cursor: pointer;
  }

  .fold::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline: ${em(12)} 0;
    z-index: -1;
    border: 1px solid ${color('line-strong')};
    border-inline-end: 0;
    border-start-start-radius: ${radiusChip};
    border-end-start-radius: ${radiusChip};
    background: ${color('surface')};
  }

  .fold:hover::before {
    background: ${color('accent-tint')};
  }

  .fold > svg {
    inline-size: ${em(12)};
    margin-inline-start: ${em(12)};
  }

  .fold:dir(rtl) > svg {
    transform: scaleX(-1);
  }

  :host([collapsed]) .root {
    inline-size: ${em(24)};
    padding: 0;
    border-inline-end: 1px solid ${color('line')};
  }
`;

const layers = css`
  .over {
    position: absolute;
    inset-block-start: ${em(40)};
    inset-inline: 0;
    z-index: 2;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }

  .waiting-bar {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    min-block-size: ${em(28)};
    margin: ${em(30)} 0 0;
    padding: 0 ${em(12)} 0 ${em(8)};
    border: 1px solid transparent;
    border-radius: ${em(14)};
    background: ${color('accent')};
    color: ${color('on-accent')};
    box-shadow: ${shadow};
    font: inherit;
    font-weight: 500;
    letter-spacing: inherit;
    cursor: pointer;
    pointer-events: auto;
  }

  .message,
  .instead {
    position: absolute;
    z-index: 2;
    display: flex;
    gap: ${em(8)};
  }

  .message {
    inset-inline: ${em(8)};
    inset-block-end: ${em(8)};
    align-items: center;
    justify-content: space-between;
    padding: ${em(6)} ${em(6)} ${em(6)} ${em(12)};
    border: 1px solid ${color('danger')};
    border-radius: ${radius};
    background: ${color('danger-tint')};
    color: ${color('danger')};
    box-shadow: ${shadow};
  }

  .message .button.quiet {
    color: inherit;
  }

  .instead {
    inset-inline: 0;
    inset-block: 20% auto;
    flex-direction: column;
    align-items: center;
    padding: 0 ${em(32)};
    color: ${color('muted')};
    text-align: center;
  }

  .message > p,
  .instead > p {
    margin: 0;
    min-inline-size: 0;
    text-wrap: balance;
  }

  .instead strong {
    color: ${color('text')};
    font-weight: 600;
  }

  .instead > .button {
    margin-block-start: ${em(4)};
  }

  .message > .button {
    flex: none;
  }
`;

export const styles = [focusRing, buttons, visuallyHidden, frame, bar, layers, rows, signs, cards];

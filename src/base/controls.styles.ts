import { css } from 'lit';
import { color, em, radius, radiusChip } from '../tokens/tokens.js';

/** The ring on whatever has the keyboard. Always visible, also where the page or the system repaints colours. */
export const focusRing = css`
  :focus-visible {
    outline: ${em(2)} solid ${color('accent')};
    outline-offset: ${em(1)};
  }
`;

/** Text for screen readers only. */
export const visuallyHidden = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons: `button` alone, `primary` once a layer, `danger` for what cannot be taken back, `quiet` without an edge. */
export const buttons = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: ${em(4)};
    min-block-size: ${em(28)};
    min-inline-size: ${em(28)};
    margin: 0;
    padding: ${em(3)} ${em(12)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${radius};
    background: ${color('surface')};
    color: ${color('text')};
    font: inherit;
    font-weight: 500;
    line-height: 1.35;
    letter-spacing: inherit;
    text-transform: none;
    user-select: none;
    cursor: pointer;
  }

  .button:where(:not(:disabled, [aria-disabled='true'])):hover {
    background: ${color('accent-tint')};
  }

  .button.primary {
    border-color: ${color('accent')};
    background: ${color('accent')};
    color: ${color('on-accent')};
  }

  .button.primary:where(:not(:disabled, [aria-disabled='true'])):hover {
    background: color-mix(in srgb, ${color('accent')} 88%, ${color('text')});
  }

  .button.danger {
    border-color: ${color('danger')};
    color: ${color('danger')};
  }

  .button.danger:where(:not(:disabled, [aria-disabled='true'])):hover {
    background: ${color('danger-tint')};
  }

  .button.quiet {
    border-color: transparent;
    background: none;
    padding-inline: ${em(6)};
    color: ${color('muted')};
  }

  .button.quiet:where(:not(:disabled, [aria-disabled='true'])):hover {
    background: ${color('accent-tint')};
    color: ${color('text')};
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: ${color('line')};
    background: ${color('canvas')};
    color: ${color('muted')};
    cursor: not-allowed;
  }

  @media (forced-colors: active) {
    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/** Grey shapes where data will be: the same size as what replaces them. */
export const skeleton = css`
  .skeleton {
    display: block;
    border-radius: ${radiusChip};
    background: ${color('line')};
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;

import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** The line above the rows. */
export const bar = css`
  .bar {
    display: flex;
    flex: none;
    align-items: center;
    gap: ${em(8)};
    min-block-size: ${em(36)};
    padding: ${em(4)} ${em(8)};
    border-block-end: 1px solid ${color('line')};
    white-space: nowrap;
  }

  .filter {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    min-block-size: ${em(26)};
    margin: 0;
    padding: 0 ${em(10)} 0 ${em(8)};
    border: 1px solid ${color('line-strong')};
    border-radius: ${em(13)};
    background: none;
    color: ${color('text')};
    font: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }

  .filter:hover {
    background: ${color('accent-tint')};
  }

  .filter[aria-pressed='true'] {
    border-color: ${color('accent')};
    background: ${color('accent-tint')};
    color: ${color('accent')};
    font-weight: 600;
  }

  .starred-filter[aria-pressed='true'] {
    border-color: ${color('warn')};
    background: ${color('warn-tint')};
    color: ${color('warn')};
  }

  .total {
    color: ${color('muted')};
  }

  .ticked-count {
    overflow: hidden;
    text-overflow: ellipsis;
    color: ${color('accent')};
    font-weight: 500;
  }

  .ticked-count:empty {
    display: none;
  }

  .tick-choice {
    display: inline-flex;
    gap: ${em(4)};
    min-inline-size: 0;
  }

  .link {
    appearance: none;
    min-block-size: ${em(26)};
    min-inline-size: 0;
    margin: 0;
    padding: 0 ${em(4)};
    border: 0;
    background: none;
    color: ${color('accent')};
    font: inherit;
    letter-spacing: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    overflow: hidden;
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .arrange {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    margin-inline-start: auto;
  }

  .select,
  .direction {
    min-block-size: ${em(26)};
    min-inline-size: ${em(26)};
    margin: 0;
    border: 1px solid transparent;
    border-radius: ${radiusChip};
    background: none;
    color: ${color('text')};
    font: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }

  .select > option {
    background: ${color('surface')};
    color: ${color('text')};
  }

  .direction {
    display: inline-grid;
    flex: none;
    place-items: center;
    padding: 0;
  }

  .select {
    min-inline-size: 0;
    text-overflow: ellipsis;
  }

  .select:hover,
  .direction:hover {
    background: ${color('accent-tint')};
  }
`;

import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { fields, selects } from '../../base/forms.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

const area = css`
  .area {
    display: grid;
    gap: ${em(8)};
    padding: ${em(12)};
    border-block-end: 1px solid ${color('line')};
  }

  /* The list below keeps its place: many conditions scroll. */
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(${em(176)}, 100%), 1fr));
    align-items: start;
    gap: ${em(10)} ${em(12)};
    max-block-size: ${em(320)};
    margin: ${em(-4)};
    padding: ${em(4)};
    overflow-y: auto;
  }

  .wide {
    grid-column: span 2;
  }

  .field .problem {
    font-size: ${em(12)};
    line-height: 1.35;
  }

  .moments,
  .between {
    display: flex;
    align-items: center;
    gap: ${em(4)};
    min-inline-size: 0;
  }

  .moments > .select,
  .between {
    flex: 1;
  }

  .moments:has(.between) > .select {
    flex: none;
    inline-size: ${em(112)};
  }

  .moment {
    flex: 1;
    min-inline-size: 0;
    inline-size: auto;
    padding-inline: ${em(6)};
  }

  .input::placeholder {
    color: ${color('muted')};
    opacity: 1;
  }

  .fields > .skeleton {
    block-size: ${em(28)};
    align-self: end;
  }

  .hint {
    margin: 0;
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .hint > .button {
    margin-inline-start: ${em(8)};
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(8)};
  }

  .gap {
    flex: 1;
  }
`;

const result = css`
  .result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
    padding: ${em(4)} ${em(12)};
    border-block-end: 1px solid ${color('line')};
  }

  .count {
    min-inline-size: ${em(72)};
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .chips {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: ${em(4)};
    min-inline-size: min(${em(200)}, 100%);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: ${em(24)};
    padding-inline-start: ${em(8)};
    border-radius: ${radiusChip};
    background: ${color('accent-tint')};
    color: ${color('text')};
  }

  .chip.fixed {
    padding-inline-end: ${em(8)};
    background: ${color('canvas')};
    color: ${color('muted')};
  }

  .chip-words {
    min-inline-size: 0;
    max-inline-size: ${em(320)};
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip-remove {
    appearance: none;
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: ${em(24)};
    block-size: ${em(24)};
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: ${radiusChip};
    background: none;
    color: ${color('muted')};
    font: inherit;
    cursor: pointer;
  }

  .chip-remove > .icon {
    inline-size: ${em(12)};
    block-size: ${em(12)};
  }

  .chip-remove:hover {
    background: ${color('selected')};
    color: ${color('text')};
  }

  .result-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(4)};
    margin-inline-start: auto;
  }

  .outcome {
    display: flex;
    flex-basis: 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
    margin: 0;
    padding-block-end: ${em(4)};
    color: ${color('muted')};
  }

  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }
  }
`;

export const styles = [
  focusRing,
  buttons,
  fields,
  selects,
  skeleton,
  visuallyHidden,
  area,
  result,
  css`
    :host {
      container: ticket-search / inline-size;
    }

    .root {
      outline: none;
      background: ${color('surface')};
    }

    @container ticket-search (inline-size < 480px) {
      .area {
        padding: ${em(8)};
      }

      .fields {
        grid-template-columns: minmax(0, 1fr);
        max-block-size: none;
      }

      .wide {
        grid-column: auto;
      }

      .moments {
        flex-direction: column;
        align-items: stretch;
      }

      .moments:has(.between) > .select {
        inline-size: auto;
      }

      .hint.gap {
        order: 1;
        flex-basis: 100%;
      }

      .hint.gap + .button {
        margin-inline-start: auto;
      }

      .result {
        padding-inline: ${em(8)};
      }

      .chips {
        order: 1;
        flex-basis: 100%;
      }

      .outcome {
        order: 2;
      }
    }
  `,
];

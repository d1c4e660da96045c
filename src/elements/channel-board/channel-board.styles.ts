import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { figures, stackedFigures } from '../../base/figures.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  skeleton,
  visuallyHidden,
  figures,
  css`
    .root {
      container: channels / inline-size;
    }

    .scope {
      inline-size: auto;
      min-inline-size: ${em(36, 11.5)};
      padding-inline-end: ${em(4, 11.5)};
      letter-spacing: 0;
    }

    .none,
    .old {
      align-self: center;
      padding-inline: ${em(8, 11.5)};
      font-size: ${em(11.5)};
      color: ${color('muted')};
    }

    .old {
      padding-block: ${em(2, 11.5)};
      border: 1px solid currentcolor;
      border-radius: ${radiusChip};
      background: ${color('warn-tint')};
      color: ${color('warn')};
    }

    .is-old .value {
      color: ${color('muted')};
      font-weight: 500;
    }

    /* One above the other. */
    @container channels (max-inline-size: 84em) {
      .half {
        inline-size: 100%;
      }

      .half + .half {
        padding-inline-start: 0;
        border-inline-start: 0;
      }

      .scope {
        inline-size: ${em(64, 11.5)};
      }
    }

    /* Their figures in columns. */
    @container channels (min-inline-size: 43em) and (max-inline-size: 84em) {
      .root.horizontal > .board {
        display: grid;
        grid-template-columns: max-content repeat(7, auto);
        justify-content: start;
      }

      .root.horizontal > .board > :is(.half, .problem) {
        grid-column: 1 / -1;
      }

      .root.horizontal > .board > .half {
        display: grid;
        grid-template-columns: subgrid;
      }

      .root.horizontal .name {
        white-space: normal;
      }

      .root.horizontal :is(.none, .old) {
        grid-column: 2 / -1;
        justify-self: start;
      }
    }

    @container channels (max-inline-size: 38em) {
      .half {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }

      .scope,
      .none,
      .old {
        grid-column: 1 / -1;
        justify-self: start;
      }

      .name {
        white-space: normal;
      }
    }

    .root.vertical {
      ${stackedFigures}
    }
  `,
];

import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  dialogs,
  css`
    :host {
      display: contents;
    }

    .hint {
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .keeps {
      display: grid;
      gap: ${em(6)};
      margin: 0;
      padding: ${em(8)} ${em(12)};
      border-radius: ${radiusChip};
      background: ${color('canvas')};
    }

    .keeps > h3 {
      margin: 0;
      font-size: ${em(12)};
      font-weight: 500;
      color: ${color('muted')};
    }

    .pair {
      display: grid;
      grid-template-columns: ${em(72)} minmax(0, 1fr);
      gap: ${em(8)};
    }

    dl {
      display: grid;
      gap: ${em(4)};
      margin: 0;
    }

    dt {
      color: ${color('muted')};
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }

    dd > .condition {
      display: block;
    }
  `,
];

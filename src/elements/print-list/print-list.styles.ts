import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em, paper, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(1040)}, calc(100vi - ${em(24)}));
    }

    /* Paper is white in the dark, too. */
    .frame {
      display: block;
      inline-size: 100%;
      block-size: min(${em(640)}, 60vb);
      border: 1px solid ${color('line-strong')};
      border-radius: ${radiusChip};
      background: ${paper('surface')};
      color-scheme: light;
    }
  `,
];

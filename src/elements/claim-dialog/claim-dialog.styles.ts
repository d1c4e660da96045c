import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  css`
    :host {
      display: contents;
    }

    .groups {
      display: grid;
      gap: ${em(4)};
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }

    .groups > legend {
      padding: 0 0 ${em(8)};
    }

    .group {
      display: flex;
      align-items: center;
      gap: ${em(8)};
      min-block-size: ${em(36)};
      padding: ${em(4)} ${em(12)};
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
      overflow-wrap: anywhere;
      cursor: pointer;
    }

    .group:hover {
      background: ${color('accent-tint')};
    }

    .group:has(:checked) {
      border-color: ${color('accent')};
      background: ${color('selected')};
      font-weight: 500;
    }

    .group > input {
      flex: none;
      inline-size: ${em(16)};
      block-size: ${em(16)};
      margin: 0;
      accent-color: ${color('accent')};
    }
  `,
];

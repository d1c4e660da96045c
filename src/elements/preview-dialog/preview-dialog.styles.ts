import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { color, em, paper, radius } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(720)}, calc(100vi - ${em(24)}));
    }

    .facts {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: ${em(4)} ${em(12)};
      margin: 0;
    }

    .facts dt {
      color: ${color('muted')};
    }

    .facts dd {
      grid-column: 2;
      margin: 0;
      overflow-wrap: anywhere;
    }

    .facts .subject {
      font-size: ${em(15)};
      font-weight: 600;
      line-height: 1.35;
    }

    .mail {
      padding: ${em(16)};
      border: 1px solid ${color('line')};
      border-radius: ${radius};
      background: ${color('surface')};
      overflow: auto;
    }

    .mail:has(.paper) {
      padding: ${em(4)};
      background: ${paper('surface')};
    }

    .words {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(4)} ${em(12)};
      margin: ${em(4)} 0 0;
      padding: 0;
      list-style: none;
      font-weight: 500;
    }

    mark {
      border-radius: ${em(2)};
      background: ${color('danger-tint')};
      color: ${color('danger')};
      text-decoration: underline;
      text-decoration-style: wavy;
      text-underline-offset: 0.2em;
    }

    .paper mark {
      background: ${paper('danger-tint')};
      color: ${paper('danger')};
    }

    .dialog-foot > .why {
      flex: 1 1 ${em(320)};
      align-self: center;
      margin: 0;
      color: ${color('danger')};
    }
  `,
];

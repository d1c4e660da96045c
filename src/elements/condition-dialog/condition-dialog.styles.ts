import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields, selects } from '../../base/forms.styles.js';
import { lateNotices } from '../../base/late-notice.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  fields,
  selects,
  visuallyHidden,
  lateNotices,
  css`
    :host {
      display: contents;
    }

    .dialog {
      container: condition-dialog / inline-size;
      inline-size: min(${em(460)}, calc(100vi - ${em(24)}));
    }

    .hint {
      color: ${color('muted')};
    }

    .kept {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: ${em(4)} ${em(8)};
    }

    .add {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: ${em(8)};
    }

    .add > .field {
      flex: 1 1 ${em(200)};
    }

    .none {
      padding: ${em(12)};
      border: 1px dashed ${color('line-strong')};
      border-radius: ${radiusChip};
      color: ${color('muted')};
    }

    .rows {
      max-block-size: ${em(320)};
      margin: 0;
      padding: 0;
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
      overflow-y: auto;
      list-style: none;
    }

    .row {
      display: flex;
      align-items: center;
      gap: ${em(4)};
      min-block-size: ${em(36)};
      padding-inline-end: ${em(4)};
    }

    .row + .row {
      border-block-start: 1px solid ${color('line')};
    }

    .row.dragged {
      background: ${color('selected')};
    }

    .grip {
      display: inline-flex;
      flex: none;
      align-items: center;
      justify-content: center;
      align-self: stretch;
      inline-size: ${em(32)};
      color: ${color('muted')};
      cursor: grab;
      touch-action: none;
    }

    .dragged > .grip {
      cursor: grabbing;
    }

    .name {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .usual {
      margin-inline-end: auto;
    }

    .row .button[aria-disabled='true'] {
      border-color: transparent;
      background: none;
      opacity: 0.4;
    }

    @container condition-dialog (inline-size < 340px) {
      .add > .button {
        inline-size: 100%;
      }
    }
  `,
];

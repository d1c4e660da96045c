import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { dialogs } from '../../base/forms.styles.js';
import { frames } from '../../base/frame.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  frames,
  css`
    .calls {
      display: grid;
      gap: ${em(8)};
      margin: 0;
      padding: ${em(12)};
      list-style: none;
      overflow: auto;
      min-block-size: 0;
    }

    .call {
      display: grid;
      gap: ${em(4)};
      padding: ${em(8)} ${em(12)};
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
    }

    .call.due {
      border-color: ${color('warn')};
      background: ${color('warn-tint')};
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${em(4)} ${em(8)};
      min-inline-size: 0;
    }

    .at {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }

    .mark {
      color: ${color('warn')};
      font-weight: 600;
    }

    .who,
    .subject,
    .id,
    .note {
      overflow-wrap: anywhere;
    }

    .subject,
    .id,
    .note {
      color: ${color('muted')};
    }

    .id {
      font-size: ${em(12)};
      font-variant-numeric: tabular-nums;
      user-select: text;
    }

    .note {
      white-space: pre-wrap;
    }

    .call.due :is(.subject, .id, .note) {
      color: ${color('text')};
    }

    .number {
      color: ${color('accent')};
      font-variant-numeric: tabular-nums;
    }

    .foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: ${em(8)};
      padding: 0 ${em(12)} ${em(12)};
    }
  `,
];

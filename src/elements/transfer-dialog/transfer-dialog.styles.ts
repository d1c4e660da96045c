import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fieldGrid } from '../../base/fields/field-grid.styles.js';
import { lateNotices } from '../../base/late-notice.styles.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { otherWindow } from '../../base/other-window.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { writing } from '../../editor/writing.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  selects,
  checks,
  dialogs,
  otherWindow,
  visuallyHidden,
  fieldGrid,
  lateNotices,
  writing,
  messageBodyStyles,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(960)}, calc(100vi - ${em(24)}));
    }

    .dialog > form {
      container-type: inline-size;
    }

    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
      gap: ${em(20)};
      align-items: start;
    }

    .sections {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(12)};
    }

    .pairs {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, ${em(200)}), 1fr));
    }

    .waiting,
    .none {
      margin: 0;
      color: ${color('muted')};
    }

    .notice > .button {
      margin-block-start: ${em(6)};
    }

    .tags > .checks {
      max-block-size: ${em(140)};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .tag {
      align-items: center;
    }

    .dot {
      flex: none;
      inline-size: ${em(8)};
      block-size: ${em(8)};
      border: 1px solid ${color('line-strong')};
      border-radius: 50%;
      background-color: var(--tag);
    }

    .own-files {
      display: grid;
      gap: ${em(2)};
      margin-block-end: ${em(6)};
    }

    .own-files > .hint {
      margin: 0;
    }

    .own-file {
      align-items: center;
      min-inline-size: 0;
    }

    .own-file > .icon {
      flex: none;
      color: ${color('muted')};
    }

    .other-side {
      position: sticky;
      inset-block-start: 0;
      display: grid;
      gap: ${em(8)};
      min-inline-size: 0;
    }

    .section-title {
      margin: 0;
      font-size: ${em(12)};
      font-weight: 600;
      line-height: 1.35;
    }

    .card {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(8)};
      max-block-size: ${em(420)};
      padding: ${em(12)};
      border: 1px solid ${color('line')};
      border-radius: ${radius};
      background: ${color('canvas')};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .to,
    .shown-subject {
      margin: 0;
      overflow-wrap: anywhere;
    }

    .to {
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .shown-subject {
      font-weight: 600;
    }

    .shown-subject > .none {
      font-weight: 400;
    }

    .facts {
      display: grid;
      gap: ${em(4)};
      margin: 0;
    }

    .pair {
      display: grid;
      grid-template-columns: ${em(96)} minmax(0, 1fr);
      gap: ${em(8)};
    }

    .pair > dt {
      font-size: ${em(12)};
      line-height: 1.625;
      color: ${color('muted')};
    }

    .pair > dd {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(4)};
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }

    .chip {
      display: inline-flex;
      align-items: center;
      gap: ${em(4)};
      padding-inline: ${em(6)};
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
      background: ${color('surface')};
    }

    .shown-text {
      padding-block-start: ${em(8)};
      border-block-start: 1px solid ${color('line')};
    }

    .shown-text :is(p, ul, ol, blockquote) {
      margin-block: 0 ${em(8)};
    }

    .kept {
      display: grid;
      gap: ${em(4)};
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .kept > li {
      display: flex;
      gap: ${em(6)};
    }

    .kept .icon {
      flex: none;
      block-size: 1lh;
    }

    .dialog-foot {
      align-items: center;
    }

    .dialog-foot > .notice {
      flex: 1 1 ${em(240)};
    }

    .start-over {
      margin-inline-end: auto;
    }

    @container (max-width: 46em) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }

      .other-side {
        position: static;
        padding-block-start: ${em(12)};
        border-block-start: 1px solid ${color('line')};
      }

      .card {
        max-block-size: none;
      }
    }
  `,
];

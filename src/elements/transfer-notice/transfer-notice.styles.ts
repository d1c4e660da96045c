import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { otherWindow } from '../../base/other-window.styles.js';
import { color, em } from '../../tokens/tokens.js';

const own = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .root:focus {
    outline: none;
  }

  .root > .told-of {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: ${em(6)} ${em(8)};
    margin: 0;
    padding: ${em(8)} ${em(16)};
    border-block-end: 1px solid ${color('line')};
    line-height: 1.4;
  }

  .icon {
    flex: none;
    margin-block-start: ${em(1)};
  }

  .words {
    flex: 1 1 ${em(220)};
    display: grid;
    gap: ${em(2)};
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .words > p {
    margin: 0;
  }

  .strong {
    font-weight: 600;
  }

  .to {
    font-weight: 400;
  }

  .muted,
  .root .calm .to {
    color: ${color('muted')};
  }

  .muted {
    font-size: ${em(12)};
  }

  .id {
    font-variant-numeric: tabular-nums;
    user-select: text;
  }

  .said {
    white-space: pre-wrap;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(6)};
    margin-inline-start: auto;
  }

  .steps > .button {
    flex: none;
  }

  .told-of.calm {
    background: ${color('teal-tint')};
  }

  .told-of.calm > .icon {
    color: ${color('teal')};
  }

  .told-of.failed {
    background: ${color('danger-tint')};
  }

  .told-of.failed > .icon {
    color: ${color('danger')};
  }

  .told-of.guidance {
    background: ${color('warn-tint')};
  }

  .told-of.guidance > .icon {
    color: ${color('warn')};
  }

  .told-of.origin {
    background: ${color('violet-tint')};
  }

  .told-of.origin > .icon {
    color: ${color('violet')};
  }

  .asked {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)} ${em(8)};
  }

  .state {
    display: inline-flex;
    align-items: flex-start;
    gap: ${em(4)};
    color: ${color('warn')};
  }

  .state.told {
    color: ${color('ok')};
  }

  .text {
    resize: vertical;
    line-height: 1.5;
  }

  .dialog {
    inline-size: min(${em(480)}, calc(100vi - ${em(24)}));
  }
`;

export const styles = [focusRing, buttons, visuallyHidden, fields, dialogs, otherWindow, own];

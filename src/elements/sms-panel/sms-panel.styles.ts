import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { fileNames } from '../../base/file-names.styles.js';
import { checks, dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radius, radiusChip } from '../../tokens/tokens.js';
import { messages } from './thread.styles.js';

const frame = css`
  :host {
    display: block;
  }

  .root {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: ${em(8)};
    block-size: 100%;
    padding: ${em(12)};
    background: ${color('surface')};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .root:focus {
    outline: none;
  }

  .icon {
    flex: none;
  }

  .quiet-words {
    margin: 0;
    color: ${color('muted')};
  }

  .quiet-words > div {
    margin-block-start: ${em(8)};
  }

  .to {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${em(4)} ${em(8)};
    margin: 0;
  }

  .to > b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .hint {
    font-size: ${em(12)};
    line-height: 1.35;
    color: ${color('muted')};
  }

  .notice > .button {
    margin-block-start: ${em(6)};
  }

  .said-now:not(.visually-hidden) {
    display: flex;
    align-items: center;
    gap: ${em(6)};
    margin: 0;
    padding: ${em(6)} ${em(8)};
    border-radius: ${radiusChip};
    background: ${color('ok-tint')};
    color: ${color('ok')};
  }

  .title {
    margin: ${em(8)} 0 0;
    font-size: ${em(13)};
    font-weight: 600;
  }
`;

const form = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${em(8)};
    margin: 0;
  }

  .text {
    min-block-size: ${em(96)};
    padding-block: ${em(6)};
    line-height: 1.5;
    resize: vertical;
    overflow-wrap: anywhere;
  }

  .count {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: ${em(6)};
    margin: ${em(-4)} 0 0;
    font-size: ${em(12)};
    font-variant-numeric: tabular-nums;
    color: ${color('muted')};
  }

  .count.over {
    color: ${color('danger')};
  }

  .kind {
    padding: 0 ${em(6, 12)};
    border-radius: ${radiusChip};
    font-size: ${em(12)};
    font-weight: 500;
    background: ${color('accent-tint')};
    color: ${color('accent')};
  }

  .count > .kind {
    font-size: inherit;
  }

  .kind.mms {
    background: ${color('violet-tint')};
    color: ${color('violet')};
  }

  /* Room for a line, so that what is below it stays where it is while somebody types. */
  .wrong {
    min-block-size: ${em(18)};
    margin-block-start: ${em(-4)};
    line-height: 1.35;
  }

  .told:empty {
    display: none;
  }

  .places {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)};
    margin: ${em(4)} 0 0;
    padding: 0;
    list-style: none;
  }

  .place {
    padding-inline: ${em(8)};
    font-weight: 400;
  }

  .image {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${em(4)} ${em(8)};
  }

  .picked {
    display: inline-flex;
    align-items: center;
    gap: ${em(6)};
    max-inline-size: 100%;
    padding-inline-start: ${em(8)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
  }

  .picked.bad {
    border-color: ${color('danger')};
    color: ${color('danger')};
  }

  .when {
    display: grid;
    gap: ${em(4)};
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)} ${em(16)};
  }

  .options > .check {
    min-block-size: ${em(24)};
  }

  .at {
    max-inline-size: ${em(240)};
  }

  .send {
    justify-self: end;
    min-inline-size: ${em(88)};
  }
`;

export const styles = [focusRing, buttons, visuallyHidden, fields, checks, dialogs, fileNames, frame, form, messages];

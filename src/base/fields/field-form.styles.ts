import { css } from 'lit';
import { color, em, radiusChip } from '../../tokens/tokens.js';
import { buttons, focusRing, visuallyHidden } from '../controls.styles.js';
import { checks, fields, selects } from '../forms.styles.js';
import { options } from '../options.styles.js';
import { popups } from '../popup.styles.js';
import { fieldGrid } from './field-grid.styles.js';

const own = css`
  :host {
    display: block;
  }

  .title {
    margin: 0;
    padding-block: ${em(10)} ${em(6)};
    font-size: ${em(12)};
    font-weight: 600;
    line-height: 1.35;
  }

  .read {
    display: grid;
    gap: ${em(4)};
    margin: 0;
  }

  .pair {
    display: grid;
    grid-template-columns: ${em(88)} minmax(0, 1fr);
    gap: ${em(8)};
  }

  dt {
    font-size: ${em(12)};
    line-height: 1.625;
    color: ${color('muted')};
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  dd.none {
    color: ${color('muted')};
  }

  .conflict {
    display: grid;
    gap: ${em(6)};
    padding: ${em(8)} ${em(10)};
    border-radius: ${radiusChip};
    border-inline-start: 3px solid ${color('warn')};
    background: ${color('warn-tint')};
  }

  .conflict > p {
    margin: 0;
    font-size: ${em(12)};
    font-weight: 600;
    color: ${color('warn')};
  }

  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${em(130)}), 1fr));
    gap: ${em(8)};
  }

  .side {
    display: grid;
    align-content: space-between;
    gap: ${em(4)};
    min-inline-size: 0;
  }

  .side > .value {
    overflow-wrap: anywhere;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: ${em(6)} ${em(8)};
    padding-block-start: ${em(8)};
  }

  /* What is to be saved can be saved wherever one has scrolled to. */
  .foot.dirty {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    padding-block-end: ${em(8)};
    background: ${color('surface')};
  }

  .said {
    flex: 1 1 ${em(120)};
    margin: 0;
    font-size: ${em(12)};
    color: ${color('muted')};
  }

  .said.bad {
    color: ${color('danger')};
  }
`;

export const fieldFormStyles = [
  focusRing,
  buttons,
  fields,
  selects,
  checks,
  popups,
  options,
  visuallyHidden,
  fieldGrid,
  own,
];

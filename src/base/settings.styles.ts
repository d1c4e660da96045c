import { css } from 'lit';
import { frames } from './frame.styles.js';
import { color, em, radius } from '../tokens/tokens.js';

const panes = css`
  :host {
    container-type: inline-size;
  }

  .root:not(.layer) {
    min-block-size: ${em(480)};
  }

  .dialog {
    container-type: inline-size;
    inline-size: min(${em(980)}, calc(100vi - ${em(24)}));
  }

  .dialog[open] {
    block-size: min(${em(720)}, calc(100vb - ${em(24)}));
  }

  .panes {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    min-block-size: 0;
  }

  .list-pane {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    border-inline-end: 1px solid ${color('line')};
  }

  .list-head {
    padding: ${em(8)} ${em(12)};
  }

  .list-head > p {
    margin: ${em(6)} 0 0;
    font-size: ${em(12)};
    color: ${color('muted')};
    text-wrap: pretty;
  }

  .kept {
    flex: 1;
    min-block-size: 0;
    margin: 0;
    padding: 0 ${em(6)} ${em(6)};
    list-style: none;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .line {
    appearance: none;
    display: grid;
    gap: ${em(2)};
    inline-size: 100%;
    min-block-size: ${em(40)};
    margin: 0;
    padding: ${em(6)} ${em(10)};
    border: 0;
    border-radius: ${radius};
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    line-height: 1.35;
    text-align: start;
    text-transform: none;
    cursor: pointer;
  }

  .line:hover {
    background: ${color('accent-tint')};
  }

  .line[aria-current] {
    background: ${color('selected')};
  }

  .line-name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)} ${em(8)};
    font-size: ${em(12)};
    color: ${color('muted')};
    font-variant-numeric: tabular-nums;
  }

  .unsaved {
    color: ${color('warn')};
    font-weight: 500;
  }

  .form {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .form-body {
    flex: 1;
    display: grid;
    align-content: start;
    gap: ${em(14)};
    min-block-size: 0;
    padding: ${em(12)} ${em(16)};
    overflow: auto;
    overscroll-behavior: contain;
  }

  .form-title {
    margin: 0;
    font-size: ${em(15)};
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(${em(180)}, 100%), 1fr));
    gap: ${em(14)} ${em(12)};
    align-items: start;
  }

  .hint {
    margin: 0;
    font-size: ${em(12)};
    color: ${color('muted')};
    text-wrap: pretty;
  }

  .said:not(:empty) {
    padding: ${em(6)} ${em(16)};
    border-block-start: 1px solid ${color('line')};
    color: ${color('muted')};
  }

  .said {
    margin: 0;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: ${em(8)};
    padding: ${em(10)} ${em(16)};
    border-block-start: 1px solid ${color('line')};
  }

  .foot > .start {
    margin-inline-end: auto;
  }

  .foot > .waiting {
    flex: 1 0 100%;
    margin: 0;
  }

  .asking {
    display: contents;
  }

  .asking > .ask {
    flex: 1 1 ${em(220)};
    margin: 0;
  }

  .button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: none;
    opacity: 0.4;
  }

  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(${em(200)}, 100%), 1fr));
    gap: ${em(12)};
    margin-block-start: ${em(8)};
  }

  .version {
    display: grid;
    align-content: start;
    gap: ${em(6)};
    min-inline-size: 0;
    padding: ${em(10)};
    border: 1px solid ${color('line')};
    border-radius: ${radius};
    background: ${color('surface')};
    color: ${color('text')};
    overflow-wrap: anywhere;
  }

  .version > h4 {
    margin: 0;
    font-size: ${em(12)};
    font-weight: 600;
    color: ${color('muted')};
  }

  .version > p {
    margin: 0;
  }

  @container (max-width: 40em) {
    .panes {
      grid-template: minmax(${em(120)}, 2fr) minmax(0, 5fr) / minmax(0, 1fr);
    }

    /* Nothing is looked at yet. */
    .panes:not(:has(> .form)) {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }

    .list-pane {
      border-inline-end: 0;
      border-block-end: 1px solid ${color('line')};
    }
  }

  /* In a low window, and where much is enlarged, the layer scrolls as a whole. */
  @media (max-height: 36em) {
    .dialog[open] {
      display: block;
      block-size: auto;
      overflow: auto;
    }

    .dialog .panes {
      grid-template-rows: auto;
    }

    .dialog .kept,
    .dialog .form-body {
      overflow: visible;
    }

    .dialog .list-pane {
      max-block-size: 60vb;
      overflow: auto;
    }
  }
`;

/** A list of what is kept on one side and the form of one of them on the other: in a layer, or in the page. */
export const settingsPanes = [frames, panes];

import { css } from 'lit';
import { color, em } from '../tokens/tokens.js';

/** What stands in the page or opens as a layer, as `renderFrame` makes it: a head with a way to close, and the rest below. */
export const frames = css`
  :host {
    display: block;
  }

  :host([layer]) {
    display: contents;
  }

  .root:not(.layer) {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    background: ${color('surface')};
  }

  .dialog[open] {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: ${em(8)} ${em(12)} ${em(8)} ${em(16)};
    border-block-end: 1px solid ${color('line')};
  }

  .head > .dialog-title {
    padding: 0;
  }

  .quiet-words {
    margin: 0;
    padding: ${em(16)};
    color: ${color('muted')};
  }

  .quiet-words > div {
    margin-block-start: ${em(8)};
  }
`;

import { css } from 'lit';
import { color, em, radius } from '../tokens/tokens.js';

/** A text with its tools above it, whichever of its two fields is seen. */
export const writing = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(2)};
    padding: ${em(2)};
    border: 1px solid ${color('line-strong')};
    border-block-end-color: ${color('line')};
    border-radius: ${radius} ${radius} 0 0;
    background: ${color('canvas')};
  }

  .tools > .button {
    padding: ${em(4)};
    color: ${color('text')};
  }

  .tools > [aria-pressed='true'] {
    border-color: ${color('accent')};
    background: ${color('selected')};
    color: ${color('accent')};
  }

  .tools > [aria-disabled='true'] {
    border-color: transparent;
    background: none;
    color: ${color('muted')};
    opacity: 0.6;
  }

  .tools ~ .text,
  .rich > .editor {
    border-block-start: 0;
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }

  .text,
  .rich > .editor {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: ${em(128)};
    max-block-size: ${em(320)};
    padding: ${em(8)} ${em(10)};
    line-height: 1.5;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .text[hidden] {
    display: none;
  }

  .rich > .editor {
    border: 1px solid ${color('line-strong')};
    border-block-start: 0;
    border-radius: 0 0 ${radius} ${radius};
    background: ${color('surface')};
  }

  .writing:has([aria-invalid='true']) > .tools,
  .rich > [aria-invalid='true'] {
    border-color: ${color('danger')};
  }
`;

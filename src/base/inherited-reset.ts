import { css } from 'lit';
import { color, font, fontJapanese, fontSize } from '../tokens/tokens.js';

/**
 * Shadow roots inherit. Everything of the page's type that would leak in is set again on the one inner root, `.root`,
 * because page rules on the tag itself win over `:host`.
 */
export const inheritedReset = css`
  :host {
    display: block;
    min-width: 0;
  }

  :host([hidden]) {
    display: none !important;
  }

  .root {
    font: 400 ${fontSize} / 1.5 ${font};
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-break: keep-all;
    overflow-wrap: break-word;
    line-break: auto;
    font-variant-numeric: normal;
    color: ${color('text')};
    cursor: auto;
    visibility: visible;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  .root:lang(ja) {
    font-family: ${fontJapanese};
    word-break: normal;
    line-break: strict;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }
`;

import { css } from 'lit';
import { color, em } from '../tokens/tokens.js';

/** The text inside the field, adopted by the shadow root that has one. The field's own frame is its element's matter. */
export const editorStyles = css`
  .ProseMirror {
    position: relative;
    white-space: break-spaces;
    word-wrap: break-word;
    font-variant-ligatures: none;
    line-height: inherit;
  }

  .ProseMirror.empty::before {
    content: attr(data-placeholder);
    float: inline-start;
    block-size: 0;
    color: ${color('muted')};
    pointer-events: none;
  }

  .ProseMirror > :first-child,
  .ProseMirror :is(blockquote, li, td, th) > :first-child {
    margin-block-start: 0;
  }

  .ProseMirror :is(p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table) {
    margin: 1lh 0 0;
  }

  .ProseMirror li > :is(p, ul, ol) {
    margin: 0;
  }

  .ProseMirror :is(ul, ol) {
    padding-inline-start: ${em(24)};
  }

  .ProseMirror :is(h1, h2, h3, h4, h5, h6) {
    font-size: ${em(15)};
    font-weight: 600;
  }

  .ProseMirror blockquote {
    padding-inline-start: ${em(10)};
    border-inline-start: 2px solid ${color('line-strong')};
    color: ${color('muted')};
  }

  .ProseMirror :is(pre, code) {
    border-radius: ${em(4)};
    background: ${color('canvas')};
    font-family: ui-monospace, Menlo, Consolas, 'D2Coding', monospace;
    font-size: ${em(12)};
  }

  .ProseMirror pre {
    padding: ${em(6)} ${em(8)};
    white-space: pre-wrap;
  }

  .ProseMirror code {
    padding: 0 ${em(3)};
  }

  .ProseMirror a {
    color: ${color('accent')};
    cursor: text;
  }

  .ProseMirror table {
    border-collapse: collapse;
  }

  .ProseMirror :is(td, th) {
    min-inline-size: ${em(24)};
    padding: ${em(3)} ${em(6)};
    border: 1px solid ${color('line-strong')};
    font-weight: inherit;
    text-align: inherit;
    vertical-align: top;
  }

  .ProseMirror th {
    background: ${color('canvas')};
    font-weight: 600;
  }

  .ProseMirror hr {
    border: 0;
    border-block-start: 1px solid ${color('line-strong')};
  }

  .ProseMirror img {
    max-inline-size: 100%;
    block-size: auto;
    vertical-align: text-bottom;
  }

  .ProseMirror img.ProseMirror-separator {
    display: inline !important;
    border: 0 !important;
    margin: 0 !important;
    inline-size: 0 !important;
    block-size: 0 !important;
  }

  .ProseMirror .missing-part {
    outline: 1px dashed ${color('line-strong')};
  }

  .ProseMirror-selectednode {
    outline: 2px solid ${color('accent')};
    outline-offset: 1px;
  }

  .ProseMirror .forbidden {
    background: ${color('danger-tint')};
    color: ${color('danger')};
    text-decoration: underline wavy ${color('danger')};
    text-underline-offset: ${em(3)};
  }

  @media (forced-colors: active) {
    .ProseMirror .forbidden {
      forced-color-adjust: none;
      background: Canvas;
      color: CanvasText;
      text-decoration-color: LinkText;
    }
  }
`;

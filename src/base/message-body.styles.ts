import { css } from 'lit';
import { color, em, paper } from '../tokens/tokens.js';

/**
 * The box around a message and the marks inside it. The box keeps everything inside; a message that brings colours of
 * its own also gets the class `paper`, because it was drawn for white paper.
 */
export const messageBodyStyles = css`
  .message-body {
    position: relative;
    isolation: isolate;
    contain: content;
    overflow: auto;
    overflow-wrap: anywhere;
    line-height: 1.6;
  }

  .message-body.paper {
    padding: ${em(12)};
    color-scheme: light;
    background: ${paper('surface')};
    color: ${paper('text')};
  }

  .message-body .plain,
  .message-body.plain {
    white-space: pre-wrap;
  }

  .message-body img {
    max-width: 100%;
    height: auto;
  }

  .message-body table {
    font: inherit;
    color: inherit;
  }

  .message-body pre {
    white-space: pre-wrap;
  }

  .message-body p {
    margin: 0 0 ${em(8)};
  }

  .message-body blockquote {
    margin: 0 0 ${em(8)};
    padding-inline-start: ${em(10)};
    border-inline-start: 2px solid ${color('line')};
  }

  .message-body a {
    color: ${color('accent')};
  }

  .message-body.paper a {
    color: ${paper('accent')};
  }

  .message-body details.quote > summary {
    width: fit-content;
    padding: 0 ${em(6)};
    border-radius: ${em(4)};
    color: ${color('muted')};
    cursor: pointer;
  }

  .message-body details.quote > summary:focus-visible {
    outline: 2px solid ${color('accent')};
    outline-offset: 1px;
  }

  .message-body .blocked-image {
    display: inline-block;
    padding: 0 ${em(6)};
    border: 1px dashed ${color('line-strong')};
    border-radius: ${em(4)};
    color: ${color('muted')};
    text-decoration: none;
  }

  .message-body .link-warning {
    margin-inline: ${em(4)};
    padding: 0 ${em(4)};
    border-radius: ${em(4)};
    background: ${color('warn-tint')};
    color: ${color('warn')};
    text-decoration: none;
  }
`;

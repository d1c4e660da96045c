import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { foundTickets } from '../../base/customer-info/customer-info.styles.js';
import { fields, wordFields } from '../../base/forms.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  wordFields,
  skeleton,
  visuallyHidden,
  foundTickets,
  css`
    :host {
      display: block;
    }

    .root {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      background: ${color('surface')};
    }

    .root:focus-visible {
      outline-offset: ${em(-2)};
    }

    .search {
      display: grid;
      flex: none;
      gap: ${em(4)};
      padding: ${em(8)} ${em(12)};
      border-block-end: 1px solid ${color('line')};
    }

    /* One line, whether something is said or not. */
    .said {
      min-block-size: 1.35em;
      font-size: ${em(12)};
      line-height: 1.35;
      color: ${color('muted')};
    }

    .body {
      flex: 1;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .quiet:not(.button) {
      margin: 0;
      padding: ${em(12)};
      color: ${color('muted')};
    }

    .quiet > p {
      margin: 0 0 ${em(8)};
    }

    .waiting {
      display: grid;
      gap: ${em(12)};
      padding: ${em(12)};
    }

    .waiting > .skeleton {
      block-size: ${em(32)};
    }

    .tickets {
      border-block-start: 0;
    }

    .line {
      appearance: none;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0 ${em(8)};
      align-items: center;
      inline-size: 100%;
      min-block-size: ${em(48)};
      margin: 0;
      padding: ${em(6)} ${em(12)};
      border: 0;
      border-block-end: 1px solid ${color('line')};
      background: none;
      color: inherit;
      font: inherit;
      line-height: 1.4;
      letter-spacing: inherit;
      text-align: start;
      text-transform: none;
      cursor: pointer;
    }

    .line:hover {
      background: ${color('accent-tint')};
    }

    .line[aria-expanded='true'] {
      background: ${color('selected')};
    }

    .line:focus-visible {
      outline-offset: ${em(-2)};
    }

    .about {
      display: flex;
      grid-column: 2;
      gap: ${em(8, 12)};
      justify-content: space-between;
      min-inline-size: 0;
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .about > span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .line[aria-expanded='true'] .about,
    .line[aria-expanded='true'] time {
      color: inherit;
    }

    .fold {
      display: grid;
      grid-row: 1 / span 2;
      grid-column: 3;
      color: ${color('muted')};
    }

    .shown .subject {
      white-space: normal;
      overflow-wrap: anywhere;
    }

    .card {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: ${em(10)};
      padding: ${em(10)} ${em(12)} ${em(12)};
      border-block-end: 1px solid ${color('line')};
      background: ${color('canvas')};
    }

    .card .skeleton {
      block-size: ${em(16)};
      margin-block-end: ${em(8)};
    }

    .facts {
      display: grid;
      gap: ${em(2)};
      margin: 0;
      font-size: ${em(12)};
    }

    .pair {
      display: grid;
      grid-template-columns: ${em(80, 12)} minmax(0, 1fr);
      gap: ${em(8, 12)};
    }

    dt {
      color: ${color('muted')};
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
      user-select: text;
    }

    .entries {
      display: grid;
      gap: ${em(8)};
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .entry {
      padding: ${em(8)} ${em(10)};
      border: 1px solid ${color('line')};
      border-radius: ${radius};
      background: ${color('surface')};
    }

    .by {
      display: flex;
      flex-wrap: wrap;
      gap: 0 ${em(8, 12)};
      font-size: ${em(12)};
    }

    .by > strong {
      font-weight: 600;
    }

    .by > span {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .text {
      display: -webkit-box;
      margin: ${em(4)} 0 0;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 8;
      white-space: pre-line;
      overflow-wrap: anywhere;
      user-select: text;
    }

    .skipped {
      font-size: ${em(12)};
      text-align: center;
      color: ${color('muted')};
    }

    .more {
      display: flex;
      margin: ${em(12)} auto;
    }

    .open {
      justify-self: start;
    }

    @container (max-inline-size: 18em) {
      .pair {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];

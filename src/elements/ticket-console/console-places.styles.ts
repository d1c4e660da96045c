import { css } from 'lit';
import { color, em } from '../../tokens/tokens.js';

/** What stands where, from one column to all regions side by side. `--mode` tells the element which it is. */
export const places = css`
  .console {
    --mode: single;
    --rail: below;
    display: grid;
    grid-template:
      'menu' auto
      'band' auto
      'main' minmax(0, 1fr)
      'rail' auto / minmax(0, 1fr);
  }

  /* Over the end of the band. */
  .connection {
    grid-area: band;
    align-self: end;
    justify-self: end;
  }

  .menu {
    grid-area: menu;
  }

  .band {
    grid-area: band;
  }

  .list,
  .choice,
  .ticket {
    grid-area: main;
  }

  /* List and ticket take turns. The list keeps its place, and with it how far it was scrolled; presses are the ticket's. */
  .no-ticket > .choice {
    display: none;
  }

  .has-ticket > .list {
    content-visibility: hidden;
    pointer-events: none;
  }

  /* Of the band nothing is left but the calls whose time has come: above the ticket, so that they cover none of it. */
  @container console (inline-size < 66.15em) {
    .has-ticket > .band {
      border-block-end: 0;
    }

    .has-ticket > .band > :not([name='calls']) {
      display: none;
    }
  }

  .has-ticket > .connection {
    grid-area: main;
    align-self: start;
  }

  @container console (max-inline-size: 38.46em) {
    .has-ticket > .menu {
      display: none;
    }

    .menu {
      border-block-end: 1px solid ${color('line')};
    }
  }

  @container console (min-inline-size: 38.46em) {
    .console {
      --mode: narrow;
      --rail: over;
      grid-template:
        'menu band band' auto
        'menu main rail' minmax(0, 1fr) / ${em(52)} minmax(0, 1fr) auto;
    }

    .menu {
      border-inline-end: 1px solid ${color('line')};
    }
  }

  @container console (min-inline-size: 66.15em) {
    .console {
      --mode: medium;
      grid-template:
        'menu band band band band' auto
        'menu list list-splitter ticket rail' minmax(0, 1fr)
        / ${em(52)} minmax(${em(280)}, var(--list)) auto minmax(${em(320)}, 1fr) auto;
    }

    .has-folded-list {
      grid-template-columns: ${em(52)} ${em(25)} auto minmax(${em(320)}, 1fr) auto;
    }

    .list {
      grid-area: list;
    }

    .console > .list {
      content-visibility: visible;
      pointer-events: auto;
    }

    .console > .connection {
      grid-area: band;
      align-self: end;
    }

    .choice,
    .ticket {
      grid-area: ticket;
    }

    .console > .choice {
      display: grid;
    }

    .list-splitter {
      grid-area: list-splitter;
      display: block;
    }
  }

  @container console (min-inline-size: 92.3em) {
    .console {
      --mode: wide;
      grid-template:
        'menu menu-splitter band band band band band band' auto
        'menu menu-splitter list list-splitter info detail-splitter detail rail' auto
        'menu menu-splitter list list-splitter history detail-splitter detail rail' minmax(0, 1fr)
        / var(--menu) auto minmax(${em(280)}, var(--list)) auto minmax(${em(320)}, 1fr) auto
        minmax(${em(280)}, var(--detail)) auto;
    }

    .has-folded-list {
      grid-template-columns:
        var(--menu) auto ${em(25)} auto minmax(${em(320)}, 1fr) auto
        minmax(${em(280)}, var(--detail)) auto;
    }

    .menu {
      border-inline-end: 0;
    }

    .choice {
      grid-row: info-start / history-end;
      grid-column: info-start / detail-end;
    }

    .ticket {
      display: contents;
    }

    .info {
      grid-area: info;
    }

    .ticket > .history {
      grid-area: history;
    }

    .ticket > .detail {
      grid-area: detail;
    }

    .menu-splitter {
      grid-area: menu-splitter;
      display: block;
    }

    .detail-splitter {
      grid-area: detail-splitter;
      display: block;
    }
  }

  @container console (min-inline-size: 108em) {
    .console {
      --rail: beside;
      grid-template-columns:
        var(--menu) auto minmax(${em(240)}, var(--list)) auto minmax(${em(320)}, 1fr) auto
        minmax(${em(260)}, var(--detail)) auto;
    }

    .has-folded-list {
      grid-template-columns:
        var(--menu) auto ${em(25)} auto minmax(${em(320)}, 1fr) auto
        minmax(${em(260)}, var(--detail)) auto;
    }

    /* Its sentence has room beside the buttons of the toolbar. */
    .connection > .short {
      display: none;
    }

    .connection > .long {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      overflow: visible;
      white-space: normal;
    }
  }
`;

import type { TemplateResult } from 'lit';
import { circle, drawn, path, signPaths } from './signs.js';

export { priorityIcon, statusIcon } from './signs.js';

/** Path data by name: the signs of the first screen, and those of what opens late. */
const iconPaths = {
  ...signPaths,
  note: path('M3.5 2h9a1 1 0 0 1 1 1v7l-3.5 4H3.5a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM13.5 10H10v4M5.5 5.5h5M5.5 8.5h3'),
  template: path(
    'M3 2.5h10a.5.5 0 0 1 .5.5v10a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5zM2.5 6h11M5.5 8.5h5M5.5 11h3',
  ),
  trigger: path('M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z'),
  trash: path('M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 6.7v4.3M9.3 6.7v4.3'),
  chevronUp: path('M4 10l4-4 4 4'),
  chevronDown: path('M4 6l4 4 4-4'),
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  copy: path(
    'M6 6V3.5A1.5 1.5 0 0 1 7.5 2h5A1.5 1.5 0 0 1 14 3.5v5a1.5 1.5 0 0 1-1.5 1.5H10M3.5 6h5A1.5 1.5 0 0 1 10 7.5v5A1.5 1.5 0 0 1 8.5 14h-5A1.5 1.5 0 0 1 2 12.5v-5A1.5 1.5 0 0 1 3.5 6z',
  ),
  search: path('M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.3 10.3 14 14'),
  info: path(`${circle}M8 7.5v3.5M8 5v.01`),
  clock: path(`${circle}M8 4.5V8l2.5 1.5`),
  conversation: path(
    'M2.5 2.5h11a.5.5 0 0 1 .5.5v7.5a.5.5 0 0 1-.5.5H8.2L5 14v-3H2.5a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5zM5 5.5h6M5 8h4',
  ),
  mail: path('M2.5 3.5h11a.5.5 0 0 1 .5.5v8a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 2 12V4a.5.5 0 0 1 .5-.5zM2 4.5l6 4.5 6-4.5'),
  person: path('M10.5 5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 14c0-3 2-4.5 5-4.5s5 1.5 5 4.5'),
  reply: path('M6 3 2 7l4 4M2 7h7a5 5 0 0 1 5 5v1'),
  transfer: path('M2.5 5.5h9M8.5 2.5l3 3-3 3M13.5 10.5h-9M7.5 7.5l-3 3 3 3'),
  forward: path('M10 3l4 4-4 4M14 7H7a5 5 0 0 0-5 5v1'),
  clip: path('M13 7.3 7.8 12.5a3.2 3.2 0 0 1-4.5-4.5l5.5-5.5a2.1 2.1 0 0 1 3 3L6.5 10.8a1 1 0 0 1-1.5-1.5l4.7-4.7'),
  image: path(
    'M3 2.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM2 11l3.5-3.5 3 3L11 8l3 3M6.2 5.3v.01',
  ),
  bold: path('M5 3h3.8a2.4 2.4 0 0 1 0 4.9H5zM5 7.9h4.5a2.6 2.6 0 0 1 0 5.1H5zM5 3v10'),
  italic: path('M7 3h5M4 13h5M9.7 3 6.3 13'),
  underline: path('M4.5 2.5v5a3.5 3.5 0 0 0 7 0v-5M3.5 13.5h9'),
  strike: path(
    'M2.5 8h11M11.3 5.2C11 3.6 9.7 2.8 8 2.8c-1.9 0-3.2 1-3.2 2.5 0 .6.2 1.1.6 1.5M4.7 10.6c.3 1.7 1.6 2.6 3.4 2.6 2 0 3.4-1 3.4-2.7 0-.3 0-.5-.1-.7',
  ),
  link: path(
    'M6.8 9.2a2.8 2.8 0 0 0 4 0l2-2a2.8 2.8 0 0 0-4-4l-1 1M9.2 6.8a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4l1-1',
  ),
  bullets: 'M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  numbers: 'M6.5 4H14M6.5 8H14M6.5 12H14M2 3l1-.5V6M2 10.3c.3-.8 1.8-.7 1.7.3 0 .7-1.7 1.4-1.7 2.4h1.9',
  quote: path('M3 4v8M6.5 4.5h7M6.5 8h7M6.5 11.5h4'),
  code: path('M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5M9.3 3 6.7 13'),
  undo: path('M5.5 3 2.5 6l3 3M2.5 6H9a4 4 0 0 1 0 8H6'),
  redo: path('M10.5 3l3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3'),
  record: path(
    'M12.5 7V3a1 1 0 0 0-1-1h-8a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1H7M5 5h5M5 8h2.5M14 11.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM11 10v1.6l1 .7',
  ),
  download: path('M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11'),
  print: path(
    'M4.5 6V2.5h7V6M4.5 11.5h-1A1.5 1.5 0 0 1 2 10V7.5A1.5 1.5 0 0 1 3.5 6h9A1.5 1.5 0 0 1 14 7.5V10a1.5 1.5 0 0 1-1.5 1.5h-1M4.5 9.5h7v4h-7z',
  ),
  keyboard: path(
    'M2.5 4h11a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 6.8h.01M8 6.8h.01M12 6.8h.01M5 9.5h6',
  ),
  restore: path('M2.5 8A5.5 5.5 0 1 0 4.3 3.9M2.5 1.8v3h3'),
  claim: path('M8 1.5v7M4.8 5.5 8 8.7l3.2-3.2M2 9.5v4h12v-4'),
  mask: path(
    'M3 3.5h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM5.3 6.2v3.6M3.8 7.1l3 1.8M6.8 7.1l-3 1.8M10.7 6.2v3.6M9.2 7.1l3 1.8M12.2 7.1l-3 1.8',
  ),
  history: path('M2.5 8A5.5 5.5 0 1 0 4.3 3.9M2.5 1.8v3h3M8 5v3l2 1.5'),
  customer: path(
    'M2.5 3h11a.5.5 0 0 1 .5.5v9a.5.5 0 0 1-.5.5h-11a.5.5 0 0 1-.5-.5v-9a.5.5 0 0 1 .5-.5zM7.2 6.8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM3.5 11c0-1.4.9-2 2.2-2s2.2.6 2.2 2M10 6h2.2M10 8.5h2.2',
  ),
  events: path('M6 3.5h8M6 8h8M6 12.5h8M2.5 3.5h.01M2.5 8h.01M2.5 12.5h.01M2.5 4.5v2.5M2.5 9v2.5'),
  sms: path(
    'M4.5 1.5h7a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM5.7 5h4.6M5.7 7.5h3M7.4 12.2h1.2',
  ),
  chat: path('M2 2.5h8.5v5.7H6L3.6 10.4V8.2H2zM12 5.5h2v6h-1.4v2.2L10 11.5H6.8v-1.2'),
  lock: path('M4 7.5h8a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1zM5 7.5V5a3 3 0 0 1 6 0v2.5'),
} as const satisfies Record<string, string>;

export type IconName = keyof typeof iconPaths;

/** A decorative icon in the colour of the text around it, 16 px at the base size. The word stands beside it. */
export function icon(name: IconName): TemplateResult {
  return drawn(iconPaths[name]);
}

import { css, unsafeCSS, type CSSResult } from 'lit';

/** Light and dark value of each colour role; contrast against the surfaces was checked for every text pair. */
export const roles = {
  canvas: ['#f5f6f8', '#12161c'],
  surface: ['#ffffff', '#181d25'],
  raised: ['#ffffff', '#1f2530'],
  line: ['#e2e5ea', '#2b323d'],
  'line-strong': ['#8a94a3', '#6f7b8b'],
  text: ['#1b2330', '#e7ebf1'],
  muted: ['#566273', '#a0abba'],
  accent: ['#2355d4', '#8fb0ff'],
  'on-accent': ['#ffffff', '#0e1a35'],
  'accent-tint': ['#e9effd', '#1d2a47'],
  selected: ['#dfe8fc', '#233456'],
  danger: ['#b8261a', '#ff9a90'],
  'danger-tint': ['#fdecea', '#3d1f1d'],
  warn: ['#8a5300', '#f0be6a'],
  'warn-tint': ['#fdf3df', '#38290f'],
  ok: ['#17713f', '#7fd6a2'],
  'ok-tint': ['#e6f5ec', '#16331f'],
  violet: ['#6b3fc4', '#c3a6ff'],
  'violet-tint': ['#f1ebfc', '#2d2248'],
  teal: ['#0b6b74', '#7ed3da'],
  'teal-tint': ['#e2f4f5', '#11343a'],
} as const;

export type ColorRole = keyof typeof roles;

/** A colour role as a style value: the page's `--desk-color-<role>`, else ours for light or dark. */
export function color(role: ColorRole): CSSResult {
  const [light, dark] = roles[role];
  return unsafeCSS(`var(--desk-color-${role}, light-dark(${light}, ${dark}))`);
}

/** A colour on white paper, whatever the theme: mails are shown as their sender drew them, and printed lists as ink. */
export function paper(role: ColorRole): CSSResult {
  return unsafeCSS(roles[role][0]);
}

/** What is printed: black alone, so that no printer mixes it of colours. */
export const ink = css`#000`;

const families =
  '"Apple SD Gothic Neo", "Malgun Gothic", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans KR", "Noto Sans CJK KR", "Noto Sans JP"';

/** Family list; Japanese hubs put the Japanese families first, so that Han characters take the right shapes. */
export const font = unsafeCSS(
  `var(--desk-font, "Pretendard Variable", Pretendard, ${families}, system-ui, sans-serif)`,
);
export const fontJapanese = unsafeCSS(
  'var(--desk-font, "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", "Pretendard Variable", Pretendard, ' +
    '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", system-ui, sans-serif)',
);

export const fontSize = css`var(--desk-font-size, 13px)`;
export const radius = css`var(--desk-radius, 6px)`;
export const radiusChip = css`var(--desk-radius-chip, 4px)`;
export const shadow = css`var(--desk-shadow, 0 8px 28px rgb(15 23 42 / 0.18))`;

/** Length of the few movements there are; elements drop it under reduced motion. */
export const motion = css`120ms`;

/** A length drawn at the 13 px base, as em, so that it grows with the page's choice of font size. */
export function em(pixels: number, base = 13): CSSResult {
  return unsafeCSS(`${Number((pixels / base).toFixed(4))}em`);
}

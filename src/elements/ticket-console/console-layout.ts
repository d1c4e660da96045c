import type { ConsoleLayout } from '../../events/console-layout.js';

/** What may be drawn beside what: all regions, ticket regions as tabs, list or ticket, and that in one column. */
export type Mode = 'wide' | 'medium' | 'narrow' | 'single';

/** Regions whose width the agent sets. */
export type Sized = 'menu' | 'list' | 'detail';

export const limits: Readonly<Record<Sized, readonly [least: number, most: number]>> = {
  menu: [48, 320],
  list: [280, 900],
  detail: [280, 720],
};

export const defaultLayout: ConsoleLayout = { menu: null, list: 420, detail: 360, isListFolded: false };

/** As wide as the names of the nine views are in a language. */
export function menuWidth(language: string): number {
  return language === 'ko' ? 192 : 232;
}

/** Below this the menu has no room for names; it is then exactly as wide as its signs. */
const leastNames = 120;

/** A width that a region can have. */
export function fit(region: Sized, width: number): number {
  const [least, most] = limits[region];
  const inside = Math.round(Math.min(Math.max(width, least), most));
  return region === 'menu' && inside < leastNames ? least : inside;
}

/** A layout from anywhere, with what is missing or impossible replaced. */
export function completeLayout(given: Partial<ConsoleLayout> | null | undefined): ConsoleLayout {
  const number = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
  return {
    menu: number(given?.menu) ? fit('menu', given.menu) : null,
    list: fit('list', number(given?.list) ? given.list : defaultLayout.list),
    detail: fit('detail', number(given?.detail) ? given.detail : defaultLayout.detail),
    isListFolded: given?.isListFolded === true,
  };
}

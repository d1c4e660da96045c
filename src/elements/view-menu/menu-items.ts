import type { SignName } from '../../base/signs.js';
import type { SavedView } from '../../domain/preferences.js';
import { isSearch } from '../../domain/search.js';
import { views, type Session, type TicketQuery, type View } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';

/** One line of the menu: a view, or a part of one. */
export interface MenuItem {
  readonly key: string;
  readonly view: View;
  readonly group?: number;
  readonly transfer?: 'issue' | 'dooray';
  readonly label: string;
  /** Parts have no sign of their own and stand in under their view. */
  readonly icon: SignName | null;
  readonly isPart: boolean;
  /** The list that is open is exactly this one. */
  readonly isCurrent: boolean;
}

const icons: Record<View, SignName> = {
  mine_processing: 'processing',
  mine_pending: 'pending',
  mine_resolved: 'resolved',
  mine_completed: 'completed',
  all: 'list',
  unassigned: 'unassigned',
  group: 'people',
  transferred: 'issue_transferred',
  spam: 'spam',
};

/** The lines to show for a list: the nine views, and below the open one its parts. */
export function menuItems(query: TicketQuery | undefined, session: Session | undefined, texts: Texts): MenuItem[] {
  const open = query && isWholeView(query) ? query : undefined;
  return views.flatMap((view) => {
    const isOpen = open?.view === view;
    const parts = isOpen ? partsOf(view, session, texts) : [];
    const isWhole = !parts.some((part) => isSame(part, open));
    return [
      { key: view, view, label: texts.view[view], icon: icons[view], isPart: false, isCurrent: isOpen && isWhole },
      ...parts.map((part) => ({ ...part, isCurrent: isSame(part, open) })),
    ];
  });
}

/** A figure of the board, or a search, is another list than the view that it looks into. */
function isWholeView(query: TicketQuery): boolean {
  return !query.figure && query.unread === undefined && !isSearch(query);
}

/** Key of a saved view's line; those of the service have the names of their views. */
export function savedKey({ id }: Pick<SavedView, 'id'>): string {
  return `saved-${id}`;
}

function isSame(item: Omit<MenuItem, 'isCurrent'>, query: TicketQuery | undefined): boolean {
  return item.view === query?.view && item.group === query.group && item.transfer === query.transfer;
}

/** Only what divides: one group, or one kind of transfer, would repeat the whole view. */
function partsOf(view: View, session: Session | undefined, texts: Texts): Omit<MenuItem, 'isCurrent'>[] {
  const base = { view, icon: null, isPart: true } as const;
  if (view === 'group' && session && session.agent.groups.length > 1) {
    return session.agent.groups.map(({ groupId, name }) => ({
      ...base,
      key: `group-${groupId}`,
      group: groupId,
      label: name,
    }));
  }
  if (view === 'transferred' && session?.capabilities.issueTransfer && session.capabilities.dooray) {
    return [
      { ...base, key: 'issue', transfer: 'issue', label: texts.viewMenu.issue },
      { ...base, key: 'dooray', transfer: 'dooray', label: texts.viewMenu.dooray },
    ];
  }
  return [];
}

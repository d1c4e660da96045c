/** The list was folded away or came back. A notice of one element about itself, so it does not bubble. */
export class ListCollapseNotice extends Event {
  static readonly type = 'desk-list-collapse';
  constructor(readonly collapsed: boolean) {
    super(ListCollapseNotice.type);
  }
}

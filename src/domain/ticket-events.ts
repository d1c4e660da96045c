/** Everything that the log of a ticket can tell. A server may know more kinds; a page shows those in general words. */
export const eventKinds = [
  'created',
  'claimed',
  'forwarded',
  'assigned',
  'group_set',
  'category_changed',
  'priority_changed',
  'handling_type_changed',
  'field_changed',
  'customer_changed',
  'customer_wrote',
  'automatic_mail',
  'followed',
  'resolved',
  'held',
  'commented',
  'resolved_internally',
  'completed',
  'restored',
  'deleted',
  'starred',
  'unstarred',
  'mail_withdrawn',
  'mail_retried',
  'masked',
  'unmasked',
  'mask_purged',
  'trigger_without_agent',
  'trigger_without_group',
  'notice_queued',
  'notice_failed',
  'callback_queued',
  'callback_failed',
] as const;
export type EventKind = (typeof eventKinds)[number];

export function isEventKind(kind: string): kind is EventKind {
  return (eventKinds as readonly string[]).includes(kind);
}

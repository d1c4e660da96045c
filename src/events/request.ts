/**
 * What a user wants, told upwards. Every request bubbles, crosses shadow roots and can be cancelled: the page may log
 * it, veto it, or do it in its own way; what nobody cancels the hub does.
 */
export abstract class DeskRequest extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

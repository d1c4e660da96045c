/** The hub knows its agent and its texts; what stands in it can be used. It does not bubble: pages may nest. */
export class HubReady extends Event {
  static readonly type = 'desk-hub-ready';
  constructor() {
    super(HubReady.type);
  }
}

/** The page's callback gave the hub no token. Unsent text is kept meanwhile. */
export class HubSignedOut extends Event {
  static readonly type = 'desk-hub-signed-out';
  constructor() {
    super(HubSignedOut.type);
  }
}

// Routing belongs to the page, not to the kit: this one keeps the open ticket in its address, so that a reload or a
// copied link opens it again.
const name = 'ticket';
const kit = '/kit/deskparts.js';

/** @param {Element} hub */
export function keepInAddress(hub) {
  hub.addEventListener('desk-ticket-select-request', (event) => {
    const { ticketId } = /** @type {Event & { ticketId: string | null }} */ (event);
    const address = new URL(location.href);
    if (ticketId) address.searchParams.set(name, ticketId);
    else address.searchParams.delete(name);
    window.history.replaceState(null, '', address);
  });
  hub.addEventListener('desk-hub-ready', () => void openFromAddress(hub), { once: true });
}

/** @param {Element} hub */
async function openFromAddress(hub) {
  const ticketId = new URLSearchParams(location.search).get(name);
  if (!ticketId) return;
  const { TicketSelectRequest } = /** @type {typeof import('../../src/index.js')} */ (await import(kit));
  hub.dispatchEvent(new TicketSelectRequest(ticketId));
}

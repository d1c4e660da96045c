// Routing belongs to the page, not to the kit: this one keeps the list and the open ticket in its address, so that a
// reload or a copied link opens them again.
const ticketName = 'ticket';
const listName = 'list';
const kit = '/kit/deskparts.js';

/** @param {Element} hub */
export function keepInAddress(hub) {
  const list = read(listName);
  if (list) hub.setAttribute('search', list);
  hub.addEventListener('desk-search-change', (event) => {
    const { search } = /** @type {Event & { search: string }} */ (event);
    write(listName, search);
  });
  hub.addEventListener('desk-ticket-select-request', (event) => {
    const { ticketId } = /** @type {Event & { ticketId: string | null }} */ (event);
    write(ticketName, ticketId);
  });
  hub.addEventListener('desk-hub-ready', () => void openFromAddress(hub), { once: true });
}

/** @param {Element} hub */
async function openFromAddress(hub) {
  const ticketId = read(ticketName);
  if (!ticketId) return;
  const { TicketSelectRequest } = /** @type {typeof import('../../src/index.js')} */ (await import(kit));
  hub.dispatchEvent(new TicketSelectRequest(ticketId));
}

/** @param {string} name */
function read(name) {
  return new URLSearchParams(location.search).get(name);
}

/**
 * @param {string} name
 * @param {string | null} value
 */
function write(name, value) {
  const address = new URL(location.href);
  if (value) address.searchParams.set(name, value);
  else address.searchParams.delete(name);
  window.history.replaceState(null, '', address);
}

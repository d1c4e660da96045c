const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new ticket number: `T`, the time in 13 digits, and five letters or digits by chance. */
export function newTicketId(now: number): string {
  const chance = new Uint8Array(32);
  let tail = '';
  while (tail.length < 5) {
    crypto.getRandomValues(chance);
    // Values past the last whole round of letters would make the first letters likelier.
    const fair = [...chance].filter((byte) => byte < letters.length * 4);
    tail += fair.map((byte) => letters[byte % letters.length]).join('');
  }
  return `T${String(now).padStart(13, '0')}${tail.slice(0, 5)}`;
}

/** A place in the event log. Events are read in this order, so one committed late can not slip in before another. */
export interface EventPosition {
  /** Number of the transaction, as text. */
  readonly xid: string;
  readonly id: number;
}

/** Digits of the id inside a written position: positions are whole numbers that only grow. */
const idDigits = 12;
export const lastId = 10 ** idDigits - 1;

export function writePosition({ xid, id }: EventPosition): string {
  return `${xid}${String(id).padStart(idDigits, '0')}`;
}

export function readPosition(text: string): EventPosition | undefined {
  if (!/^[1-9]\d{12,30}$/.test(text)) return undefined;
  return { xid: text.slice(0, -idDigits), id: Number(text.slice(-idDigits)) };
}

export function isAfter(a: EventPosition, b: EventPosition): boolean {
  return BigInt(writePosition(a)) > BigInt(writePosition(b));
}

import { customType } from 'drizzle-orm/pg-core';

/** Bytes, read as a `Uint8Array` by both drivers. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

/** A transaction's number. Text in the code: it does not fit a JavaScript number. */
export const xid8 = customType<{ data: string; driverData: string }>({
  dataType: () => 'xid8',
  fromDriver: String,
});

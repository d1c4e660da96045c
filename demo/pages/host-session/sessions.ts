import type { Employee } from './employees.js';

/** Longest time that somebody stays signed in, in milliseconds. */
const lifetime = 8 * 3_600_000;

interface Session {
  readonly employee: Employee;
  readonly until: number;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Who is signed in. In memory: several processes would share a table or a cache. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  constructor(private readonly now: () => number) {}

  /** The ID is new with every sign-in, so one that somebody planted before is worth nothing. */
  begin(employee: Employee): string {
    for (const [id, { until }] of this.#sessions) if (until <= this.now()) this.#sessions.delete(id);
    const id = newId();
    this.#sessions.set(id, { employee, until: this.now() + lifetime });
    return id;
  }

  find(id: string | undefined): Employee | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id);
    return session && session.until > this.now() ? session.employee : undefined;
  }

  end(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(id);
  }
}

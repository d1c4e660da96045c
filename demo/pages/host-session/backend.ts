// The server of an intranet that has a session of its own: it signs its people in and out, and gives the console's page a
// token of the agent that the signed-in employee is. Nothing here but `deskparts/server` belongs to the kit.
import { ServerCallError, type ServerClient } from '../../../src/server/index.js';
import { signIn, type Employee } from './employees.js';
import { Sessions } from './sessions.js';

export interface HostOptions {
  /** Made once, with the service key from the environment: the key never leaves this server. */
  readonly desk: Pick<ServerClient, 'mintAgentToken'>;
  /** Where its pages are, as browsers see it: `https://intranet.example.com`. Behind a proxy no request says so reliably. */
  readonly origins: readonly string[];
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Largest body that is read, in bytes. */
const mostBytes = 2_000;

function answer(status: number, content?: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers };
  return content === undefined
    ? new Response(null, { status, headers: all })
    : Response.json(content, { status, headers: all });
}

/** A body that does not say how long it is could go on for ever. */
async function fieldsOf(request: Request): Promise<Fields | undefined> {
  const length = request.headers.get('Content-Length');
  if (!length || !(Number(length) <= mostBytes)) return undefined;
  const parsed: unknown = await request.json().catch(() => undefined);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Fields) : undefined;
}

/** What a page may know of who is signed in. */
function shown({ number, name, usercode }: Employee): Fields {
  return { number, name, isAgent: usercode !== undefined };
}

class Host {
  readonly #desk: HostOptions['desk'];
  readonly #origins: readonly string[];
  readonly #sessions: Sessions;
  /** By HTTPS the name binds the cookie to this very host; without, as on a developer's machine, browsers refuse that name. */
  readonly #cookieName: string;

  constructor({ desk, origins, now = Date.now }: HostOptions) {
    this.#desk = desk;
    this.#origins = origins.map((origin) => new URL(origin).origin);
    this.#sessions = new Sessions(now);
    this.#cookieName = this.#origins.every((origin) => origin.startsWith('https:')) ? '__Host-intranet' : 'intranet';
  }

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET' && pathname === '/host-session/me') return this.#me(request);
    if (request.method !== 'POST') return answer(404);
    if (!this.#isOwnPage(request)) return answer(403);
    const fields = await fieldsOf(request);
    if (!fields) return answer(400);
    switch (pathname) {
      case '/host-session/sign-in':
        return this.#signIn(request, fields);
      case '/host-session/sign-out':
        return this.#signOut(request);
      case '/host-session/token':
        return this.#token(request, fields);
      default:
        return answer(404);
    }
  }

  #me(request: Request): Response {
    const employee = this.#sessions.find(this.#sessionId(request));
    return answer(200, employee ? shown(employee) : null);
  }

  #signIn(request: Request, { number, password }: Fields): Response {
    const employee = signIn(String(number), String(password));
    if (!employee) return answer(401);
    this.#sessions.end(this.#sessionId(request));
    const id = this.#sessions.begin(employee);
    return answer(200, shown(employee), { 'Set-Cookie': this.#cookie(id, 8 * 3_600) });
  }

  #signOut(request: Request): Response {
    this.#sessions.end(this.#sessionId(request));
    return answer(204, undefined, { 'Set-Cookie': this.#cookie('', 0) });
  }

  /**
   * For whom, the session alone says: nothing that the page sends could make somebody another agent. The page says whom it
   * shows, and gets nothing where that is somebody else: its tickets would be answered in the wrong name.
   */
  async #token(request: Request, { reason, number }: Fields): Promise<Response> {
    const employee = this.#sessions.find(this.#sessionId(request));
    if (!employee) return answer(401);
    if (number !== employee.number) return answer(409);
    if (!employee.usercode) return answer(403);
    try {
      return answer(200, await this.#desk.mintAgentToken(employee.usercode, { fresh: reason === 'refused' }));
    } catch (error) {
      if (!(error instanceof ServerCallError)) throw error;
      // 404: the support service has no such agent, or not any more.
      return answer(error.resultCode === 404 ? 403 : 502);
    }
  }

  /**
   * Whether a page of this very site asks. Browsers say with every POST where it comes from, and a form of another site cannot
   * send JSON: either would do against forged calls, and the cookie's `SameSite` too.
   */
  #isOwnPage(request: Request): boolean {
    const isJson = /^application\/json\b/i.test(request.headers.get('Content-Type') ?? '');
    return isJson && this.#origins.includes(request.headers.get('Origin') ?? '');
  }

  /** Not to be read by scripts, not sent by other sites. */
  #cookie(value: string, seconds: number): string {
    const secure = this.#cookieName.startsWith('__Host-') ? '; Secure' : '';
    return `${this.#cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
  }

  #sessionId(request: Request): string | undefined {
    const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/);
    const start = `${this.#cookieName}=`;
    return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
  }
}

/** Answers what stands below `/host-session/`. Any server that speaks `Request` and `Response` can mount it. */
export function hostWithSession(options: HostOptions): (request: Request) => Promise<Response> {
  const host = new Host(options);
  return (request) => host.answer(request);
}

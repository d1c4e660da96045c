import { addressRange } from './http/address-range.js';

/** What the environment says about this process. */
export interface NodeSettings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Where masked words are kept; undefined: in the data folder. */
  readonly vaultUrl: string | undefined;
  /** The keys of the vault, or the file that holds them. */
  readonly vaultKey: string | undefined;
  readonly vaultKeyFile: string;
  readonly smtpUrl: string | undefined;
  /** Where Dooray!'s Open API is; undefined: the stand-in of the demo takes its place. */
  readonly doorayBaseUrl: string | undefined;
  readonly publicOrigin: string;
  readonly allowedOrigins: readonly string[];
  /** Addresses and ranges of proxies that name who called them. */
  readonly trustedProxies: readonly string[];
  readonly production: boolean;
  /** Number of demo tickets for an empty database; undefined: not even the organisation. */
  readonly seedTickets: number | undefined;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number, highest: number): number {
  const value = text ? Number(text) : otherwise;
  if (!Number.isInteger(value) || value < 0 || value > highest) {
    throw new Error(`${name} must be a whole number from 0 to ${highest}, not "${text}".`);
  }
  return value;
}

const listed = (text: string | undefined): string[] => (text ?? '').split(',').flatMap((one) => one.trim() || []);

function proxies(text: string | undefined): readonly string[] {
  const entries = listed(text);
  const wrong = entries.find((entry) => !addressRange(entry));
  if (wrong === undefined) return entries;
  throw new Error(`TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.0/8, not "${wrong}".`);
}

/** Reads the environment; says what is wrong with it in one sentence. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): NodeSettings {
  const port = wholeNumber('PORT', environment['PORT'], 8787, 65_535);
  const host = environment['HOST'] || '127.0.0.1';
  const publicOrigin = environment['PUBLIC_ORIGIN'] || `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const production = environment['NODE_ENV'] === 'production';
  if (production && !environment['PUBLIC_ORIGIN'])
    throw new Error(
      'PUBLIC_ORIGIN must name the address under which customers reach the server, as https://desk.example.',
    );
  const tickets = wholeNumber('SEED_TICKETS', environment['SEED_TICKETS'], 2_000, 10_000_000);
  const dataFolder = environment['DATA_DIR'] || '.data';
  const databaseUrl = environment['DATABASE_URL'] || undefined;
  const vaultUrl = environment['VAULT_DATABASE_URL'] || undefined;
  if (vaultUrl && vaultUrl === databaseUrl)
    throw new Error('VAULT_DATABASE_URL must name another database than DATABASE_URL.');
  return {
    port,
    host,
    publicOrigin,
    production,
    dataFolder,
    databaseUrl,
    vaultUrl,
    vaultKey: environment['VAULT_KEY'] || undefined,
    vaultKeyFile: environment['VAULT_KEY_FILE'] || `${dataFolder}/vault/key`,
    smtpUrl: environment['SMTP_URL'] || undefined,
    doorayBaseUrl: environment['DOORAY_BASE_URL'] || (production ? 'https://api.dooray.com' : undefined),
    allowedOrigins: listed(environment['ALLOWED_ORIGINS']),
    trustedProxies: proxies(environment['TRUSTED_PROXIES']),
    seedTickets: production ? undefined : environment['SEED'] === 'none' ? 0 : tickets,
  };
}

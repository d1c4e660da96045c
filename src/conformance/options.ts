import { parseArgs } from 'node:util';
import type { Target } from './run.js';

/** How the suite was called. */
export interface Options {
  readonly target: Target;
  readonly only: readonly string[];
  readonly except: readonly string[];
  /** File of the report as JSON. */
  readonly json: string | undefined;
  readonly force: boolean;
  /** Whether what the rules made stays there. */
  readonly keep: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The command line is wrong: nothing was sent. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: deskparts-conformance --url URL --service ID --key KEY --organization ORG --agent USERCODE [options]

  --url URL                where the server is, without the service: https://desk.example
  --service ID             service on which the suite works; best one that has nothing else to do
  --key KEY                its service key; or the environment variable CONFORMANCE_KEY
  --organization ORG       ID of its organisation
  --agent USERCODE         an agent at work, best one in two groups who may forward, mask and reveal

  --second-agent USERCODE  an agent without those permissions: what must be refused
  --admin USERCODE         an administrator with every permission: completing, deleting, unmasking, cleaning up
  --organization-key KEY   API key of the organisation, for member linkage; or CONFORMANCE_ORGANIZATION_KEY
  --other-service ID, --other-key KEY (or CONFORMANCE_OTHER_KEY), --other-agent USERCODE
                           a second service of the organisation: what one must not see of the other
  --inquiry-limit NUMBER   most inquiries from one address until 1001 or 1002 must come, where the suite cannot set
                           the limit itself (60)

  --only RULE              only these rules: A.auth, B.masks.reveal; as often as needed
  --except RULE            not these rules
  --json FILE              writes the report as JSON, too
  --timeout SECONDS        longest wait for an answer (30)
  --force                  also against a server that does not announce itself as a test server
  --keep                   leaves what it made, for looking at a failure
  --list                   tells the rules and ends
  --help                   tells this and ends

Exit code: 0 every rule passed, 1 a rule failed, 2 nothing could be run, 3 none failed but some were left out.
`;

const texts = [
  'url',
  'service',
  'key',
  'organization',
  'agent',
  'second-agent',
  'admin',
  'organization-key',
  'other-service',
  'other-key',
  'other-agent',
  'inquiry-limit',
  'json',
  'timeout',
] as const;
type TextOption = (typeof texts)[number];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        ...(Object.fromEntries(texts.map((name) => [name, { type: 'string' }])) as Record<
          TextOption,
          { type: 'string' }
        >),
        only: { type: 'string', multiple: true },
        except: { type: 'string', multiple: true },
        force: { type: 'boolean' },
        keep: { type: 'boolean' },
        list: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function urlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`--url is no address: ${text}`);
  if (url.search || url.hash || url.username) throw new UsageError('--url has more than an origin and a path');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 10_000) return value;
  throw new UsageError(`--${name} must be a whole number from 1 to 10000, not "${text}"`);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line. `list` and `help` end before anything else is asked for. */
export function readOptions(args: readonly string[], environment: Environment): Options | 'list' | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  if (values.list) return 'list';
  const needed = (name: TextOption, otherwise?: string): string => {
    const value = values[name] || otherwise;
    if (!value) throw new UsageError(`--${name} is missing`);
    return value;
  };
  const optional = (name: TextOption, otherwise?: string): string | undefined => values[name] || otherwise || undefined;
  const serviceId = needed('service');
  if (!/^[A-Za-z0-9_-]+$/.test(serviceId)) throw new UsageError(`--service is no ID of a service: ${serviceId}`);
  return {
    target: {
      url: urlOf(needed('url')),
      serviceId,
      organizationId: needed('organization'),
      key: needed('key', environment['CONFORMANCE_KEY']),
      organizationKey: optional('organization-key', environment['CONFORMANCE_ORGANIZATION_KEY']),
      agent: needed('agent'),
      secondAgent: optional('second-agent'),
      admin: optional('admin'),
      other:
        values['other-service'] === undefined
          ? undefined
          : {
              serviceId: needed('other-service'),
              key: needed('other-key', environment['CONFORMANCE_OTHER_KEY']),
              agent: needed('other-agent'),
            },
      inquiryLimit: numberOf('inquiry-limit', values['inquiry-limit'], 60),
    },
    only: values.only ?? [],
    except: values.except ?? [],
    json: optional('json'),
    force: values.force ?? false,
    keep: values.keep ?? false,
    timeout: numberOf('timeout', values.timeout, 30) * 1000,
  };
}

import { eq, lte, sql } from 'drizzle-orm';
import {
  boardChannels,
  type BoardChannel,
  type ToldChannels,
  type ToldFigures,
} from '../../../src/domain/channel-board.js';
import type { Capabilities } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { channelFigures, services } from '../db/schema.js';
import { invalid } from '../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';
import { emit } from './events.js';

/** Figures that nobody told anew for so long are old, in milliseconds. */
export const staleAfter = 60_000;

export interface Feed extends Readonly<Partial<Record<BoardChannel, ToldFigures | undefined>>> {
  /** When the figures were true, by the clock of who tells them: what comes late does not replace what is newer. */
  readonly at: number;
}

/** Keeps what a telephone or chat system tells, and lets the pages know. */
export async function keepFigures(tx: Tx, context: ServiceContext, feed: Feed): Promise<{ kept: boolean }> {
  const serviceId = serviceOf(context);
  const told = boardChannels.filter((channel) => feed[channel] !== undefined);
  const capabilities = await capabilitiesOf(tx, serviceId);
  for (const channel of told)
    if (!capabilities[channel]) throw invalid(channel, 'switched_off', 'The service does not have this channel');
  if (told.length === 0) throw invalid('phone', 'required', 'Figures of phone or chat are needed');
  const rows = told.map((channel) => ({
    serviceId,
    channel,
    figures: feed[channel] ?? {},
    at: feed.at,
    toldAt: context.now,
  }));
  const kept = await tx
    .insert(channelFigures)
    .values(rows)
    .onConflictDoUpdate({
      target: [channelFigures.serviceId, channelFigures.channel],
      set: { figures: sql`excluded.figures`, at: sql`excluded.at`, toldAt: context.now },
      setWhere: lte(channelFigures.at, sql`excluded.at`),
    })
    .returning({ channel: channelFigures.channel });
  if (kept.length > 0) await emit(tx, context, { topic: 'channel' });
  return { kept: kept.length > 0 };
}

/** The figures that were told last, of the channels that the service has. */
export async function readFigures(tx: Tx, context: AgentContext): Promise<ToldChannels> {
  const rows = await tx
    .select()
    .from(channelFigures)
    .where(eq(channelFigures.serviceId, serviceOf(context)));
  const { capabilities } = context.session;
  const stateOf = (channel: BoardChannel): ToldChannels[BoardChannel] => {
    const row = rows.find((one) => one.channel === channel);
    return row && capabilities[channel] ? { figures: row.figures, age: Math.max(0, context.now - row.toldAt) } : null;
  };
  return { phone: stateOf('phone'), chat: stateOf('chat'), staleAfter };
}

async function capabilitiesOf(tx: Tx, serviceId: string): Promise<Pick<Capabilities, BoardChannel>> {
  const [row] = await tx
    .select({ capabilities: services.capabilities })
    .from(services)
    .where(eq(services.serviceId, serviceId));
  return row?.capabilities ?? { phone: false, chat: false };
}

/** Figures of telephone and chat, in the order in which a board shows them. */
export const channelFigures = [
  'waitingCustomers',
  'waitingAgents',
  'answeringIn',
  'answeringOut',
  'answering',
  'agents',
  'answerRate',
  'serviceLevel',
] as const;
export type ChannelFigure = (typeof channelFigures)[number];

/** Of these a share is told, in per cent; the others are numbers of people. */
export const channelRates: ReadonlySet<ChannelFigure> = new Set(['answerRate', 'serviceLevel']);

export const boardChannels = ['phone', 'chat'] as const;
/** A channel whose figures another system tells. */
export type BoardChannel = (typeof boardChannels)[number];

/** Which figures a channel has. A conversation by telephone begins on one of two sides. */
export const figuresOf: Readonly<Record<BoardChannel, readonly ChannelFigure[]>> = {
  phone: channelFigures.filter((figure) => figure !== 'answering'),
  chat: channelFigures.filter((figure) => figure !== 'answeringIn' && figure !== 'answeringOut'),
};

/** Those that were told; null where there is nothing to count a rate of. */
export type ToldFigures = Readonly<Partial<Record<ChannelFigure, number | null>>>;

/** What a channel was told last. */
export interface ChannelState {
  readonly figures: ToldFigures;
  /** Milliseconds since it was told, by the server's clock. */
  readonly age: number;
}

/** Null for a channel that the service does not have, or of which nothing was told yet. */
export interface ToldChannels {
  readonly phone: ChannelState | null;
  readonly chat: ChannelState | null;
  /** Age in milliseconds from which on figures are old. */
  readonly staleAfter: number;
}

import type { ToldFigures } from '../src/domain/channel-board.js';

/** How often the systems of the demo tell their figures, in milliseconds. */
const every = 15_000;

interface ChannelFeed {
  readonly at: number;
  readonly phone: ToldFigures;
  readonly chat: ToldFigures;
}

/**
 * Plays the telephone and the chat system of a demo: figures that go up and down, told as such systems tell them, by signed
 * calls. Answers with what ends it.
 */
export function playChannels(tell: (feed: ChannelFeed) => Promise<unknown>): () => void {
  let waiting = 3;
  const go = (): void => {
    waiting = Math.max(0, Math.min(12, waiting + Math.round(Math.random() * 4 - 2)));
    // What comes to nothing is told anew soon.
    tell({ at: Date.now(), phone: phoneWith(waiting), chat: chatWith(waiting) }).catch(() => undefined);
  };
  go();
  const timer = setInterval(go, every);
  return () => clearInterval(timer);
}

function phoneWith(waiting: number): ToldFigures {
  return {
    agents: 18,
    waitingCustomers: waiting,
    waitingAgents: Math.max(0, 4 - waiting),
    answeringIn: Math.min(14, 10 + waiting),
    answeringOut: 2,
    answerRate: 97 - waiting,
    serviceLevel: 92 - waiting * 2,
  };
}

function chatWith(waiting: number): ToldFigures {
  return {
    agents: 9,
    waitingCustomers: Math.floor(waiting / 2),
    waitingAgents: 2,
    answering: 11 + waiting,
    answerRate: 98,
  };
}

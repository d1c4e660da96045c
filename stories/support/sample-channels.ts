import type { LiveChannel } from '../../src/base/hub-context.js';

/** Figures of telephone and chat that were told so many milliseconds ago; they are old after one minute. */
export function sampleChannels(age = 5_000): { readonly phone: LiveChannel; readonly chat: LiveChannel } {
  const toldAt = performance.now() - age;
  const times = { toldAt, staleAt: toldAt + 60_000 };
  const phone = {
    agents: 24,
    waitingCustomers: 7,
    waitingAgents: 3,
    answeringIn: 15,
    answeringOut: 4,
    answerRate: 91.4,
    serviceLevel: 83,
  };
  const chat = { agents: 12, waitingCustomers: 2, waitingAgents: 4, answering: 18, answerRate: 96 };
  return { phone: { figures: phone, ...times }, chat: { figures: chat, ...times } };
}

// Those who ask, in a process of their own: what asking costs must not be taken from the server that answers.
import { Agent, get } from 'node:http';
import type { Asked, Ask } from './ask.js';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

function once(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let size = 0;
      answer.on('data', (part: Buffer) => (size += part.length));
      answer.on('error', reject);
      answer.on('end', () => (answer.statusCode === 200 ? resolve(size) : reject(new Error(`${answer.statusCode}`))));
    }).on('error', reject);
  });
}

/** All ask again as soon as they are answered, until the time is over. */
async function pace({ url, headers, askers, milliseconds, pause }: Ask): Promise<Asked> {
  const waits: number[] = [];
  let bytes = 0;
  const began = performance.now();
  const asker = async () => {
    while (performance.now() - began < milliseconds) {
      const asked = performance.now();
      bytes = await once(url, headers);
      waits.push(performance.now() - asked);
      if (pause !== undefined) await new Promise((done) => setTimeout(done, pause));
    }
  };
  await Promise.all(Array.from({ length: askers }, asker));
  return { answers: waits.length, waits, bytes, milliseconds: performance.now() - began };
}

process.on('message', (ask: Ask) => {
  pace(ask).then(
    (asked) => process.send?.(asked),
    (error: unknown) => process.send?.({ failure: String(error) }),
  );
});

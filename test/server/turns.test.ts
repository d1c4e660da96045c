import { afterEach, describe, expect, it, vi } from 'vitest';
import { Turns } from '../../demo/server/services/turns.js';

/** Work that ends when it is told to. */
function work() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const begun: string[] = [];
  return { begun, end: () => end(), at: (name: string) => () => (begun.push(name), ended) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  afterEach(() => void vi.useRealTimers());

  it('lets so many work at once, the others in the order in which they came', async () => {
    const turns = new Turns({ usually: 2, meanwhile: 1 });
    const [first, others] = [work(), work()];
    void turns.take(first.at('a'));
    for (const name of ['b', 'c', 'd']) void turns.take(others.at(name));
    await settled();
    expect([first.begun, others.begun]).toEqual([['a'], ['b']]);
    first.end();
    await settled();
    expect(others.begun).toEqual(['b', 'c']);
    others.end();
    await settled();
    expect(others.begun).toEqual(['b', 'c', 'd']);
  });

  it('lets fewer begin beside work that comes first, and all again after it', async () => {
    const turns = new Turns({ usually: 3, meanwhile: 1 });
    const [agent, customers] = [work(), work()];
    const done = turns.before(agent.at('agent'));
    for (const name of ['a', 'b', 'c', 'd']) void turns.take(customers.at(name));
    await settled();
    expect([agent.begun, customers.begun]).toEqual([['agent'], ['a']]);
    agent.end();
    await done;
    await settled();
    expect(customers.begun).toEqual(['a', 'b', 'c']);
  });

  it('rests after each beside work that comes first, in proportion to the turn and never long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const turns = new Turns({ usually: 1, meanwhile: 1 });
    const agent = work();
    void turns.before(agent.at('agent'));
    const begun: string[] = [];
    const lasting = (name: string, milliseconds: number) => () => {
      begun.push(name);
      return new Promise<void>((end) => setTimeout(end, milliseconds));
    };
    for (const [name, milliseconds] of [
      ['a', 10],
      ['b', 5_000],
      ['c', 0],
    ] as const)
      void turns.take(lasting(name, milliseconds));
    await vi.advanceTimersByTimeAsync(39);
    expect(begun).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['a', 'b']);
    await vi.advanceTimersByTimeAsync(5_049);
    expect(begun).toEqual(['a', 'b']);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('gives the turn on when work fails', async () => {
    const turns = new Turns({ usually: 1, meanwhile: 1 });
    const failed = turns.take(() => Promise.reject(new Error('lost')));
    const next = turns.take(() => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('lost');
    expect(await next).toBe('next');
    await expect(turns.before(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await Promise.all([turns.take(async () => 1), turns.take(async () => 2)])).toEqual([1, 2]);
  });
});

import { expect } from '@open-wc/testing';
import { PersonalDataSearch } from '../../src/hub/personal-data-search.js';

const text = '연락처는 010-1234-5678 입니다';
const phone = [{ start: 5, length: 13, category: 'phone' }];
const never = new AbortController().signal;

/** The worker from its source, and what became of it. */
class SourceWorker extends Worker {
  isEnded = false;
  asked = 0;

  constructor(file = '/src/hub/personal-data-worker.ts') {
    super(file, { type: 'module' });
  }

  override postMessage(message: unknown): void {
    this.asked++;
    super.postMessage(message);
  }

  override terminate(): void {
    this.isEnded = true;
    super.terminate();
  }
}

async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

describe('the search for personal data', () => {
  let owner: AbortController;
  let workers: SourceWorker[];

  const start = (file?: string) => (): Worker => {
    const worker = new SourceWorker(file);
    workers.push(worker);
    return worker;
  };

  beforeEach(() => {
    owner = new AbortController();
    workers = [];
  });

  afterEach(() => owner.abort());

  it('asks one worker for every text, and hears the patterns of the service', async () => {
    const search = new PersonalDataSearch(owner.signal, start());
    const [found, own] = await Promise.all([
      search.find(text, [], never),
      search.find('EMP-123456', [{ label: '사번', pattern: 'EMP-######' }], never),
    ]);
    expect(found).to.deep.equal(phone);
    expect(own).to.deep.equal([{ start: 0, length: 10, category: 'custom', label: '사번' }]);
    expect(workers.map(({ asked }) => asked)).to.deep.equal([2]);
  });

  it('starts nothing before it is asked, and ends the worker with its owner', async () => {
    const search = new PersonalDataSearch(owner.signal, start());
    expect(workers).to.be.empty;
    const waiting = reasonOf(search.find(text, [], never));
    owner.abort('over');
    expect(await waiting).to.equal('over');
    expect(workers.map(({ isEnded }) => isEnded)).to.deep.equal([true]);
  });

  it('looks in the page where no worker may be started', async () => {
    const search = new PersonalDataSearch(owner.signal, () => {
      throw new DOMException('not here', 'SecurityError');
    });
    expect(await search.find(text, [], never)).to.deep.equal(phone);
  });

  it('looks in the page where the worker cannot be loaded, also for what was asked before', async () => {
    const broken = URL.createObjectURL(new Blob(['throw new Error("broken")'], { type: 'text/javascript' }));
    const search = new PersonalDataSearch(owner.signal, start(broken));
    const long = `${'words and words\n'.repeat(10_000)}${text}`;
    const [first, second] = await Promise.all([search.find(text, [], never), search.find(long, [], never)]);
    expect(first).to.deep.equal(phone);
    expect(second[0]?.start).to.equal(160_005);
    expect(await search.find(text, [], never)).to.deep.equal(phone);
    expect(workers.map(({ isEnded }) => isEnded)).to.deep.equal([true]);
  });

  it('looks in the page for what the worker could not look through', async () => {
    const code = 'onmessage = ({ data }) => postMessage({ id: data.id, findings: null })';
    const failing = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const search = new PersonalDataSearch(owner.signal, start(failing));
    expect(await search.find(text, [], never)).to.deep.equal(phone);
    expect(workers.map(({ isEnded }) => isEnded)).to.deep.equal([false]);
  });

  it('hears of a text that breaks the search, and goes on with the next', async () => {
    const search = new PersonalDataSearch(owner.signal, start());
    const broken = search.find(null as never, [], never);
    expect(await reasonOf(broken)).to.be.instanceOf(TypeError);
    expect(await search.find(text, [], never)).to.deep.equal(phone);
  });

  it('gives up what nobody waits for, and goes on with the next', async () => {
    const search = new PersonalDataSearch(owner.signal, start());
    const given = new AbortController();
    const waiting = reasonOf(search.find('010-1234-5678\n'.repeat(50_000), [], given.signal));
    given.abort('gone');
    expect(await waiting).to.equal('gone');
    expect(await reasonOf(search.find(text, [], given.signal))).to.equal('gone');
    expect(await search.find(text, [], never)).to.deep.equal(phone);
  });
});

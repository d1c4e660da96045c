import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Job } from '../../src/domain/bulk.js';
import { JobStatus } from '../../src/elements/job-status/job-status.js';
import { JobShowNotice } from '../../src/events/job-show.js';
import { sampleJob } from '../../stories/support/sample-runs.js';
import { ready, sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';

async function show(hub: FakeHub): Promise<{ line: JobStatus; shown: string[] }> {
  await import('../../src/elements/job-status/define.js');
  const line = await inHub<JobStatus>(hub, '<job-status></job-status>');
  const shown: string[] = [];
  line.addEventListener(JobShowNotice.type, (event) => shown.push((event as JobShowNotice).jobId));
  return { line, shown };
}

async function jobs(hub: FakeHub, line: JobStatus, ...changes: Partial<Job>[]): Promise<void> {
  hub.bulk.$jobs.set(ready(changes.map((change) => sampleJob(change))));
  await line.updateComplete;
}

const said = (line: JobStatus): string => nameOf(one(line, '[role=status]'));

describe('job-status', () => {
  it('is not defined by importing the class', () => {
    expect(JobStatus.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/job-status/define.js');
    expect(textOf(await fixture(html`<job-status></job-status>`))).to.equal('');
  });

  it('shows nothing without a run, and nothing of one that ended before', async () => {
    const hub = sampleHub();
    const { line } = await show(hub);
    await jobs(hub, line, { state: 'done' });
    expect(all(line, 'button')).to.have.lengthOf(0);
  });

  it('shows how far a run is, and says aloud only its beginning and its end', async () => {
    const hub = sampleHub();
    const { line } = await show(hub);
    await jobs(hub, line, { succeeded: 0, failed: 0 });
    expect(said(line)).to.equal('해결 일괄처리를 시작했습니다. 모두 300건입니다.');
    await jobs(hub, line, { succeeded: 118, failed: 2 });
    expect(textOf(line)).to.contain('일괄처리 120/300');
    expect(said(line)).to.equal('해결 일괄처리를 시작했습니다. 모두 300건입니다.');
    await expect(line).to.be.accessible();
    await jobs(hub, line, { state: 'done', succeeded: 293, failed: 7 });
    expect(said(line)).to.equal('해결 일괄처리가 끝났습니다. 완료 293건, 실패 7건.');
    expect(textOf(line)).to.contain('일괄처리 실패 7건');
    await expect(line).to.be.accessible();
  });

  it('does not call a run new that went on before', async () => {
    const hub = sampleHub();
    hub.bulk.$jobs.set(ready([sampleJob()]));
    const { line } = await show(hub);
    expect(textOf(line)).to.contain('일괄처리 120/300');
    expect(said(line)).to.equal('');
  });

  it('leads to the results, by mouse and by keyboard', async () => {
    const hub = sampleHub();
    const { line, shown } = await show(hub);
    await jobs(hub, line, { jobId: 'job-7' });
    named(line, '일괄처리 120/300').click();
    expect(one(line, 'button').title).to.equal('해결 일괄처리 300건 중 120건. 누르면 결과를 봅니다.');
    one(line, 'button').focus();
    await sendKeys({ press: 'Enter' });
    expect(shown).to.deep.equal(['job-7', 'job-7']);
    expect(all(line, 'button')).to.have.lengthOf(1);
  });

  it('stays after the end until it was read or dismissed', async () => {
    const hub = sampleHub();
    const { line, shown } = await show(hub);
    await jobs(hub, line, {});
    await jobs(hub, line, { state: 'done', succeeded: 300, failed: 0 });
    expect(textOf(line)).to.contain('일괄처리 완료 300건');
    named(line, '일괄처리 알림 닫기').click();
    await line.updateComplete;
    expect(all(line, 'button')).to.have.lengthOf(0);
    await jobs(hub, line, { jobId: 'job-2' });
    await jobs(hub, line, { jobId: 'job-2', state: 'done' });
    all(line, 'button')[0]!.click();
    await line.updateComplete;
    expect(shown).to.deep.equal(['job-2']);
    expect(all(line, 'button')).to.have.lengthOf(0);
  });

  it('goes over to a newer run', async () => {
    const hub = sampleHub();
    const { line } = await show(hub);
    await jobs(hub, line, { state: 'running' });
    await jobs(hub, line, { jobId: 'job-2', total: 10, succeeded: 4, failed: 0 }, { state: 'running' });
    expect(textOf(line)).to.contain('일괄처리 4/10');
  });

  it('speaks the language of its hub', async () => {
    const hub = sampleHub();
    const { line } = await show(hub);
    await jobs(hub, line, {});
    speak(hub, 'en');
    await line.updateComplete;
    expect(textOf(line)).to.contain('Bulk 120/300');
  });
});

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Job } from '../src/domain/bulk.js';
import '../src/elements/job-status/define.js';
import { sampleJob } from './support/sample-runs.js';
import { ready } from './support/samples.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/job-status', component: 'job-status' };
export default meta;

const dark = { theme: 'dark' };

/** A run that was seen going on, and what became of it. */
const story = (after: Partial<Job> | null, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('job-status', args, {
      height: '80px',
      set: (hub) => hub.bulk.$jobs.set(ready([sampleJob({}, showing.language)])),
      then: (_element, hub) => after && hub.bulk.$jobs.set(ready([sampleJob(after, showing.language)])),
      ...showing,
    }),
});

const finished: Partial<Job> = { state: 'done', succeeded: 300, failed: 0 };
const failed: Partial<Job> = { state: 'done', succeeded: 293, failed: 7 };

export const Running = story(null);
export const Finished = story(finished);
export const FinishedWithFailures = story(failed);
export const Nothing = story(null, { set: (hub) => hub.bulk.$jobs.set(ready([])) });
export const Dark = story(failed, {}, dark);
export const Narrow = story(failed, { width: '320px' });
export const RightToLeft = story(failed, { rightToLeft: true });
export const Japanese = story(failed, { language: 'ja' });
export const English = story(failed, { language: 'en' });

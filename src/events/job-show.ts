/** The results of a run are wanted. A notice of one element about itself, so it does not bubble. */
export class JobShowNotice extends Event {
  static readonly type = 'desk-job-show';
  constructor(readonly jobId: string) {
    super(JobShowNotice.type);
  }
}

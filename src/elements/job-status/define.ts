import { isFree } from '../../base/registry.js';
import { JobStatus } from './job-status.js';

if (isFree('job-status', JobStatus)) customElements.define('job-status', JobStatus);

declare global {
  interface HTMLElementTagNameMap {
    'job-status': JobStatus;
  }
}

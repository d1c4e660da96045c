import { isFree } from '../../base/registry.js';
import { PromisedCalls } from './promised-calls.js';

if (isFree('promised-calls', PromisedCalls)) customElements.define('promised-calls', PromisedCalls);

declare global {
  interface HTMLElementTagNameMap {
    'promised-calls': PromisedCalls;
  }
}

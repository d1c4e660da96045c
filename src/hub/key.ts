export { newKey } from '../util/key.js';

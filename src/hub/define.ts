import { isFree } from '../base/registry.js';
import { DeskHub } from './desk-hub.js';

if (isFree('desk-hub', DeskHub)) customElements.define('desk-hub', DeskHub);

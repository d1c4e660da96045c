import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { until } from 'lit/directives/until.js';
import { safeHtml } from './safe-html.js';

/** Html that was written by people, as nodes that may be shown; `failed` stands there where that cannot be done. */
export function safely(text: string, failed: string): unknown {
  return guard([text, failed], () => until(nodesOf(text, failed), nothing));
}

async function nodesOf(text: string, failed: string): Promise<DocumentFragment | string> {
  try {
    return (await safeHtml(text, 0)).fragment;
  } catch {
    return failed;
  }
}

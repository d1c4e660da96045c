import type { TransferSource } from '../../src/base/hub-context.js';
import type { RelatedPage } from '../../src/domain/related.js';
import type { Language } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { infoHub } from './customer-info.js';
import { sampleHistory, sampleRows, sampleTicket } from './sample-tickets.js';

/** Other tickets of a customer, of any statuses. */
export function sampleRelated(language: Language = 'ko', change: Partial<RelatedPage> = {}): RelatedPage {
  const tickets = sampleRows(8, language).slice(2);
  return { tickets, next: null, total: tickets.length, ...change };
}

function sampleSource(language: Language): TransferSource {
  return { ticket: sampleTicket(language, 2), history: sampleHistory(language) };
}

/** A hub with a ticket open whose customer asked more. */
export function relatedHub(
  language: Language = 'ko',
  answer: FakeHub['customers']['related'] = () => Promise.resolve(sampleRelated(language)),
  source: FakeHub['transfer']['source'] = () => Promise.resolve(sampleSource(language)),
): FakeHub {
  const hub = infoHub(language);
  Object.assign(hub.customers, { related: answer });
  Object.assign(hub.transfer, { source });
  return hub;
}

import { describe, expect, it } from 'vitest';
import { mailFollows, needsHandlingType } from '../../src/domain/processing.js';
import { transitions } from '../../src/domain/transitions.js';

const actions = ['resolve', 'hold', 'comment', 'internal'] as const;

describe('what follows from processing', () => {
  it('a handling type is needed by the steps that finish a ticket, where the service wants one', () => {
    const needing = (handlingTypeRequired: boolean) =>
      actions.filter((action) => needsHandlingType(action, { handlingTypeRequired }));
    expect(needing(true)).toEqual(['resolve', 'internal']);
    expect(needing(false)).toEqual([]);
  });

  it('a mail follows where the transition table has one', () => {
    for (const action of actions) {
      const rows = transitions.filter((row) => row.action === action);
      const mails = rows.some(({ effects }) => effects.includes('resolve_mail') || effects.includes('hold_mail'));
      expect(mailFollows(action, { channel: 'mail' }), action).toBe(mails);
    }
  });

  it('no mail goes to the customer of a ticket that came by transfer', () => {
    expect(actions.filter((action) => mailFollows(action, { channel: 'issue' }))).toEqual([]);
  });
});

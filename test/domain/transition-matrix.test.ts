import { describe, expect, it } from 'vitest';
import { allowed, actionsFor, reasonsFor } from '../../src/domain/rules.js';
import type { Options, Why } from '../../src/domain/rules.js';
import type { Actor, ServiceRules, TicketState } from '../../src/domain/permissions.js';
import { actions, reasons, statuses } from '../../src/domain/types.js';
import type { Action, Status } from '../../src/domain/types.js';

type Role = 'assignee' | 'other' | 'forwarder' | 'admin';
const roles: readonly Role[] = ['assignee', 'other', 'forwarder', 'admin'];

const none = { forward: false, mask: false, reveal: false, unmask: false, purge: false, audit: false, export: false };
const people: Record<Role, Actor> = {
  assignee: { usercode: 'holder', role: 'agent', permissions: none },
  other: { usercode: 'other', role: 'agent', permissions: none },
  forwarder: { usercode: 'passer', role: 'agent', permissions: { ...none, forward: true } },
  admin: { usercode: 'chief', role: 'admin', permissions: none },
};

const consultation: ServiceRules = { kind: 'consultation', capabilities: { dooray: true, issueTransfer: true } };
const issue: ServiceRules = { kind: 'issue', capabilities: { dooray: true, issueTransfer: true } };
const bare: ServiceRules = { kind: 'consultation', capabilities: { dooray: false, issueTransfer: false } };

function ticket(status: Status, spam: boolean): TicketState {
  const assignee = status === 'unassigned' ? null : { usercode: 'holder', name: 'Holder' };
  return { status, spam, assignee };
}

/**
 * Written by hand from the requirements, one line a status, and on purpose not derived from the table under test.
 * c claim, f forward, h hold, r resolve, R resolve after a confirmation, m comment, i internal, t transfers,
 * d Dooray! comment, C complete, s star, e edit.
 */
const expected: Record<Status, Record<Role, string>> = {
  unassigned: { assignee: 'c m i s e', other: 'c m i s e', forwarder: 'c f m i s e', admin: 'c m i s e' },
  processing: { assignee: 'h r m i t s e', other: 'm t s e', forwarder: 'f m t s e', admin: 'h r m i t s e' },
  pending: { assignee: 'h r m i t s e', other: 'm t s e', forwarder: 'f m t s e', admin: 'h r m i t s e' },
  issue_transferred: { assignee: 'R m s e', other: 'm s e', forwarder: 'm s e', admin: 'R m s e' },
  issue_answered: { assignee: 'h r m i t s e', other: 'm t s e', forwarder: 'f m t s e', admin: 'h r m i t s e' },
  dooray_transferred: { assignee: 'R m d s e', other: 'm d s e', forwarder: 'm d s e', admin: 'R m d s e' },
  dooray_in_progress: { assignee: 'R m d s e', other: 'm d s e', forwarder: 'm d s e', admin: 'R m d s e' },
  dooray_answered: { assignee: 'h r m i t s e', other: 'm t s e', forwarder: 'f m t s e', admin: 'h r m i t s e' },
  resolved: { assignee: 'm s e', other: 'm s e', forwarder: 'm s e', admin: 'm C s e' },
  completed: { assignee: 'm s e', other: 'm s e', forwarder: 'm s e', admin: 'm s e' },
};

const letters: Record<Action, string> = {
  claim: 'c',
  forward: 'f',
  hold: 'h',
  resolve: 'r',
  comment: 'm',
  internal: 'i',
  transfer_issue: 't',
  transfer_dooray: 't',
  dooray_comment: 'd',
  complete: 'C',
  restore: 'x',
  delete: 'x',
  undo_mail: 'u',
  star: 's',
  edit: 'e',
};

const targets: Partial<Record<Action, Status | 'same' | 'former' | 'gone'>> = {
  claim: 'processing',
  forward: 'processing',
  hold: 'pending',
  resolve: 'resolved',
  internal: 'resolved',
  complete: 'completed',
  transfer_issue: 'issue_transferred',
  transfer_dooray: 'dooray_transferred',
  comment: 'same',
  dooray_comment: 'same',
  star: 'same',
  edit: 'same',
};

describe('every status × action × role', () => {
  for (const status of statuses) {
    for (const role of roles) {
      it(`${status} for ${role}`, () => {
        const permitted = expected[status][role].split(' ');
        for (const action of actions) {
          const answer = allowed(ticket(status, false), action, people[role], consultation);
          const letter = letters[action];
          const confirmed = permitted.includes(letter.toUpperCase()) && letter === 'r';
          expect({ action, ok: answer.ok }).toEqual({ action, ok: permitted.includes(letter) || confirmed });
          if (!answer.ok) continue;
          expect({ action, to: answer.to, confirm: answer.confirm }).toEqual({
            action,
            to: targets[action],
            confirm: confirmed,
          });
        }
      });

      it(`${status} in the spam box for ${role}`, () => {
        const permitted = actionsFor(ticket(status, true), people[role], consultation);
        expect([...permitted].sort()).toEqual(role === 'admin' ? ['comment', 'delete', 'restore'] : ['comment']);
      });
    }
  }
});

describe('what the requirements refuse by name', () => {
  const why = (status: Status, action: Action, role: Role, options?: Options, spam = false): Why | 'ok' => {
    const answer = allowed(ticket(status, spam), action, people[role], consultation, options);
    return answer.ok ? 'ok' : answer.why;
  };

  it.each(['resolved', 'completed'] as const)('forward, hold and transfer from %s', (status) => {
    expect(why(status, 'forward', 'forwarder')).toBe('wrong_status');
    expect(why(status, 'hold', 'assignee')).toBe('wrong_status');
    expect(why(status, 'transfer_issue', 'assignee')).toBe('wrong_status');
    expect(why(status, 'transfer_dooray', 'admin')).toBe('wrong_status');
  });

  it.each(statuses.filter((status) => status !== 'resolved'))('complete from %s', (status) => {
    expect(why(status, 'complete', 'admin')).toBe('wrong_status');
  });

  it.each(statuses.filter((status) => !['dooray_transferred', 'dooray_in_progress'].includes(status)))(
    'a Dooray! comment in %s',
    (status) => {
      expect(why(status, 'dooray_comment', 'assignee')).toBe('wrong_status');
    },
  );

  it.each(statuses.filter((status) => status !== 'unassigned'))('claim of an assigned ticket in %s', (status) => {
    expect(why(status, 'claim', 'other')).toBe('already_assigned');
  });

  it.each(actions.filter((action) => !['restore', 'delete', 'comment'].includes(action)))(
    '%s of a spam ticket',
    (action) => {
      for (const status of statuses) {
        for (const role of roles) {
          const answer = why(status, action, role, undefined, true);
          const lacksStanding = answer === 'needs_permission' || answer === 'needs_admin';
          expect({ status, role, answer }).toEqual({ status, role, answer: lacksStanding ? answer : 'spam' });
        }
      }
    },
  );

  it('restore and delete outside the spam box, and inside it for who is no administrator', () => {
    expect(why('resolved', 'restore', 'admin')).toBe('not_spam');
    expect(why('resolved', 'delete', 'admin')).toBe('not_spam');
    expect(why('resolved', 'restore', 'assignee', undefined, true)).toBe('needs_admin');
    expect(why('resolved', 'delete', 'forwarder', undefined, true)).toBe('needs_admin');
  });

  it('forward without the permission, even by an administrator', () => {
    expect(why('processing', 'forward', 'assignee')).toBe('needs_permission');
    expect(why('processing', 'forward', 'admin')).toBe('needs_permission');
  });

  it('a change of status by who is neither assignee nor administrator', () => {
    for (const action of ['hold', 'resolve', 'internal'] as const) {
      expect(why('processing', action, 'other')).toBe('not_assignee');
    }
  });

  it.each(['issue_transferred', 'dooray_transferred', 'dooray_in_progress'] as const)(
    'all but a confirmed resolve and a comment while the other side has it: %s',
    (status) => {
      expect(why(status, 'forward', 'forwarder')).toBe('wrong_status');
      expect(why(status, 'hold', 'assignee')).toBe('wrong_status');
      expect(why(status, 'internal', 'assignee')).toBe('wrong_status');
    },
  );
});

describe('what else decides', () => {
  it('spam is a reason of its own: the flag goes up', () => {
    const spam = allowed(ticket('processing', false), 'internal', people.assignee, consultation, { reason: 'spam' });
    const test = allowed(ticket('processing', false), 'internal', people.assignee, consultation, { reason: 'test' });
    expect(spam).toMatchObject({ ok: true, id: 'T-11', to: 'resolved' });
    expect(test).toMatchObject({ ok: true, id: 'T-10', to: 'resolved' });
    expect(spam.ok && spam.effects).toContain('spam_on');
    expect(test.ok && test.effects).not.toContain('spam_on');
  });

  it('mails are due for resolve and hold alone', () => {
    const mailing = actions.filter((action) => {
      const answer = allowed(
        ticket('processing', false),
        action,
        { ...people.admin, permissions: { ...none, forward: true } },
        consultation,
      );
      return answer.ok && answer.effects.some((effect) => effect.endsWith('_mail') && effect !== 'withdraw_mail');
    });
    expect(mailing).toEqual(['resolve', 'hold']);
  });

  it('the service decides about transfers', () => {
    const why = (service: ServiceRules, action: Action) => {
      const answer = allowed(ticket('processing', false), action, people.assignee, service);
      return answer.ok ? 'ok' : answer.why;
    };
    expect(why(bare, 'transfer_dooray')).toBe('switched_off');
    expect(why(bare, 'transfer_issue')).toBe('no_target');
    expect(why(issue, 'transfer_issue')).toBe('switched_off');
    expect(why(issue, 'transfer_dooray')).toBe('ok');
  });

  it('what was handed over is not put aside as spam, abuse or a duplicate', () => {
    const origin = { service: '고객센터', ticketId: 'T1658199661153IXTfw', guidance: null };
    for (const reason of reasons) {
      const state = ticket('processing', false);
      const isAside = ['spam', 'abuse', 'duplicate'].includes(reason);
      const handed = allowed({ ...state, origin }, 'internal', people.assignee, issue, { reason });
      expect([reason, handed.ok || handed.why]).toEqual([reason, isAside ? 'transferred_in' : true]);
      expect(allowed({ ...state, origin: null }, 'internal', people.assignee, issue, { reason }).ok).toBe(true);
      expect([reason, reasonsFor({ origin }).includes(reason)]).toEqual([reason, !isAside]);
    }
  });

  it('a queued mail is taken back by its author, while it is still here', () => {
    const why = (status: Status, options?: Options) => {
      const answer = allowed(ticket(status, false), 'undo_mail', people.other, consultation, options);
      return answer.ok ? answer.to : answer.why;
    };
    expect(why('resolved', { mail: { author: 'other', open: true } })).toBe('former');
    expect(why('pending', { mail: { author: 'other', open: true } })).toBe('former');
    expect(why('resolved', { mail: { author: 'holder', open: true } })).toBe('mail_gone');
    expect(why('resolved', { mail: { author: 'other', open: false } })).toBe('mail_gone');
    expect(why('resolved')).toBe('mail_gone');
    expect(why('processing', { mail: { author: 'other', open: true } })).toBe('wrong_status');
  });

  it('an internally resolved ticket that nobody holds cannot be claimed', () => {
    const answer = allowed({ status: 'resolved', spam: false, assignee: null }, 'claim', people.other, consultation);
    expect(answer).toEqual({ ok: false, why: 'wrong_status' });
  });
});

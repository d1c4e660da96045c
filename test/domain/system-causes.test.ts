import { describe, expect, it } from 'vitest';
import { afterCause, statusAfter } from '../../src/domain/rules.js';
import type { TicketState } from '../../src/domain/permissions.js';
import { causes } from '../../src/domain/transitions.js';
import { statuses } from '../../src/domain/types.js';
import type { Status } from '../../src/domain/types.js';

const held = (status: Status, spam = false): TicketState => ({ status, spam, assignee: { usercode: 'a', name: 'A' } });

describe('a customer who writes again', () => {
  it.each(['pending', 'resolved'] as const)('takes a %s ticket back to its assignee', (status) => {
    const after = afterCause(held(status), 'customer_writes');
    expect(after?.to).toBe('processing');
    expect(after?.effects).toEqual(['message', 'notify_assignee', 'event']);
  });

  it('leaves other open tickets where they are', () => {
    for (const status of statuses.filter((one) => !['pending', 'resolved', 'completed'].includes(one))) {
      expect(afterCause(held(status), 'customer_writes')).toMatchObject({
        to: 'same',
        effects: expect.arrayContaining(['message']),
      });
    }
  });

  it('begins a new ticket where the old one is completed', () => {
    const after = afterCause(held('completed'), 'customer_writes');
    expect(after?.effects).toContain('linked_ticket');
    expect(after?.effects).not.toContain('message');
  });

  it('makes a ticket unassigned again that was resolved without an assignee', () => {
    expect(afterCause({ status: 'resolved', spam: false, assignee: null }, 'customer_writes')?.to).toBe('unassigned');
  });

  it('does not lift a ticket out of the spam box', () => {
    expect(afterCause(held('resolved', true), 'customer_writes')).toEqual({
      to: 'same',
      effects: ['message', 'event'],
    });
  });
});

describe('news from the other side', () => {
  it('an issue service answers only what it was given', () => {
    for (const status of statuses) {
      const after = afterCause(held(status), 'issue_finished');
      expect(after?.to ?? null).toBe(status === 'issue_transferred' ? 'issue_answered' : null);
    }
  });

  it('Dooray! states lead to their own status in any order', () => {
    for (const status of ['dooray_transferred', 'dooray_in_progress', 'dooray_answered'] as const) {
      expect(afterCause(held(status), 'dooray_registered')?.to).toBe('dooray_transferred');
      expect(afterCause(held(status), 'dooray_working')?.to).toBe('dooray_in_progress');
      expect(afterCause(held(status), 'dooray_closed')?.to).toBe('dooray_answered');
    }
    expect(afterCause(held('processing'), 'dooray_closed')).toBeNull();
  });

  it('a trigger assigns what nobody holds, and nothing else', () => {
    expect(afterCause({ status: 'unassigned', spam: false, assignee: null }, 'trigger')?.to).toBe('processing');
    expect(afterCause(held('processing'), 'trigger')).toBeNull();
  });

  it('nothing but a message reaches a spam ticket', () => {
    for (const cause of causes.filter((one) => one !== 'customer_writes')) {
      for (const status of statuses) expect(afterCause(held(status, true), cause)).toBeNull();
    }
  });
});

describe('the status after a step', () => {
  it('is the named one, the same, or the one kept', () => {
    expect(statusAfter('pending', 'processing', null)).toBe('pending');
    expect(statusAfter('same', 'completed', null)).toBe('completed');
    expect(statusAfter('former', 'resolved', 'dooray_answered')).toBe('dooray_answered');
    expect(statusAfter('former', 'resolved', null)).toBe('unassigned');
  });
});

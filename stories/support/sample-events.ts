import type { TicketEvent } from '../../src/domain/types.js';

const agent = { usercode: 'agent1', name: '이서연' };
const start = Date.UTC(2026, 1, 3, 4, 30);
const minute = 60_000;

/** What happened to a ticket, oldest first. */
export function sampleEvents(): readonly TicketEvent[] {
  const trigger = '환불 문의는 결제 지원에서 차례로';
  const all: readonly Omit<TicketEvent, 'id' | 'at'>[] = [
    { kind: 'created', actor: null, data: { channel: 'mail' } },
    { kind: 'priority_changed', actor: null, data: { trigger, from: 'normal', to: 'high' } },
    {
      kind: 'assigned',
      actor: null,
      data: { trigger, how: 'in_turn', from: null, to: agent.name, group: '결제 지원', status: 'unassigned' },
    },
    { kind: 'notice_queued', actor: null, data: { trigger, to: 'vip@demo.example' } },
    { kind: 'notice_failed', actor: null, data: { trigger, answer: '550 5.1.1 <vip@demo.example>' } },
    { kind: 'customer_changed', actor: agent, data: { fields: 'email,phone', from: 3, to: 3 } },
    { kind: 'starred', actor: agent, data: {} },
    { kind: 'resolved', actor: agent, data: { from: 'processing' } },
  ];
  return all.map((event, index) => ({ ...event, id: index + 1, at: start + index * 7 * minute }));
}

import type { PromisedCall } from '../../src/domain/calls.js';

const minute = 60_000;

/** One call whose time has come, and one of tomorrow. */
export function sampleCalls(): PromisedCall[] {
  const now = Math.floor(Date.now() / minute) * minute;
  const person = { usercode: 'agent1', name: '이준호' };
  const common = { state: 'open', by: person, assignee: person, version: 1 } as const;
  return [
    {
      ...common,
      callId: 1,
      ticketId: 'T1658199661153IXTfw',
      subject: '배송이 아직 도착하지 않았습니다',
      customerName: '한지우',
      at: now - 2 * minute,
      phone: '010-1234-5678',
      note: '배송 일정 확인 후 전화',
    },
    {
      ...common,
      callId: 2,
      ticketId: 'T1658199661154AbCdE',
      subject: '환불 방법을 알고 싶습니다',
      customerName: '서민준',
      at: now + 26 * 60 * minute,
      phone: '02-987-6543',
      note: '',
    },
  ];
}

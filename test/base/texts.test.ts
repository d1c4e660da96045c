import { expect } from '@open-wc/testing';
import { numberText } from '../../src/base/number-text.js';
import { relativeTime, timeText } from '../../src/base/time-text.js';
import type { Texts } from '../../src/strings/ko.js';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 22, 3, 0);
const texts = {
  now: 'now',
  minutes: (count: number) => `${count}m`,
  hours: (count: number) => `${count}h`,
  days: (count: number) => `${count}d`,
} as unknown as Texts['time'];

describe('numbers', () => {
  it('are written as the language does', () => {
    expect(numberText(1345, 'ko')).to.equal('1,345');
    expect(numberText(1_234_567, 'en')).to.equal('1,234,567');
    expect(numberText(0, 'ja')).to.equal('0');
  });

  it('are whole', () => {
    expect(numberText(12.6, 'en')).to.equal('13');
  });
});

describe('times', () => {
  const relative = (at: number): string => relativeTime(at, now, texts, 'en', 'Asia/Seoul');

  it('are told by their age in lists', () => {
    expect(relative(now - 59_000)).to.equal('now');
    expect(relative(now - minute)).to.equal('1m');
    expect(relative(now - hour + 1)).to.equal('59m');
    expect(relative(now - hour)).to.equal('1h');
    expect(relative(now - 24 * hour)).to.equal('1d');
    expect(relative(now - 7 * 24 * hour + 1)).to.equal('6d');
    expect(relative(now - 7 * 24 * hour)).to.equal('Nov 15, 2026');
  });

  it('are "now" a little ahead, and told by the clock farther ahead', () => {
    expect(relative(now + minute)).to.equal('now');
    expect(relative(now + 2 * hour)).to.match(/2:00\sPM/);
  });

  it('stand in the zone of the service', () => {
    expect(timeText(now, 'en', 'Asia/Seoul', 'time')).to.match(/^12:00\sPM$/);
    expect(timeText(now, 'en', 'America/New_York', 'time')).to.match(/^10:00\sPM$/);
    expect(timeText(now, 'ko', 'Asia/Seoul')).to.contain('2026년 11월 22일 일요일');
  });

  it('say that they are in UTC where the zone is unknown', () => {
    expect(timeText(now, 'en', 'Moon/Tycho')).to.match(/3:00\sAM UTC/);
  });
});

import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../src/domain/personal-data.js';
import { hostile, hostilePatterns } from '../bench/personal-data/hostile.js';
import { labelled } from '../bench/personal-data/labelled.js';
import { precision, recall, score } from '../bench/personal-data/score.js';

describe('the detector on lines that are known', () => {
  const lines = labelled();
  const { tallies, all, faults } = score(lines, (text) => findPersonalData(text));

  it('has a thousand lines and more, half of which only look like personal data', () => {
    expect(lines.length).toBeGreaterThanOrEqual(1000);
    const misses = lines.filter(({ findings }) => findings.length === 0).length;
    expect(Math.abs(misses / lines.length - 0.5)).toBeLessThan(0.02);
    expect(labelled()).toEqual(lines);
  });

  it('is right in what it finds, and finds nearly all', () => {
    const told = JSON.stringify(faults, null, 1);
    expect(precision(all), told).toBeGreaterThan(0.98);
    expect(recall(all), told).toBeGreaterThan(0.97);
  });

  it.each([...tallies.keys()].sort())('holds for %s', (name) => {
    const tally = tallies.get(name) ?? { found: 0, wrong: 0, missed: 0 };
    expect(precision(tally)).toBeGreaterThan(0.85);
    expect(recall(tally)).toBeGreaterThan(0.85);
  });
});

/** Whoever looked at each letter again from each letter would not come to the end of it. */
describe.each(Object.keys(hostile))('a long text of %s', (name) => {
  it('is looked through', () => {
    const text = hostile[name]?.(100_000) ?? '';
    expect(text.length).toBeGreaterThan(95_000);
    const findings = findPersonalData(text, { patterns: hostilePatterns });
    expect(findings.every(({ start, length }) => start + length <= text.length)).toBe(true);
  });
});

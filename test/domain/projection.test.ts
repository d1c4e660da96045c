import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { bodyShape, rootOf, type BodyNode } from '../../demo/server/services/sanitise/tree.js';
import { project } from '../../src/domain/projection.js';
import { projections } from '../support/projection-vectors.js';

const element = (name: string, ...children: BodyNode[]): BodyNode => ({ name, attributes: [], children });

describe('the projection', () => {
  it.each(projections)('of %s', (_, html, text) => {
    expect(sanitiseBody({ html, text: '' }).text).toBe(text);
  });

  it('tells for every unit from which text it comes', () => {
    const tree = rootOf([element('p', '  one  ', element('b', 'two')), element('pre', 'a\n b')]);
    const { text, runs } = project<BodyNode>(tree, bodyShape);
    expect(text).toBe('one two\na\n b');
    for (const { node, from, start, length } of runs) {
      expect((node as string).slice(from, from + length)).toBe(text.slice(start, start + length));
    }
    expect(runs.map(({ length }) => length).reduce((sum, length) => sum + length)).toBe(text.length - 1);
  });

  it('has its runs in order, without overlap', () => {
    const words = fc.stringMatching(/^[ab \n]{0,12}$/);
    const { tree } = fc.letrec<{ tree: BodyNode }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        words,
        fc
          .tuple(fc.constantFrom('p', 'b', 'br', 'img', 'pre', 'td'), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, children]) => element(name, ...children)),
      ),
    }));
    fc.assert(
      fc.property(tree, (node) => {
        const { text, runs } = project(rootOf([node]), bodyShape);
        let end = 0;
        for (const run of runs) {
          expect(run.start).toBeGreaterThanOrEqual(end);
          expect((run.node as string).slice(run.from, run.from + run.length).replace(/\s/g, ' ')).toBe(
            text.slice(run.start, run.start + run.length).replace(/\s/g, ' '),
          );
          end = run.start + run.length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

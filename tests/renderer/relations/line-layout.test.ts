import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { RelationKind } from '../../../src/core/codebook/codebook';
import type { OtherEnd } from '../../../src/renderer/relations/ends-of';
import { layOutLines, namesOf } from '../../../src/renderer/relations/line-layout';
import type { Box, Whereabouts } from '../../../src/renderer/state/text-page';
import { annotationOf, relationOf } from '../../support/linked-project';

const FRAME: Box = { left: -150, top: 1000, right: 800, bottom: 1600 };
const OWN = annotationOf('stance', 'Japan', { document: 'd1' });

/** An annotation in a document with its words; where it is drawn is told by `at`. */
function end(id: string, kindName = 'Gates', document = 'd1', words = 'Seoul'): OtherEnd {
  const annotation = annotationOf('stance', words, { id, document });
  const kind = { id: kindName, name: kindName } as RelationKind;
  const relation = relationOf(kindName, OWN, annotation);
  return { relation, kind, kindIndex: 0, direction: 'from', annotation };
}

const bar = (top: number, bottom: number): Whereabouts => ({
  kind: 'drawn',
  bar: { left: 40, top, right: 44, bottom },
});

function layOut(ends: readonly OtherEnd[], at: Readonly<Record<string, Whereabouts>>) {
  return layOutLines(OWN, ends, {
    frame: FRAME,
    whereabouts: (one) => at[one.id] ?? { kind: 'below' },
    orderOf: (one: Annotation) => Number(one.documentId.slice(1)),
  });
}

const ids = (ends: readonly OtherEnd[]) => ends.map(({ annotation }) => annotation.id);

/** Where a path begins and ends. */
function endsOfPath(path: string): readonly number[] {
  const numbers = path.match(/-?\d+\.\d/g)?.map(Number) ?? [];
  return [...numbers.slice(0, 2), ...numbers.slice(-2)];
}

describe('lines in the margin', () => {
  it('lead from the bar of the selected one to the middle of what is seen of each other bar', () => {
    const at = { Japan: bar(1100, 1120), a: bar(1300, 1340), b: bar(1580, 1700) };
    const { lines, edges } = layOut([end('b'), end('a')], at);
    expect(edges).toEqual([]);
    expect(lines.map((line) => line.end.annotation.id)).toEqual(['a', 'b']);
    const [a, b] = lines.map(({ path }) => endsOfPath(path));
    expect(a?.slice(2)).toEqual([39, 1320]);
    expect(b?.slice(2)).toEqual([39, 1590]);
    expect(a?.[0]).toBe(40);
    expect(a?.[1]).toBeCloseTo(1106.7, 1);
    expect(b?.[1]).toBeCloseTo(1113.3, 1);
  });

  it('go to the edge beyond which the others are, one for all of a side, the nearest first', () => {
    const far = end('far', 'Supports', 'd0');
    const before = end('before', 'Gates', 'd0', 'Tokyo');
    const above = end('above', 'Gates', 'd1');
    const next = end('next', 'Gates', 'd2');
    const at = { Japan: bar(1100, 1120), above: bar(900, 1000), next: bar(1200, 1210) };
    const { lines, edges } = layOut([far, next, above, before], at);
    expect(lines).toEqual([]);
    expect(edges.map(({ side }) => side)).toEqual(['above', 'below']);
    expect(ids(edges[0]?.ends ?? [])).toEqual(['above', 'before', 'far']);
    expect(ids(edges[1]?.ends ?? [])).toEqual(['next']);
    expect(edges.map(({ path }) => endsOfPath(path).slice(2))).toEqual([
      [32, 1018],
      [32, 1582],
    ]);
  });

  it('come from the edge when the selected one is out of sight itself', () => {
    const { lines, edges } = layOut([end('a'), end('b')], {
      Japan: { kind: 'above' },
      a: bar(1300, 1340),
    });
    expect(edges).toEqual([]);
    expect(endsOfPath(lines[0]?.path ?? '')).toEqual([32, 1018, 39, 1320]);
  });

  it('have labels that never lie on one another, none above the middle of its line', () => {
    const tops = fc.array(fc.integer({ min: 1000, max: 1590 }), { minLength: 1, maxLength: 12 });
    const name = fc.constantFrom('Gates', 'Same outcome as the other one', 'X');
    fc.assert(
      fc.property(fc.array(fc.tuple(tops, name), { maxLength: 4 }), (groups) => {
        const at: Record<string, Whereabouts> = { Japan: bar(1100, 1120) };
        const ends = groups.flatMap(([all, kind], g) =>
          all.map((top, n) => {
            at[`${g}-${n}`] = bar(top, top + 10);
            return end(`${g}-${n}`, kind);
          }),
        );
        const { lines } = layOut(ends, at);
        expect(lines).toHaveLength(ends.length);
        lines.forEach(({ label, path }, n) => {
          const before = lines[n - 1]?.label;
          if (before) expect(label.top).toBeGreaterThanOrEqual(before.top + before.height + 2);
          const y = endsOfPath(path)[3] ?? 0;
          expect(label.top + label.height / 2).toBeGreaterThanOrEqual(y - 0.1);
        });
      }),
    );
  });

  it('names each kind once', () => {
    expect(namesOf([end('a', 'Gates'), end('b', 'Supports'), end('c', 'Gates')])).toBe(
      'Gates, Supports',
    );
  });
});

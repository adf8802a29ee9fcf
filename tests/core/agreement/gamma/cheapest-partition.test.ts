import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cheapestPartition,
  type Part,
} from '../../../../src/core/agreement/gamma/cheapest-partition';

const MEMBERS = [0, 1, 2, 3, 4, 5, 6];

/** Every member alone at a cost of 5, and any other parts. */
const anyParts: fc.Arbitrary<readonly Part[]> = fc
  .array(
    fc.record({
      members: fc.subarray(MEMBERS, { minLength: 2, maxLength: 4 }),
      cost: fc.integer({ min: 0, max: 12 }),
    }),
    { maxLength: 25 },
  )
  .map((parts) => [...MEMBERS.map((member) => ({ members: [member], cost: 5 })), ...parts]);

function costByTrying(left: readonly number[], parts: readonly Part[]): number {
  const [first] = left;
  if (first === undefined) return 0;
  return parts
    .filter(({ members }) => members.includes(first) && members.every((one) => left.includes(one)))
    .reduce((best, { members, cost }) => {
      const rest = left.filter((one) => !members.includes(one));
      return Math.min(best, cost + costByTrying(rest, parts));
    }, Infinity);
}

describe('the cheapest partition', () => {
  it('costs as little as any, and is proven, whatever way was known before', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const known = 5 * MEMBERS.length;
        const found = cheapestPartition(MEMBERS, parts, known);
        expect(found.isProven).toBe(true);
        expect(found.cost).toBeCloseTo(costByTrying(MEMBERS, parts), 6);
      }),
      { numRuns: 300 },
    );
  });

  it('is not said to be proven when there is more than can be searched', () => {
    const members = Array.from({ length: 500 }, (_, index) => index);
    // Triangles of equal pairs: prices of half a pair bound them from below, and no partition reaches that.
    const parts: Part[] = members.flatMap((member) => {
      const corner = member - (member % 3);
      const next = corner + ((member + 1) % 3);
      return [
        { members: [member], cost: 5 },
        ...(next < 500 && next !== member ? [{ members: [member, next], cost: 4 }] : []),
      ];
    });
    expect(cheapestPartition(members, parts, 2_500)).toEqual({ cost: 2_500, isProven: false });
  });
});

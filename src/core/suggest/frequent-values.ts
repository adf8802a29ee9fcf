import type { AttributeValue } from '../annotation/annotation';
import type { SortedAnnotations } from '../annotation/sorted';
import type { CodeId, CoderId, Timestamp } from '../ids';

/** One value; of an attribute that takes several, one of them. */
export type SingleValue = string | number | boolean;

/** Whose habit with which attribute. */
export interface Habit {
  readonly coderId: CoderId;
  readonly codeId: CodeId;
  readonly attributeId: string;
}

interface Use {
  readonly values: readonly SingleValue[];
  readonly at: Timestamp;
}

/** After so many later annotations, one counts half. */
const HALF_LIFE = 10;

/** Older uses in a set weigh less than a thousandth and are left out. */
const REMEMBERED = 100;

const usesOf = new WeakMap<SortedAnnotations, Map<string, readonly Use[]>>();

/**
 * The values that a coder gave to an attribute of a code, the likeliest next one first. Each annotation that has the
 * attribute counts `0.5 ** (later / 10)`, where `later` is how many were changed after it; a value's score is the sum
 * over its annotations, so that what was just used comes first unless another is used much more. Ties: the latest use.
 * Annotations of one document are gone through once, however often this is asked.
 */
export function frequentValues(
  sets: Iterable<SortedAnnotations>,
  habit: Habit,
): readonly SingleValue[] {
  const uses = Array.from(sets, (set) => latestUses(set, habit)).flat();
  uses.sort(latestFirst);
  const scores = new Map<SingleValue, number>();
  uses.forEach(({ values }, later) => {
    const weight = 0.5 ** (later / HALF_LIFE);
    for (const value of values) scores.set(value, (scores.get(value) ?? 0) + weight);
  });
  return [...scores].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

function latestUses(set: SortedAnnotations, habit: Habit): readonly Use[] {
  const known = usesOf.get(set) ?? new Map<string, readonly Use[]>();
  usesOf.set(set, known);
  const key = JSON.stringify([habit.coderId, habit.codeId, habit.attributeId]);
  const found = known.get(key) ?? collectUses(set, habit);
  known.set(key, found);
  return found;
}

function collectUses(set: SortedAnnotations, { coderId, codeId, attributeId }: Habit): Use[] {
  const uses: Use[] = [];
  for (const annotation of set) {
    if (annotation.coderId !== coderId || annotation.codeId !== codeId) continue;
    const given: AttributeValue | undefined = annotation.attributes[attributeId];
    if (given === undefined) continue;
    const values: readonly SingleValue[] = typeof given === 'object' ? given : [given];
    if (values.length > 0) uses.push({ values, at: annotation.modifiedAt });
  }
  return uses.sort(latestFirst).slice(0, REMEMBERED);
}

/** Times are written so that their order is that of their letters. */
function latestFirst(a: Use, b: Use): number {
  return a.at < b.at ? 1 : -Number(a.at > b.at);
}

import { isSafeId } from '../ids';
import { foldLabel } from '../register/actor';

/** Room for a number behind the words. */
const LONGEST = 56;

/**
 * An id that a person can read, made of a name (`Required act` gives `required-act`) and not taken yet. A name without
 * Latin letters or digits gives `otherwise`, with a number.
 */
export function freeId(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return firstFree(isSafeId(words) ? words : otherwise, taken, (base, n) => `${base}-${String(n)}`);
}

/** The name, or the name with the first number that makes it differ from those that are taken. */
export function freeName(name: string, taken: Iterable<string>): string {
  const folded = new Set([...taken].map(foldLabel));
  const isTaken = { has: (one: string) => folded.has(foldLabel(one)) };
  return firstFree(name, isTaken, (base, n) => `${base} ${String(n)}`);
}

function firstFree(
  base: string,
  taken: { has(one: string): boolean },
  numbered: (base: string, n: number) => string,
): string {
  let candidate = base;
  for (let n = 2; taken.has(candidate); n += 1) candidate = numbered(base, n);
  return candidate;
}

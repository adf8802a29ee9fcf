import type { Continuum } from './continuum';

/** A stretch in which no coder begins or ends a unit, and what each coder has there. */
export interface Run {
  readonly length: number;
  /** By coder: the codes that lie there, in alphabetical order, each once. */
  readonly codes: readonly (readonly string[])[];
}

const known = new WeakMap<Continuum, readonly Run[]>();

/** The continuum from its begin to its end, cut wherever a unit of any coder begins or ends. Cut once for all figures. */
export function runsOf(continuum: Continuum): readonly Run[] {
  const runs = known.get(continuum) ?? cutIntoRuns(continuum);
  known.set(continuum, runs);
  return runs;
}

function cutIntoRuns(continuum: Continuum): readonly Run[] {
  const changes = new Map<number, { coder: number; code: string; by: 1 | -1 }[]>();
  const change = (place: number, coder: number, code: string, by: 1 | -1): void => {
    const there = changes.get(place);
    if (there === undefined) changes.set(place, [{ coder, code, by }]);
    else there.push({ coder, code, by });
  };
  for (const [coder, units] of continuum.coders.entries()) {
    for (const { start, end, code } of units) {
      change(start, coder, code, 1);
      change(end, coder, code, -1);
    }
  }
  const active = continuum.coders.map(() => new Map<string, number>());
  let codes: (readonly string[])[] = continuum.coders.map(() => []);
  const runs: Run[] = [];
  let place = continuum.begin;
  const cutAt = (next: number): void => {
    if (next > place) runs.push({ length: next - place, codes });
    place = next;
  };
  for (const next of [...changes.keys()].sort((a, b) => a - b)) {
    cutAt(next);
    const touched = new Set<number>();
    for (const { coder, code, by } of changes.get(next) ?? []) {
      const here = active[coder];
      if (here === undefined) continue;
      const n = (here.get(code) ?? 0) + by;
      if (n === 0) here.delete(code);
      else here.set(code, n);
      touched.add(coder);
    }
    codes = codes.map((old, coder) =>
      touched.has(coder) ? [...(active[coder]?.keys() ?? [])].sort() : old,
    );
  }
  cutAt(continuum.begin + continuum.length);
  return runs;
}

import type { AdjudicatedGroup, Adjudication } from '../../core/adjudication/adjudication';
import { addedPassages, type AddedPassage } from '../../core/adjudication/plan-missed';
import { leaderOf } from '../../core/comparison/align';
import type { Project } from '../../core/project/project';
import type { useAdjudicating } from './adjudicate-state';

/** What is listed: passages that a coder has, and those that all missed and an adjudicator filed. */
export type Row = AdjudicatedGroup | AddedPassage;

type Chosen = ReturnType<typeof useAdjudicating>;

/** In text order. */
export function rowsOf(project: Project, { groups, added }: Adjudication): readonly Row[] {
  if (added.length === 0) return groups;
  const filed = addedPassages(project, added);
  return [...groups, ...filed].sort((a, b) => (placeOf(a) ?? -1) - (placeOf(b) ?? -1));
}

export function isAdded(row: Row): row is AddedPassage {
  return 'verdict' in row;
}

/** Whether a passage is in this state and differs in this. */
export function isShown(row: Row, state: Chosen['state'], kind: Chosen['kind']): boolean {
  if (state !== 'all' && row.state !== state) return false;
  if (kind === 'all') return true;
  if (isAdded(row)) return kind === 'by-all';
  if (kind === 'agreed') return row.kinds.size === 0;
  return kind !== 'by-all' && row.kinds.has(kind);
}

export function keyOf(row: Row): string {
  return isAdded(row) ? row.verdict.id : leaderOf(row).id;
}

export function nameOf(row: Row): string {
  return annotationOf(row)?.pieces[0].exact ?? '';
}

function annotationOf(row: Row): AddedPassage['gold'] {
  return isAdded(row) ? row.gold : leaderOf(row);
}

/** Where it begins in the text, in UTF-16 code units; undefined where it is gone. */
export function placeOf(row: Row): number | undefined {
  return annotationOf(row)?.pieces[0].start;
}

const ALL = 'all';

/** How many rows are in each state and differ in each way; of `all` states and kinds too. */
export type Tally = (state: Chosen['state'], kind: Chosen['kind']) => number;

/** Looks at each row once, for all that can be chosen. */
export function tallyOf(rows: Iterable<Row>): Tally {
  const counts = new Map<string, number>();
  const count = (state: string, kind: string): void => {
    const key = `${state} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const row of rows) {
    for (const state of [ALL, row.state]) {
      count(state, ALL);
      if (isAdded(row)) count(state, 'by-all');
      else if (row.kinds.size === 0) count(state, 'agreed');
      else for (const kind of row.kinds) count(state, kind);
    }
  }
  return (state, kind) => counts.get(`${state} ${kind}`) ?? 0;
}

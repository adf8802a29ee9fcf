import type { Annotation } from '../annotation/annotation';
import type { CoderId } from '../ids';
import { paragraphIndexAt, type Paragraph } from '../text/paragraph';
import type { Span } from '../text/span';
import { leaderOf } from './align';
import type { ComparedGroup } from './differences';

/** One coder's annotation of a passage as a line under the text, or the gap that the coder left there. */
export interface LaneMark {
  readonly group: ComparedGroup;
  readonly coder: CoderId;
  /** Undefined for who has nothing here and is said to have missed it. */
  readonly annotation: Annotation | undefined;
  /** Counted from the first coder's first line. */
  readonly line: number;
  readonly starts: boolean;
  readonly ends: boolean;
}

/** Text in which nothing begins or ends, `[start, end)` in UTF-16 code units. */
export interface LaneStretch {
  readonly start: number;
  readonly end: number;
  readonly isExcluded: boolean;
  readonly marks: readonly LaneMark[];
  /** The passages that begin here, in the order of the list. */
  readonly begins: readonly ComparedGroup[];
}

export interface LaneParagraph {
  /** How many lines each coder has here: none in bare text, else one and one more for each stacked on others. */
  readonly lines: ReadonlyMap<CoderId, number>;
  readonly stretches: readonly LaneStretch[];
}

/** What is stacked higher is drawn in the last line. */
const MOST_LINES = 3;

/** For each paragraph, by its index, the passages that are in it; in the order of `groups`. */
export function groupsByParagraph(
  paragraphs: readonly Paragraph[],
  groups: readonly ComparedGroup[],
): readonly (readonly ComparedGroup[])[] {
  const found = paragraphs.map((): ComparedGroup[] => []);
  // Passages come one after the other: most are where the one before was.
  let near = 0;
  let from = 0;
  let until = 0;
  const indexAt = (offset: number): number => {
    if (offset < from || offset >= until) {
      near = paragraphIndexAt(paragraphs, offset) ?? 0;
      // As `paragraphIndexAt` has it: a paragraph reaches to the beginning of the next.
      from = paragraphs[near]?.span.start ?? 0;
      until = paragraphs[near + 1]?.span.start ?? Infinity;
    }
    return near;
  };
  for (const group of groups) {
    for (const { pieces } of group.members.values()) {
      for (const { start, end } of pieces) {
        const last = indexAt(end - 1);
        for (let at = indexAt(start); at <= last; at += 1) {
          const here = found[at];
          if (here?.at(-1) !== group) here?.push(group);
        }
      }
    }
  }
  return found;
}

/** A paragraph with its coders' lines, each coder's in a place that depends on nobody else's annotations. */
export function layLanes(
  { start, end }: Span,
  groups: readonly ComparedGroup[],
  coders: readonly CoderId[],
  excluded: readonly Span[],
): LaneParagraph {
  const bars = groups.flatMap((group) => barsOf(group, coders));
  const placed = coders.map((coder) =>
    placeBars(
      bars.filter((bar) => bar.coder === coder),
      { start, end },
    ),
  );
  const lines = new Map<CoderId, number>();
  const marks: (PlacedBar & { readonly line: number })[] = [];
  let first = 0;
  for (const [index, coder] of coders.entries()) {
    const own = placed[index] ?? [];
    const depth = Math.max(Number(bars.length > 0), ...own.map(({ row }) => row + 1));
    for (const bar of own) marks.push({ ...bar, line: first + bar.row });
    lines.set(coder, depth);
    first += depth;
  }
  const leaders = groups.map((group) => ({ group, at: leaderOf(group).pieces[0].start }));
  const edges = new Set<number>([start, end]);
  const inside = (offset: number): boolean => start < offset && offset < end;
  for (const one of [...marks, ...excluded]) {
    if (inside(one.start)) edges.add(one.start);
    if (inside(one.end)) edges.add(one.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const covering = coverAt(marks);
  return {
    lines,
    stretches: cuts.slice(0, -1).map((from, index): LaneStretch => {
      const to = cuts[index + 1] ?? end;
      return {
        start: from,
        end: to,
        isExcluded: excluded.some((region) => region.start <= from && from < region.end),
        marks: covering(from).map(({ group, coder, annotation, line, start: s, end: e }) => ({
          group,
          coder,
          annotation,
          line,
          starts: s === from,
          ends: e === to,
        })),
        begins: leaders.flatMap(({ group, at }) => (at === from ? [group] : [])),
      };
    }),
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Bar extends Stretch {
  readonly group: ComparedGroup;
  readonly coder: CoderId;
  readonly annotation: Annotation | undefined;
}

interface PlacedBar extends Bar {
  readonly row: number;
}

/** A bar for each piece; who missed the passage gets the leader's as gaps. */
function barsOf(group: ComparedGroup, coders: readonly CoderId[]): readonly Bar[] {
  const leader = leaderOf(group);
  return coders.flatMap((coder) => {
    const annotation = group.members.get(coder);
    const { pieces } = annotation ?? leader;
    return pieces.map(({ start, end }) => ({ group, coder, annotation, start, end }));
  });
}

/**
 * Each in the first line that is free all along it, annotations first. A gap takes no line of its own: where the coder has
 * something else all over, nothing is drawn for it.
 */
function placeBars(bars: readonly Bar[], within: Stretch): readonly PlacedBar[] {
  const rows: Stretch[][] = [[]];
  const here = bars.filter((bar) => bar.start < within.end && within.start < bar.end);
  const place = (bar: Bar): readonly PlacedBar[] => {
    const isFree = (row: readonly Stretch[]): boolean =>
      row.every((one) => one.end <= bar.start || bar.end <= one.start);
    const free = rows.findIndex(isFree);
    if (free === -1 && bar.annotation === undefined) return [];
    const row = free === -1 ? Math.min(rows.length, MOST_LINES - 1) : free;
    (rows[row] ??= []).push(bar);
    return [{ ...bar, row }];
  };
  return [
    ...here.filter(({ annotation }) => annotation !== undefined).flatMap(place),
    ...here.filter(({ annotation }) => annotation === undefined).flatMap(place),
  ];
}

/** What covers an offset; asked from left to right. */
function coverAt<B extends Stretch>(bars: readonly B[]): (offset: number) => readonly B[] {
  const waiting = bars.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let open: B[] = [];
  return (offset) => {
    for (let bar = waiting[next]; bar !== undefined && bar.start <= offset; bar = waiting[next]) {
      open.push(bar);
      next += 1;
    }
    open = open.filter(({ end }) => end > offset);
    return open;
  };
}

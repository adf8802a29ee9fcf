import type { Annotation } from '../annotation/annotation';
import type { CoderId } from '../ids';
import type { ComparedDocument } from './compared-work';
import { sortInSteps } from './sort-in-steps';
import type { Steps } from './steps';

/** Annotations of several coders that are about the same: at most one of each coder. */
export interface Group {
  readonly members: ReadonlyMap<CoderId, Annotation>;
}

/** What two annotations of different codes must share to be one passage coded in two ways; a share of all they cover. */
const SHARED_FOR_OTHER_CODE = 0.5;

interface Pair {
  readonly first: Annotation;
  readonly second: Annotation;
  readonly sameCode: boolean;
  /** What both cover by what either covers, in UTF-16 code units (Jaccard). */
  readonly share: number;
  readonly sameValues: number;
}

/**
 * Puts annotations that are about the same passage into groups. Two of the same code may meet where they share any
 * character; two of different codes where they share half or more of what they cover together, so that an actor inside a
 * stance is no stance coded otherwise. Of several ways the closest goes first: the same code before others, then the
 * larger share, then the more attributes alike. Every annotation is in one group; stacked ones are in several.
 *
 * The best is taken first and never given back, which need not be the largest number of groups there could be; it does
 * not depend on the order of coders or annotations. Groups are in text order.
 */
export function* alignAnnotations({ coders }: ComparedDocument): Steps<readonly Group[]> {
  const groups: Group[] = [];
  const all = yield* sortInSteps([...coders.values()].flat(), inTextOrder);
  for (const crowd of crowdsOf(all)) {
    for (const group of yield* alignCrowd(coders, crowd)) groups.push(group);
    yield;
  }
  return groups;
}

/**
 * Annotations that hang together, by one overlapping the next, in text order. Who is in different crowds shares no character,
 * so each can be aligned by itself: pairs are sorted by the hundred instead of by the hundred thousand.
 */
function crowdsOf(inOrder: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const crowds: Annotation[][] = [];
  let end = -1;
  for (const one of inOrder) {
    const crowd = crowds.at(-1);
    if (crowd === undefined || startOf(one) >= end) crowds.push([one]);
    else crowd.push(one);
    end = Math.max(end, endOf(one));
  }
  return crowds;
}

/** So many annotations, or pairs of them, are looked at in one step, for a text may hang together from end to end. */
const AT_ONCE = 200;

function* alignCrowd(
  coders: ComparedDocument['coders'],
  all: readonly Annotation[],
): Steps<readonly Group[]> {
  const groupOf = new Map<Annotation, Map<CoderId, Annotation>>();
  for (const one of all) {
    groupOf.set(one, new Map([[one.coderId, one]]));
    if (groupOf.size % AT_ONCE === 0) yield;
  }
  const pairs = yield* sortInSteps(yield* pairsOf(all), closestFirst);
  for (const [index, { first, second }] of pairs.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const [into, from] = [groupOf.get(first), groupOf.get(second)];
    if (into === undefined || from === undefined || into === from) continue;
    if ([...from.keys()].some((coder) => into.has(coder))) continue;
    for (const [coder, annotation] of from) {
      into.set(coder, annotation);
      groupOf.set(annotation, into);
    }
  }
  const groups: Group[] = [];
  for (const members of new Set(all.flatMap((one) => groupOf.get(one) ?? []))) {
    groups.push({ members: inOrderOf(coders, members) });
    if (groups.length % AT_ONCE === 0) yield;
  }
  return groups;
}

const leaders = new WeakMap<Group['members'], Annotation>();

/** The first of a group's annotations in text order, which stands for it. */
export function leaderOf({ members }: Group): Annotation {
  const known = leaders.get(members);
  if (known !== undefined) return known;
  const [leader] = [...members.values()].toSorted(inTextOrder);
  if (leader === undefined) throw new Error('A group has no annotation.');
  leaders.set(members, leader);
  return leader;
}

function inOrderOf(
  coders: ComparedDocument['coders'],
  members: ReadonlyMap<CoderId, Annotation>,
): Group['members'] {
  const ordered = [...coders.keys()].flatMap((coder) => {
    const own = members.get(coder);
    return own === undefined ? [] : [[coder, own] as const];
  });
  return new Map(ordered);
}

/** Every pair of two coders that may be about the same, by a walk along the text. */
function* pairsOf(all: readonly Annotation[]): Steps<readonly Pair[]> {
  const pairs: Pair[] = [];
  let open: Annotation[] = [];
  for (const [index, second] of all.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const start = startOf(second);
    open = open.filter((one) => endOf(one) > start);
    for (const first of open) {
      if (first.coderId === second.coderId) continue;
      const share = sharedBy(first, second);
      const sameCode = first.codeId === second.codeId;
      if (share === 0 || (!sameCode && share < SHARED_FOR_OTHER_CODE)) continue;
      pairs.push({ first, second, sameCode, share, sameValues: valuesAlike(first, second) });
    }
    open.push(second);
  }
  return pairs;
}

/** From 0, no character, to 1, the same pieces. */
function sharedBy(a: Annotation, b: Annotation): number {
  let both = 0;
  for (const one of a.pieces) {
    for (const other of b.pieces) {
      both += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return both / (lengthOf(a) + lengthOf(b) - both);
}

function lengthOf({ pieces }: Annotation): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}

function valuesAlike(a: Annotation, b: Annotation): number {
  let alike = 0;
  for (const id in a.attributes) {
    const [one, other] = [a.attributes[id], b.attributes[id]];
    const isList = typeof one === 'object' && typeof other === 'object';
    if (isList ? JSON.stringify(one) === JSON.stringify(other) : one === other) alike += 1;
  }
  return alike;
}

function closestFirst(a: Pair, b: Pair): number {
  return (
    Number(b.sameCode) - Number(a.sameCode) ||
    b.share - a.share ||
    b.sameValues - a.sameValues ||
    inTextOrder(a.first, b.first) ||
    inTextOrder(a.second, b.second)
  );
}

/** Ids come last, so that two coders' work of the same text and codes aligns the same way wherever it was made. */
function inTextOrder(a: Annotation, b: Annotation): number {
  return (
    startOf(a) - startOf(b) ||
    endOf(b) - endOf(a) ||
    compare(a.codeId, b.codeId) ||
    compare(a.id, b.id)
  );
}

/** `extentOf` without an object: these are asked hundreds of thousands of times. */
function startOf({ pieces }: Annotation): number {
  return pieces[0].start;
}

function endOf({ pieces }: Annotation): number {
  return pieces.at(-1)?.end ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

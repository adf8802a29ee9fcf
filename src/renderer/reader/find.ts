import { createStore } from 'zustand/vanilla';
import type { ExcludedRegion } from '../../core/document/source-document';
import { createFinder, type Finder, type FindOptions } from '../../core/search/find';
import { spansOverlap, type Span } from '../../core/text/span';
import { currentReader } from './current-reader';

/** A selection longer than this was not made to be looked for; in UTF-16 code units. */
const LONGEST_QUERY = 200;
/** What the bar covers at the top of the page, in CSS pixels. */
const BAR_HEIGHT = 56;

export interface FindState extends FindOptions {
  readonly isOpen: boolean;
  readonly query: string;
  /** In text order. */
  readonly hits: readonly Span[];
  /** Which of them is shown; -1 when there is none. */
  readonly current: number;
  /** Grows each time the bar is asked for, so that its field takes the focus anew. */
  readonly asked: number;
}

/** What is looked for in the text on the page; query and options stay from text to text. */
export const findStore = createStore<FindState>(() => ({
  isOpen: false,
  query: '',
  matchCase: false,
  wholeWords: false,
  hits: [],
  current: -1,
  asked: 0,
}));

/** Where the looking began, in UTF-16: a query that grows stays at its hit. */
let origin = 0;

/** Opens the bar, or goes back into it; what is selected in the text is looked for. */
export function openFind(): void {
  const reader = currentReader();
  if (reader === undefined) return;
  const selected = reader.passage(true);
  const words = selected === undefined ? '' : reader.textOf(selected);
  origin = selected?.start ?? reader.caret();
  const isQuery = words !== '' && words.length <= LONGEST_QUERY && !words.includes('\n');
  findStore.setState(({ asked, query }) => ({
    isOpen: true,
    asked: asked + 1,
    query: isQuery ? words : query,
  }));
  search();
}

/** Looks anew, from where the looking began. */
export function changeFind(change: Partial<Pick<FindState, 'query' | keyof FindOptions>>): void {
  findStore.setState(change);
  search();
}

/** To the next hit or the one before, round the ends of the text; opens the bar when it is closed. */
export function stepFind(back: boolean): void {
  const { isOpen, hits, current, query } = findStore.getState();
  if (!isOpen || query === '') {
    openFind();
    return;
  }
  if (hits.length > 0) show((current + (back ? hits.length - 1 : 1)) % hits.length);
}

/** Closes the bar; the hit stays selected in the text, ready to be coded. */
export function closeFind(): void {
  const { hits, current, isOpen } = findStore.getState();
  if (!isOpen) return;
  findStore.setState({ isOpen: false, hits: [], current: -1 });
  const reader = currentReader();
  reader?.setHits([], undefined);
  const hit = hits[current];
  if (hit !== undefined) reader?.select(hit, false);
  reader?.focus();
}

/** Another text is on the page. */
export function searchAnew(): void {
  finder = undefined;
  origin = 0;
  if (findStore.getState().isOpen) search();
}

/** How many hits lie in regions that are not part of the text proper. */
export function countExcluded(hits: readonly Span[], excluded: readonly ExcludedRegion[]): number {
  if (excluded.length === 0) return 0;
  return hits.filter((hit) => excluded.some((region) => spansOverlap(hit, region))).length;
}

let finder: { readonly matchCase: boolean; readonly find: Finder } | undefined;

function search(): void {
  const reader = currentReader();
  if (reader === undefined) return;
  const { query, matchCase, wholeWords } = findStore.getState();
  if (finder?.matchCase !== matchCase) {
    finder = { matchCase, find: createFinder(reader.text, matchCase) };
  }
  const hits = finder.find(query, wholeWords);
  const next = hits.findIndex((hit) => hit.start >= origin);
  findStore.setState({ hits });
  show(next === -1 && hits.length > 0 ? 0 : next);
}

function show(current: number): void {
  const { hits } = findStore.getState();
  const hit = hits[current];
  findStore.setState({ current });
  const reader = currentReader();
  reader?.setHits(hits, hit);
  if (hit === undefined) return;
  origin = hit.start;
  reader?.reveal(hit, { top: BAR_HEIGHT });
}

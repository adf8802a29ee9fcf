import type { DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findDocument } from '../../core/project/project';
import type { Query } from '../../core/search/query';
import { store } from '../state/app-state';
import { announce, showFault } from '../state/toasts';
import { searchCorpus } from './search-corpus';
import { searchStore, type SearchFields } from './search-state';

/** More hits than anybody looks through. */
const MOST = 20_000;
/** How long a slice of a search may take, in milliseconds: half a frame. */
const SLICE = 8;
/** How long typing must rest before a search begins, in milliseconds. */
const REST = 160;
/** Texts kept between two searches, in UTF-16 code units. */
const KEPT = 32_000_000;

let running = 0;
let resting: ReturnType<typeof setTimeout> | undefined;
let kept = new Map<DocumentId, string>();
let keptLength = 0;

/** Changes what is looked for, and looks for it as soon as one stops typing. */
export function setFields(change: Partial<SearchFields>): void {
  searchStore.setState(({ fields }) => ({ fields: { ...fields, ...change } }));
  clearTimeout(resting);
  running += 1;
  resting = setTimeout(() => void search(), REST);
}

/** Looks for what the fields say. An earlier search ends. */
export async function search(): Promise<void> {
  clearTimeout(resting);
  running += 1;
  const own = running;
  const { fields } = searchStore.getState();
  const { project, document } = store.getState();
  const nothing = { results: [], ticks: new Map<string, boolean>(), activeKey: undefined };
  if (project === undefined || fields.words.trim() === '') {
    searchStore.setState({ ...nothing, progress: { kind: 'nothing' } });
    return;
  }
  // The engine for regular expressions is large and rarely needed: it comes with the first search.
  const { parseQuery } = await import('../../core/search/query');
  if (own !== running) return;
  const matcher = parseQuery(queryOf(fields));
  if (!matcher.ok) {
    searchStore.setState({
      ...nothing,
      progress: { kind: 'refused', sentence: matcher.fault.text },
    });
    return;
  }
  const documents =
    fields.scope === 'corpus'
      ? project.documents
      : project.documents.filter(({ id }) => id === document?.id);
  const of = documents.length;
  searchStore.setState({ ...nothing, progress: { kind: 'running', searched: 0, of } });
  let since = performance.now();
  await searchCorpus({
    documents,
    matcher: matcher.value,
    most: MOST,
    textOf,
    isStopped: () => own !== running,
    isDue: () => performance.now() - since > SLICE,
    pause: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    },
    onFound: (results, searched) => {
      searchStore.setState({ results, progress: { kind: 'running', searched, of } });
    },
  });
  if (own !== running) return;
  const { results } = searchStore.getState();
  searchStore.setState({
    progress: { kind: 'done', isCut: results.some(({ isCut }) => isCut) },
  });
  const n = results.reduce((sum, { spans }) => sum + spans.length, 0);
  const holding = results.filter(({ spans }) => spans.length > 0);
  announce(t('search.found', { n, documents: holding.length }));
}

/** Ends the search; what was found stays. */
export function stopSearch(): void {
  const { progress } = searchStore.getState();
  if (progress.kind !== 'running') return;
  running += 1;
  searchStore.setState({ progress: { ...progress, kind: 'stopped' } });
}

/** Lets go of the texts that were read for searching. */
export function dropTexts(): void {
  kept = new Map();
  keptLength = 0;
}

function queryOf({ words, isPattern, matchCase, wholeWords }: SearchFields): Query {
  const options = { matchCase, wholeWords };
  return isPattern
    ? { ...options, kind: 'pattern', source: words }
    : { ...options, kind: 'text', texts: words.split('|') };
}

async function textOf(id: DocumentId): Promise<string | undefined> {
  const { document, project } = store.getState();
  if (document?.id === id) return document.text;
  const known = kept.get(id);
  if (known !== undefined) return known;
  if (project === undefined || findDocument(project, id) === undefined) return undefined;
  const answer = await window.postil.ask('document.text', id);
  if (!answer.ok) {
    showFault(answer.fault);
    return undefined;
  }
  if (keptLength + answer.value.length <= KEPT) {
    kept.set(id, answer.value);
    keptLength += answer.value.length;
  }
  return answer.value;
}

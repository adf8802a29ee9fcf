import { showView } from '../state/view-actions';
import { currentReader } from './current-reader';

/** A selection longer than this was not made to be looked for; in UTF-16 code units. */
const LONGEST = 200;

/** The page of every occurrence of the selected words; without a selection, as it was left. */
export function showOccurrences(): void {
  const reader = currentReader();
  const span = reader?.passage(false);
  const words = reader === undefined || span === undefined ? '' : reader.textOf(span);
  const isQuery = words !== '' && words.length <= LONGEST;
  showView({ kind: 'occurrences', ...(isQuery && { words: words.replace(/\s+/gu, ' ') }) });
}

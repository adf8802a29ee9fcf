import type { ReadingMark } from '../../core/document/reading-mark';
import { paragraphIndexAt } from '../../core/text/paragraph';
import { currentReader } from '../reader/current-reader';
import type { Deeds } from '../state/actions';
import { store, type AppState } from '../state/app-state';
import { askToExclude, includeAt } from '../state/excluded-actions';
import { decideDocument, decideParagraph } from '../state/mark-actions';
import { showView } from '../state/view-actions';

const hasText = (state: AppState): boolean => state.document !== undefined;
const isReading = (state: AppState): boolean => hasText(state) && state.view.kind === 'text';

/** Memos, decisions about what was read, and the regions that are not part of a text. */
export const READING_DEEDS = {
  'show-memos': {
    run: () => {
      showView({ kind: 'memos' });
    },
  },
  'finish-paragraph': paragraph('finished'),
  'nothing-in-paragraph': paragraph('nothing'),
  'finish-document': {
    run: () => {
      decideDocument('finished');
    },
    isAvailable: hasText,
  },
  'nothing-in-document': {
    run: () => {
      decideDocument('nothing');
    },
    isAvailable: hasText,
  },
  'exclude-passage': {
    run: () => {
      askToExclude(currentReader()?.passage(true));
    },
    isAvailable: isReading,
  },
  'include-region': {
    run: () => {
      const reader = currentReader();
      if (reader !== undefined) includeAt(reader.caret());
    },
    isAvailable: isReading,
  },
} satisfies Partial<Deeds>;

/** About the paragraph that holds the caret.  */
function paragraph(decision: ReadingMark['decision']): Deeds[keyof Deeds] {
  return {
    run: () => {
      const reader = currentReader();
      const { document } = store.getState();
      if (reader === undefined || document === undefined) return;
      const index = paragraphIndexAt(document.paragraphs, reader.caret());
      const here = index === undefined ? undefined : document.paragraphs[index];
      if (here !== undefined) decideParagraph(here.number, decision);
    },
    isAvailable: isReading,
  };
}

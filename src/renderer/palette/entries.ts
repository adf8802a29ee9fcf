import { t } from '../../core/messages/message';
import { ACTIONS } from '../../ipc/actions';
import { chordLabel } from '../../ipc/keys';
import { isAvailable, keyTable, runAction } from '../state/actions';
import type { AppState } from '../state/app-state';
import { openDocument } from '../state/document-actions';
import { focusText } from '../state/text-focus';
import { createMatcher, foldName, type FoldedName } from './rank';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  /** Its key as people read it. */
  readonly key?: string;
  readonly run: () => void;
}

export interface Found {
  readonly entry: PaletteEntry;
  /** Which UTF-16 units of the name were meant by what was typed. */
  readonly marks: readonly number[];
}

/** All that can be done now: the actions that would do something, then every other document. */
export function createEntries(state: AppState): readonly PaletteEntry[] {
  const table = keyTable(state);
  const actions = ACTIONS.filter(({ id }) => id !== 'command-palette' && isAvailable(id, state));
  const documents = state.project?.documents ?? [];
  return [
    ...actions.map(({ id }): PaletteEntry => {
      const [key] = table.keysOf(id);
      return {
        id,
        name: t(`action.${id}`),
        ...(key !== undefined && { key: chordLabel(key, table.platform) }),
        run: () => void runAction(id),
      };
    }),
    ...documents
      .filter(({ id }) => id !== state.document?.id)
      .map(({ id, title }): PaletteEntry => ({
        id: `document ${id}`,
        name: t('palette.document', { title: title.value }),
        run: () => void openDocument(id).then(focusText),
      })),
  ];
}

/** What fits the query, the best first; of equals, and of all when nothing was typed, what was used last. */
export function findEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly Found[] {
  const since = new Map(recent.map((id, at) => [id, at]));
  const match = createMatcher(query);
  const age = ({ entry }: Found): number => since.get(entry.id) ?? recent.length;
  return entries
    .flatMap((entry) => {
      const fit = match(foldedName(entry));
      return fit === undefined ? [] : [{ entry, ...fit }];
    })
    .sort((one, other) => one.score - other.score || age(one) - age(other));
}

const folded = new WeakMap<PaletteEntry, FoldedName>();

/** Once, not for every letter. */
function foldedName(entry: PaletteEntry): FoldedName {
  const known = folded.get(entry);
  if (known !== undefined) return known;
  const name = foldName(entry.name);
  folded.set(entry, name);
  return name;
}

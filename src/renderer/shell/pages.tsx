import { BookMarked, NotebookText, Users, type LucideIcon } from 'lucide-react';
import { useEffect, type ComponentType } from 'react';
import type { MessageKey } from '../../core/messages/message';
import { ActorsPage } from '../actors/actors-page';
import { AdjudicatePage } from '../adjudicate/adjudicate-page';
import { AgreementPage } from '../agreement/agreement-page';
import { CodebookPage } from '../codebook/codebook-page';
import { ComparePage } from '../compare/compare-page';
import { MemosPage } from '../memos/memos-page';
import { BackupsPage } from '../past/backups-page';
import { HistoryPage } from '../past/history-page';
import { OccurrencesPage } from '../search/occurrences-page';
import { KeysPage } from '../settings/keys-page';
import { useApp } from '../state/app-state';
import { focusText } from '../state/text-focus';
import type { View } from '../state/view';
import { TeamPage } from '../team/team-page';
import styles from './shell.module.css';

interface PageEntry {
  readonly kind: Exclude<View['kind'], 'text'>;
  /** Reads the rest of its view from the store. */
  readonly Page: ComponentType;
  /** For pages one goes to all the time: their place in the switch of the title bar. */
  readonly tab?: { readonly name: MessageKey; readonly Icon: LucideIcon };
}

/** Every page, in the order of the switch. A feature that has one adds it here. */
export const PAGES: readonly PageEntry[] = [
  { kind: 'codebook', Page: CodebookPage, tab: { name: 'codebook.title', Icon: BookMarked } },
  { kind: 'actors', Page: ActorsPage, tab: { name: 'actors.title', Icon: Users } },
  { kind: 'memos', Page: MemosPage, tab: { name: 'memos.title', Icon: NotebookText } },
  { kind: 'occurrences', Page: OccurrencesPage },
  { kind: 'compare', Page: ComparePage },
  { kind: 'agreement', Page: AgreementPage },
  { kind: 'team', Page: TeamPage },
  { kind: 'adjudicate', Page: AdjudicatePage },
  { kind: 'history', Page: HistoryPage },
  { kind: 'backups', Page: BackupsPage },
  { kind: 'keys', Page: KeysPage },
];

/** The page that lies over the text, if any. When it goes away the focus goes back to the text. */
export function CurrentPage() {
  const kind = useApp((state) => state.view.kind);
  const entry = PAGES.find((one) => one.kind === kind);
  const isOpen = entry !== undefined;
  useEffect(() => (isOpen ? focusText : undefined), [isOpen]);
  if (entry === undefined) return null;
  return (
    <div className={styles['page']}>
      <entry.Page key={kind} />
    </div>
  );
}

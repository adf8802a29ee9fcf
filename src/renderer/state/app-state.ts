import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { AnnotationId, CoderId, DocumentId } from '../../core/ids';
import type { Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import type { Coder, Project } from '../../core/project/project';
import type { Fault } from '../../core/result';
import type {
  CodebookPreview,
  HistoryNames,
  ImportPreview,
  ImportRefusal,
  PackPreview,
  UnmatchedPreview,
  SaveState,
} from '../../ipc/contract';
import { INITIAL_SETTINGS, type ReadingPlace, type Settings } from '../../ipc/settings';
import { WHOLE_LIST, type ListSettings } from './list-settings';
import type { LinkMode } from './link-mode';
import { startTrail, type PlaceTrail } from './place-trail';
import { TEXT_VIEW, type View } from './view';

/** The document on the page. */
export interface OpenDocument {
  readonly id: DocumentId;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What was just done, with a way back beside it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export type Dialog =
  | { readonly kind: 'export' }
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  | { readonly kind: 'codebook-import'; readonly preview: CodebookPreview }
  | { readonly kind: 'refused'; readonly refusal: ImportRefusal }
  | { readonly kind: 'notices'; readonly notices: readonly Fault[] }
  | { readonly kind: 'coder' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'details'; readonly documentId: DocumentId }
  | { readonly kind: 'palette' }
  | { readonly kind: 'exclude'; readonly span: Span }
  | { readonly kind: 'merge-actor'; readonly actorId: string }
  /** Without a preview while it is being looked at. */
  | { readonly kind: 'pack'; readonly file: string; readonly preview: PackPreview | undefined }
  | { readonly kind: 'unmatched'; readonly preview: UnmatchedPreview | undefined }
  | { readonly kind: 'report' }
  | { readonly kind: 'about' };

/** The attribute that the bar at the passage asks for. */
export interface Asking {
  readonly annotationId: AnnotationId;
  readonly attributeId: string;
}

export interface AppState {
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly appVersion: string;
  readonly settings: Settings;
  /** Undefined until the main process answered; then `project` or `fault` says what there is. */
  readonly isStarted: boolean;
  readonly fault: Fault | undefined;
  readonly project: Project | undefined;
  readonly folder: string;
  readonly coderId: CoderId;
  /** The coder at this computer as they would be called, while they are not among the project's. */
  readonly newcomer: Coder | undefined;
  readonly history: HistoryNames;
  readonly places: Readonly<Record<string, ReadingPlace>>;
  readonly document: OpenDocument | undefined;
  readonly selectedId: AnnotationId | undefined;
  /** Counts only while its annotation is the selected one. */
  readonly asking: Asking | undefined;
  readonly list: ListSettings;
  /** Pointed at from elsewhere in the window: the text shows where it is. */
  readonly pointedId: AnnotationId | undefined;
  /** The link that is being made. */
  readonly link: LinkMode | undefined;
  /** What is in the middle of the window. */
  readonly view: View;
  /** The way back and forward. */
  readonly trail: PlaceTrail;
  readonly save: SaveState;
  /** Commands sent and not yet answered. */
  readonly pending: number;
  /** Something was typed that is not a command yet. */
  readonly isUnkept: boolean;
  /** The last command that was carried out, as the main process counts. */
  readonly serial: number;
  readonly toasts: readonly Toast[];
  readonly dialog: Dialog | undefined;
  /** Read to people who cannot see the page. */
  readonly announcement: string;
}

export const store = createStore<AppState>(() => ({
  platform: 'linux',
  appVersion: '',
  settings: INITIAL_SETTINGS,
  isStarted: false,
  fault: undefined,
  project: undefined,
  folder: '',
  coderId: '' as CoderId,
  newcomer: undefined,
  history: {},
  places: {},
  document: undefined,
  selectedId: undefined,
  asking: undefined,
  list: WHOLE_LIST,
  pointedId: undefined,
  link: undefined,
  view: TEXT_VIEW,
  trail: startTrail({ view: TEXT_VIEW, documentId: undefined, selectedId: undefined }),
  save: { kind: 'saved', serial: 0 },
  pending: 0,
  isUnkept: false,
  serial: 0,
  toasts: [],
  dialog: undefined,
  announcement: '',
}));

export function useApp<Picked>(pick: (state: AppState) => Picked): Picked {
  return useStore(store, pick);
}

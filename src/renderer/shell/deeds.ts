import { flushSync } from 'react-dom';
import { extentOf, type Confidence } from '../../core/annotation/annotation';
import type { Requests } from '../../ipc/contract';
import { currentReader } from '../reader/current-reader';
import { assignedWork, toggleMine } from '../documents/mine';
import { openFind, stepFind } from '../reader/find';
import { showOccurrences } from '../reader/occurrences';
import { walkAnnotations } from '../reader/keys';
import { actOnPassage } from '../reader/passage-keys';
import { startActor } from '../actors/register-view';
import { findMentions, openActorOf, openActorPage } from '../state/actor-actions';
import { deleteAnnotation, selectedAnnotation } from '../state/annotation-actions';
import type { Deeds } from '../state/actions';
import { setConfidence } from '../state/attribute-actions';
import { addSelectedExample, chooseCodebook, exportCodebook } from '../state/codebook-actions';
import { store, type AppState, type Dialog } from '../state/app-state';
import { askAgain } from '../state/asking';
import { isInField } from '../state/fields';
import { startLink } from '../state/link-actions';
import { saveMethodsReport } from '../state/methods-actions';
import { addPiece, removePiece } from '../state/part-actions';
import { redo, undo } from '../state/project-actions';
import { setTheme, stepTextSize } from '../state/settings-actions';
import { focusText } from '../state/text-focus';
import { showFault } from '../state/toasts';
import { chooseImport, chooseTexts } from '../state/transfer-actions';
import {
  backToText,
  canGoBack,
  canGoForward,
  goBack,
  goForward,
  showView,
} from '../state/view-actions';
import { focusAttributes, focusMemo, focusNextPane } from './pane-focus';
import { togglePanel } from './panel-toggles';
import { PAST_DEEDS } from './past-deeds';
import { READING_DEEDS } from './reading-deeds';

const hasText = (state: AppState): boolean => state.document !== undefined;
const hasSelected = (state: AppState): boolean => state.selectedId !== undefined;
const actorOnPage = ({ view }: AppState): string | undefined =>
  view.kind === 'actors' ? view.actorId : undefined;
const hasActor = (state: AppState): boolean => actorOnPage(state) !== undefined;

/** What every action does in the window; a feature that has actions adds what they do here. */
export const DEEDS: Deeds = {
  'activate-annotation': {
    run: () => {
      const reader = currentReader();
      reader?.activateAt(reader.caret());
    },
  },
  'edit-boundaries': {
    run: () => currentReader()?.focusHandle(),
    isAvailable: hasSelected,
  },
  'link-annotation': { run: startLink, isAvailable: hasSelected },
  'add-piece': {
    run: () => {
      actOnPassage(addPiece);
    },
    isAvailable: hasSelected,
  },
  'remove-piece': {
    run: () => {
      actOnPassage(removePiece);
    },
    isAvailable: hasSelected,
  },
  'ask-attributes': {
    run: () => {
      const annotation = selectedAnnotation();
      if (annotation === undefined) return;
      currentReader()?.setCaret(extentOf(annotation).end);
      askAgain(annotation);
    },
    isAvailable: hasSelected,
  },
  'edit-attributes': { run: focusAttributes, isAvailable: hasSelected },
  'confidence-1': confident(1),
  'confidence-2': confident(2),
  'confidence-3': confident(3),
  'focus-memo': { run: focusMemo, isAvailable: hasSelected },
  'add-example': { run: addSelectedExample, isAvailable: hasSelected },
  'delete-annotation': {
    run: () => {
      const annotation = selectedAnnotation();
      if (annotation !== undefined) deleteAnnotation(annotation);
    },
    isAvailable: hasSelected,
  },

  'command-palette': { run: show({ kind: 'palette' }) },
  'next-annotation': { run: () => walk(false) },
  'previous-annotation': { run: () => walk(true) },
  'go-back': { run: () => void goBack(), isAvailable: canGoBack },
  'go-forward': { run: () => void goForward(), isAvailable: canGoForward },
  'show-text': {
    run: () => {
      backToText();
      focusText();
    },
    isAvailable: ({ view }) => view.kind !== 'text',
  },
  'show-codebook': {
    run: () => {
      showView({ kind: 'codebook' });
    },
    isAvailable: ({ view }) => view.kind !== 'codebook',
  },
  'show-actors': {
    run: () => {
      openActorPage();
    },
  },
  'open-actor': {
    run: () => {
      const annotation = selectedAnnotation();
      if (annotation !== undefined) openActorOf(annotation);
    },
    isAvailable: hasSelected,
  },
  'show-compare': {
    run: () => {
      showView({ kind: 'compare' });
    },
    isAvailable: ({ view }) => view.kind !== 'compare',
  },
  'show-agreement': {
    run: () => {
      showView({ kind: 'agreement' });
    },
    isAvailable: ({ view }) => view.kind !== 'agreement',
  },
  'save-methods-report': { run: () => void saveMethodsReport() },
  'show-team': {
    run: () => {
      showView({ kind: 'team' });
    },
    isAvailable: ({ view }) => view.kind !== 'team',
  },
  'show-adjudicate': {
    run: () => {
      showView({ kind: 'adjudicate' });
    },
    isAvailable: ({ view }) => view.kind !== 'adjudicate',
  },
  'next-pane': {
    run: () => {
      focusNextPane(false);
    },
  },
  'previous-pane': {
    run: () => {
      focusNextPane(true);
    },
  },

  ...READING_DEEDS,
  ...PAST_DEEDS,

  undo: {
    run: () => undoInField('undo') || void undo(),
    isAvailable: ({ history }) => history.undo !== undefined,
  },
  redo: {
    run: () => undoInField('redo') || void redo(),
    isAvailable: ({ history }) => history.redo !== undefined,
  },

  find: {
    run: () => {
      flushSync(backToText);
      openFind();
    },
    isAvailable: hasText,
  },
  'find-next': find(false),
  'find-previous': find(true),
  'every-occurrence': {
    run: showOccurrences,
    isAvailable: ({ project }) => (project?.documents.length ?? 0) > 0,
  },

  'new-actor': { run: startActor },
  'merge-actor': {
    run: () => {
      const actorId = actorOnPage(store.getState());
      if (actorId !== undefined) show({ kind: 'merge-actor', actorId })();
    },
    isAvailable: hasActor,
  },
  'find-mentions': {
    run: () => {
      const actorId = actorOnPage(store.getState());
      if (actorId !== undefined) findMentions(actorId);
    },
    isAvailable: hasActor,
  },

  'toggle-documents': {
    run: () => {
      togglePanel('documents');
    },
  },
  'my-documents': {
    run: () => {
      toggleMine();
      if (!store.getState().settings.documentsOpen) togglePanel('documents');
    },
    isAvailable: ({ project, coderId }) =>
      project !== undefined && assignedWork(project, coderId).size > 0,
  },
  'toggle-inspector': {
    run: () => {
      togglePanel('inspector');
    },
  },
  'larger-text': {
    run: () => {
      stepTextSize(1);
    },
  },
  'smaller-text': {
    run: () => {
      stepTextSize(-1);
    },
  },
  'default-text': {
    run: () => {
      stepTextSize(0);
    },
  },
  'theme-system': theme('system'),
  'theme-light': theme('light'),
  'theme-dark': theme('dark'),
  'reading-settings': { run: show({ kind: 'reading' }) },
  'keyboard-help': {
    run: () => {
      showView({ kind: 'keys' });
    },
  },
  'save-report': { run: show({ kind: 'report' }) },
  about: { run: show({ kind: 'about' }) },

  'new-project': { run: () => ask('project.create') },
  'open-project': { run: () => ask('project.open') },
  'add-texts': { run: () => void chooseTexts() },
  import: { run: () => void chooseImport() },
  export: { run: show({ kind: 'export' }) },
  'import-codebook': { run: () => void chooseCodebook() },
  'export-codebook': { run: () => void exportCodebook() },
  'show-folder': { run: () => ask('project.showFolder') },
  'coder-settings': { run: show({ kind: 'coder' }) },
};

/** How sure one is of the selected annotation; the same again takes it away. */
function confident(step: Confidence): Deeds[keyof Deeds] {
  return {
    run: () => {
      const annotation = selectedAnnotation();
      if (annotation === undefined) return;
      setConfidence(annotation, annotation.confidence === step ? undefined : step);
    },
    isAvailable: hasSelected,
  };
}

function show(dialog: Dialog): () => void {
  return () => {
    store.setState({ dialog });
  };
}

function theme(name: Parameters<typeof setTheme>[0]): Deeds[keyof Deeds] {
  return {
    run: () => {
      setTheme(name);
    },
    isAvailable: ({ settings }) => settings.theme !== name,
  };
}

function find(back: boolean): Deeds[keyof Deeds] {
  return {
    run: () => {
      flushSync(backToText);
      stepFind(back);
    },
    isAvailable: hasText,
  };
}

function walk(back: boolean): boolean {
  const reader = currentReader();
  return reader !== undefined && walkAnnotations(reader, back);
}

type Asked = 'project.create' | 'project.open' | 'project.showFolder';

function ask(name: Asked & keyof Requests): void {
  void window.postil.ask(name).then((answer) => {
    if (!answer.ok) showFault(answer.fault);
  });
}

/** In a text field, undo and redo are the field's own, which only this old command reaches. */
function undoInField(kind: 'undo' | 'redo'): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has replaced it for this
  return isInField() && document.execCommand(kind);
}

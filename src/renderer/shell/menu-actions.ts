import { assertNever } from '../../core/result';
import type { MenuAction } from '../../ipc/contract';
import { currentReader } from '../reader/current-reader';
import { openFind, stepFind } from '../reader/find';
import { walkAnnotations } from '../reader/keys';
import { deleteAnnotation, selectedAnnotation } from '../state/annotation-actions';
import { store, type Dialog } from '../state/app-state';
import { isInField } from '../state/fields';
import { redo, undo } from '../state/project-actions';
import { backToText, showView } from '../state/view-actions';
import { setTheme, stepTextSize } from '../state/settings-actions';
import { chooseImport, chooseTexts } from '../state/transfer-actions';
import { togglePanel } from './panel-toggles';

/** Carries out what was chosen in the application menu. */
export function runMenuAction(action: MenuAction): void {
  switch (action) {
    case 'undo':
      if (!undoInField('undo')) void undo();
      return;
    case 'redo':
      if (!undoInField('redo')) void redo();
      return;
    case 'delete-annotation': {
      const annotation = selectedAnnotation();
      if (annotation !== undefined) deleteAnnotation(annotation);
      return;
    }
    case 'find':
      backToText();
      openFind();
      return;
    case 'find-next':
    case 'find-previous':
      backToText();
      stepFind(action === 'find-previous');
      return;
    case 'edit-boundaries':
      currentReader()?.focusHandle();
      return;
    case 'next-annotation':
    case 'previous-annotation': {
      const reader = currentReader();
      if (reader !== undefined) walkAnnotations(reader, action === 'previous-annotation');
      return;
    }
    case 'add-texts':
      void chooseTexts();
      return;
    case 'import':
      void chooseImport();
      return;
    case 'export':
      if (store.getState().project !== undefined) show({ kind: 'export' });
      return;
    case 'coder-settings':
      if (store.getState().project !== undefined) show({ kind: 'coder' });
      return;
    case 'reading-settings':
      show({ kind: 'reading' });
      return;
    case 'toggle-documents':
      togglePanel('documents');
      return;
    case 'toggle-inspector':
      togglePanel('inspector');
      return;
    case 'larger-text':
      stepTextSize(1);
      return;
    case 'smaller-text':
      stepTextSize(-1);
      return;
    case 'default-text':
      stepTextSize(0);
      return;
    case 'theme-system':
      setTheme('system');
      return;
    case 'theme-light':
      setTheme('light');
      return;
    case 'theme-dark':
      setTheme('dark');
      return;
    case 'keyboard-help':
      showView({ kind: 'keys' });
      return;
    case 'about':
      show({ kind: 'about' });
      return;
    default:
      assertNever(action);
  }
}

function show(dialog: Dialog): void {
  store.setState({ dialog });
}

/** In a text field, undo and redo are the field's own, which only this old command reaches. */
function undoInField(kind: 'undo' | 'redo'): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has replaced it for this
  return isInField() && document.execCommand(kind);
}

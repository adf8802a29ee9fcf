import type { KeyboardEvent } from 'react';
import type { Relation } from '../../core/annotation/relation';
import { t } from '../../core/messages/message';
import { isGold } from '../../core/verdict/gold-coder';
import { store } from '../state/app-state';
import { unlink } from '../state/relation-actions';
import { focusText } from '../state/text-focus';
import { showToast } from '../state/toasts';

/** Delete on a relation that has the focus, in the list or beside the text, takes it away; another coder's it does not. */
export function removeByKey(event: KeyboardEvent, relation: Relation): void {
  if (event.key !== 'Delete' && event.key !== 'Backspace') return;
  event.preventDefault();
  event.stopPropagation();
  const { coderId } = relation;
  if (coderId !== store.getState().coderId && !isGold(coderId)) {
    showToast(t('relations.notYoursToRemove'));
    return;
  }
  unlink(relation);
  store.setState({ pointedId: undefined });
  focusText();
}

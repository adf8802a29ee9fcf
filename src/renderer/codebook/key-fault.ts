import { t } from '../../core/messages/message';
import { createFault, type Fault } from '../../core/result';
import { parseChord } from '../../ipc/keys';
import { keyTable } from '../state/actions';
import { store } from '../state/app-state';

/** Why a code cannot have a key: an action has it, as this person set the keys. Undefined when none has. */
export function checkActionKey(key: string): Fault | undefined {
  const table = keyTable(store.getState());
  const chord = parseChord(key.toUpperCase(), table.platform);
  if (chord === undefined) return undefined;
  const id = table.find(chord, 'text') ?? table.find(chord, 'window');
  return id && createFault('codebook.key.action', { key, action: t(`action.${id}`) });
}

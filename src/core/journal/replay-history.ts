import { EMPTY_HISTORY, MOST_STEPS, type History, type Step } from '../project/history';
import type { JournalEntry } from './entry';

/**
 * What could be undone and redone after these acts of one device, in the order in which it did them, which began where
 * this could be.
 */
export function replayHistory(
  entries: Iterable<JournalEntry>,
  before: History = EMPTY_HISTORY,
): History {
  let undo: Step[] = [...before.undo];
  let redo: Step[] = [...before.redo];
  for (const { reason, step, goesOn } of entries) {
    if (step === undefined) continue;
    if (reason === 'perform') {
      if (goesOn === true) undo.pop();
      undo.push(step);
      redo = [];
    } else if (reason === 'undo') {
      undo.pop();
      redo.push(step);
    } else if (reason === 'redo') {
      redo.pop();
      undo.push(step);
    }
    if (undo.length > 2 * MOST_STEPS) undo = undo.slice(-MOST_STEPS);
  }
  if (undo.length + redo.length === 0) return EMPTY_HISTORY;
  return { undo: undo.slice(-MOST_STEPS), redo };
}

import type { KeyboardEvent } from 'react';
import type { AddedDraft } from './added-pane';
import type { DecisionDraft } from './use-decision';

/** The keys that decide on a passage; true for one that did. */
export function verdictKeys(decision: DecisionDraft): (event: KeyboardEvent) => boolean {
  return (event) => {
    const { key } = event;
    if (!isPlain(event)) return false;
    if (/^[1-9]$/u.test(key)) {
      const coder = [...(decision.group?.document.coders.keys() ?? [])][Number(key) - 1];
      if (coder === undefined) return false;
      decision.take(coder);
      return true;
    }
    const deed = {
      '0': decision.none,
      n: decision.makeNew,
      m: decision.merge,
      r: decision.reopen,
      g: decision.go,
      u: () => {
        decision.setGrounds({ codebookUnclear: !decision.grounds.codebookUnclear });
      },
    }[key.toLowerCase()];
    deed?.();
    return deed !== undefined;
  };
}

/** Those of a passage that all coders missed. */
export function addedKeys(passage: AddedDraft): (event: KeyboardEvent) => boolean {
  return (event) => {
    if (!isPlain(event)) return false;
    const deed = { r: passage.reopen, g: passage.go }[event.key.toLowerCase()];
    deed?.();
    return deed !== undefined;
  };
}

export function isPlain({ ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !nativeEvent.isComposing;
}

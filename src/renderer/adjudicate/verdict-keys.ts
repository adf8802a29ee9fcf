import type { KeyboardEvent } from 'react';
import type { DecisionDraft } from './use-decision';

/** The keys that decide; true for one that did. */
export function verdictKeys(decision: DecisionDraft): (event: KeyboardEvent) => boolean {
  return (event) => {
    const { ctrlKey, metaKey, altKey, key, nativeEvent } = event;
    if (ctrlKey || metaKey || altKey || nativeEvent.isComposing) return false;
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

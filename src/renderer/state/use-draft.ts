import { useEffect, useEffectEvent, useState } from 'react';
import { store } from './app-state';

/** How long the keys must rest until what was typed is kept, in milliseconds. */
const REST = 800;

interface Draft {
  readonly draft: string;
  readonly write: (draft: string) => void;
  /** Keeps it now. */
  readonly keep: () => void;
}

/**
 * Prose while it is being typed: kept when the keys rest and when one leaves it; until then the status does not say
 * "Saved". Undo and other changes from outside replace what is being written.
 */
export function useDraft(value: string, onKeep: (text: string) => void): Draft {
  const [kept, setKept] = useState(value);
  const [draft, setDraft] = useState(value);
  if (kept !== value) {
    setKept(value);
    setDraft(value);
  }
  const keep = useEffectEvent(() => {
    if (draft !== value) onKeep(draft);
  });
  useEffect(() => {
    store.setState({ isUnkept: draft !== value });
    if (draft === value) return undefined;
    const timer = setTimeout(() => {
      keep();
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, value]);
  useEffect(
    () => () => {
      keep();
      store.setState({ isUnkept: false });
    },
    [],
  );
  return {
    draft,
    write: setDraft,
    keep: () => {
      if (draft !== value) onKeep(draft);
    },
  };
}

type Listener = (name: 'documents' | 'inspector') => void;

const listeners = new Set<Listener>();

/** Menus toggle panels from outside the components that know whether they are open. */
export function togglePanel(name: 'documents' | 'inspector'): void {
  listeners.forEach((listener) => {
    listener(name);
  });
}

export function onPanelToggle(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

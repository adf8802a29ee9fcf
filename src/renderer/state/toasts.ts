import type { Fault } from '../../core/result';
import { store, type Toast } from './app-state';

/** How long a toast stays, in milliseconds; a problem stays until it is closed. */
const STAY = 6_000;
const MOST = 3;
let nextId = 1;

export function showToast(text: string, action?: Toast['action']): void {
  push({ text, tone: 'done', ...(action && { action }) });
}

export function showFault(fault: Fault): void {
  push({
    text: fault.where === undefined ? fault.text : `${fault.where}: ${fault.text}`,
    tone: 'problem',
  });
}

/** What could not be done, with what makes it possible beside it. */
export function showProblem(text: string, action: NonNullable<Toast['action']>): void {
  push({ text, tone: 'problem', action });
}

export function closeToast(id: number): void {
  store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** A way back is offered only until the next step: after it, Undo would take back something else. */
export function dropWaysBack(): void {
  store.setState(({ toasts }) => ({
    toasts: toasts.filter((toast) => toast.action === undefined),
  }));
}

function push(toast: Omit<Toast, 'id'>): void {
  const id = nextId;
  nextId += 1;
  store.setState(({ toasts }) => {
    const others = toasts.filter((one) => one.text !== toast.text);
    return { toasts: [...others, { ...toast, id }].slice(-MOST) };
  });
  if (toast.tone === 'done') setTimeout(closeToast, STAY, id);
}

/** Says something to people who listen instead of looking. */
export function announce(text: string): void {
  store.setState({ announcement: text });
}

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { openActorPage } from '../state/actor-actions';
import { store } from '../state/app-state';
import type { RegisterView } from './arrange';

interface RegisterState {
  readonly view: RegisterView;
  /** The name of a new entry is asked for. */
  readonly isAdding: boolean;
}

/** How the register is looked at; kept while one is elsewhere, so that coming back finds it. */
const register = createStore<RegisterState>(() => ({
  view: { query: '', kind: 'all', sort: 'name' },
  isAdding: false,
}));

export function useRegister(): RegisterState {
  return useStore(register);
}

export function changeRegisterView(change: Partial<RegisterView>): void {
  register.setState(({ view }) => ({ view: { ...view, ...change } }));
}

/** Shows the register and asks for the name of a new entry. */
export function startActor(): void {
  if (store.getState().view.kind !== 'actors') openActorPage();
  register.setState({ isAdding: true });
}

export function endAdding(): void {
  register.setState({ isAdding: false });
}

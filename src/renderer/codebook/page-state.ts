import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CodeId } from '../../core/ids';

/** What the right side of the page is about. */
export type Subject =
  | { readonly kind: 'code'; readonly codeId: CodeId | undefined }
  | { readonly kind: 'kinds' }
  | { readonly kind: 'lists' }
  | { readonly kind: 'revisions' };

interface PageState {
  readonly subject: Subject;
  readonly closed: ReadonlySet<CodeId>;
  readonly showsRetired: boolean;
}

/** Kept while one is elsewhere in the window, so that coming back finds the page as it was left. */
const page = createStore<PageState>(() => ({
  subject: { kind: 'code', codeId: undefined },
  closed: new Set(),
  showsRetired: false,
}));

export function usePage<Picked>(pick: (state: PageState) => Picked): Picked {
  return useStore(page, pick);
}

export function showSubject(subject: Subject): void {
  page.setState({ subject });
}

export function showCode(codeId: CodeId | undefined): void {
  showSubject({ kind: 'code', codeId });
}

export function setClosed(codeId: CodeId, isClosed: boolean): void {
  page.setState(({ closed }) => {
    const next = new Set(closed);
    if (isClosed) next.add(codeId);
    else next.delete(codeId);
    return { closed: next };
  });
}

export function setShowsRetired(showsRetired: boolean): void {
  page.setState({ showsRetired });
}

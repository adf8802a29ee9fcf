import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { patched, type CodePatch } from '../../core/codebook/edit';
import type { Code } from '../../core/codebook/codebook';
import { sameData } from '../../core/codebook/compare';
import type { CodeId, ProjectId } from '../../core/ids';

/** What was written in the editor of a code and is no revision yet. */
export interface Draft {
  /** Only the fields that differ, so that what happens to the others meanwhile shows through. */
  readonly patch: CodePatch;
  /** As the person wrote it; the app's own words when absent. */
  readonly reason?: string;
  /** What stranded values become, by `Stranded.key`. */
  readonly becomes: Readonly<Record<string, string>>;
}

type Drafts = Readonly<Record<string, Draft>>;

const NONE: Draft = { patch: {}, becomes: {} };
/** The number is raised when a draft of before would no longer be understood. */
const PLACE = 'postil.codebook-drafts.1';

/** Drafts outlast the page, the project and the window: nothing that was typed is lost. */
const drafts = createStore<{ readonly all: Drafts }>(() => ({ all: readKept() }));
drafts.subscribe(({ all }) => {
  // A key that was taken away is said by `undefined`, which JSON does not have.
  const text = JSON.stringify(all, (_field, value: unknown) => value ?? null);
  window.localStorage.setItem(PLACE, text);
});

function readKept(): Drafts {
  try {
    const kept = JSON.parse(window.localStorage.getItem(PLACE) ?? '{}') as Drafts;
    return Object.fromEntries(Object.entries(kept).map(([key, draft]) => [key, revived(draft)]));
  } catch {
    return {};
  }
}

function revived({ patch, ...draft }: Draft): Draft {
  const isTaken = 'key' in patch && typeof patch.key !== 'string';
  return { ...draft, patch: isTaken ? { ...patch, key: undefined } : patch };
}

function keyOf(projectId: ProjectId, codeId: CodeId): string {
  return `${projectId}/${codeId}`;
}

export function useDraft(projectId: ProjectId, code: Code): Draft {
  return useStore(drafts, ({ all }) => all[keyOf(projectId, code.id)] ?? NONE);
}

/** The codes of the project that have a draft. */
export function useDrafted(projectId: ProjectId): (codeId: CodeId) => boolean {
  const all = useStore(drafts, (state) => state.all);
  return (codeId) => hasChanges(all[keyOf(projectId, codeId)] ?? NONE);
}

export function hasChanges(draft: Draft): boolean {
  return Object.keys(draft.patch).length > 0;
}

/** Writes into a draft. A field that is again as it was in `code` is no change any more. */
export function changeDraft(projectId: ProjectId, code: Code, change: CodePatch): void {
  update(projectId, code.id, (draft) => {
    const patch = { ...draft.patch, ...change };
    const differing = Object.entries(patch).filter(
      ([field, value]) => !sameData(value, code[field as keyof Code]),
    );
    return { ...draft, patch: Object.fromEntries(differing) };
  });
}

export function changeDraftNotes(
  projectId: ProjectId,
  codeId: CodeId,
  change: Partial<Omit<Draft, 'patch'>>,
): void {
  update(projectId, codeId, (draft) => ({ ...draft, ...change }));
}

export function dropDraft(projectId: ProjectId, codeId: CodeId): void {
  drafts.setState(({ all }) => {
    const { [keyOf(projectId, codeId)]: _dropped, ...others } = all;
    return { all: others };
  });
}

export function putDraft(projectId: ProjectId, codeId: CodeId, draft: Draft): void {
  update(projectId, codeId, () => draft);
}

function update(projectId: ProjectId, codeId: CodeId, change: (draft: Draft) => Draft): void {
  const key = keyOf(projectId, codeId);
  drafts.setState(({ all }) => {
    const next = change(all[key] ?? NONE);
    if (hasChanges(next)) return { all: { ...all, [key]: next } };
    const { [key]: _empty, ...others } = all;
    return { all: others };
  });
}

/** The code as the editor shows it. */
export function drafted(code: Code, draft: Draft): Code {
  return patched(code, draft.patch);
}

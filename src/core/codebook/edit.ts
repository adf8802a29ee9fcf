import type { CodeId, CoderId, Timestamp } from '../ids';
import {
  CODE_COLOURS,
  LINE_STYLES,
  activeCodes,
  currentRevision,
  findCode,
  type Code,
  type Codebook,
} from './codebook';
import { sameCode, sameContent, sameMeaning } from './compare';
import { freeId } from './free-id';
import { branchOf, withMoved } from './tree';

/*
 * From codebook to next codebook. Each act is a revision; whether the next one is allowed says `findCodebookFaults`, and
 * what becomes of annotations says `project/codebook-change.ts`.
 */

/** When a codebook is changed, by whom and why. */
export interface Occasion {
  readonly at: Timestamp;
  readonly coderId?: CoderId;
  readonly reason: string;
}

export type Content = Pick<Codebook, 'codes' | 'relationKinds' | 'lists'>;

/**
 * The codebook with other content, as a new revision that says which codes are new or changed; a code whose meaning
 * changed is defined in it. The codebook itself when nothing differs.
 */
export function revise(
  before: Codebook,
  content: Partial<Content>,
  { at, coderId, reason }: Occasion,
): Codebook {
  const next = { ...before, ...content };
  if (sameContent(before, next)) return before;
  const number = currentRevision(before) + 1;
  const changed: CodeId[] = [];
  const codes = next.codes.map((code) => {
    const old = findCode(before, code.id);
    if (old !== undefined && sameCode(old, code)) return old;
    changed.push(code.id);
    const definedIn = old !== undefined && sameMeaning(old, code) ? old.definedIn : number;
    return { ...code, definedIn };
  });
  const revision = { number, at, ...(coderId && { coderId }), reason, codeIds: changed };
  return { ...next, codes, revisions: [...before.revisions, revision] };
}

/** What can be said of a code in its editor. `key: undefined` takes the key away. */
export type CodePatch = Partial<Omit<Code, 'id' | 'parentId' | 'key' | 'definedIn'>> & {
  readonly key?: string | undefined;
};

export function patched(code: Code, patch: CodePatch): Code {
  const { key, ...rest } = { ...code, ...patch };
  return key === undefined ? rest : { ...rest, key };
}

export function withPatch(codes: readonly Code[], id: CodeId, patch: CodePatch): readonly Code[] {
  return codes.map((code) => (code.id === id ? patched(code, patch) : code));
}

/** A code with nothing but a name, in the palette's least used look. */
export function createCode(codes: readonly Code[], name: string): Code {
  const uses = (has: (code: Code) => boolean): number => codes.filter(has).length;
  const least = <Value>(values: readonly Value[], count: (value: Value) => number): Value =>
    values.reduce((best, value) => (count(value) < count(best) ? value : best));
  const colour = least(CODE_COLOURS, (one) => uses((code) => code.colour === one));
  return {
    id: freeId(name, new Set(codes.map((code) => code.id)), 'code') as CodeId,
    name,
    colour,
    lineStyle: least(LINE_STYLES, (one) =>
      uses((code) => code.colour === colour && code.lineStyle === one),
    ),
    definition: '',
    include: '',
    exclude: '',
    examples: [],
    attributes: [],
    parts: [],
    retired: false,
    definedIn: 1,
  };
}

/** The codes with another one, last of its siblings. */
export function withAdded(
  codes: readonly Code[],
  code: Code,
  parentId: CodeId | undefined,
): readonly Code[] {
  return withMoved([...codes, code], code.id, parentId);
}

/** A code is retired with all that is below it. */
export function withRetired(codes: readonly Code[], id: CodeId): readonly Code[] {
  const branch = branchOf(codes, id);
  return codes.map((code) =>
    branch.has(code.id) && !code.retired ? { ...code, retired: true } : code,
  );
}

/** The code and those above it are offered again. A key that another code has by now is not theirs any more. */
export function withRestored(codebook: Codebook, id: CodeId): readonly Code[] {
  const restored = new Set<CodeId>();
  for (let code = findCode(codebook, id); code !== undefined;) {
    restored.add(code.id);
    code = code.parentId === undefined ? undefined : findCode(codebook, code.parentId);
  }
  const keys = new Set(activeCodes(codebook).map((code) => code.key));
  return codebook.codes.map((code) => {
    if (!restored.has(code.id) || !code.retired) return code;
    const { mergedInto: _merged, ...standing } = code;
    return patched({ ...standing, retired: false }, keys.has(code.key) ? { key: undefined } : {});
  });
}

import type { Annotation } from '../annotation/annotation';
import { activeCodes, codeName, findCode, type Code } from '../codebook/codebook';
import { sameCode } from '../codebook/compare';
import type { CodeId } from '../ids';
import { t } from '../messages/message';
import { isStale } from '../project/effective';
import { foldLabel } from '../register/actor';
import type { Merged } from './merged';
import type { MergeOption, Unmatched } from './unmatched';

/** Codes that are not here or no longer offered here, codes that would change, and work under an older definition. */
export function findUnmatchedCodes(
  merged: Merged,
  incoming: readonly Annotation[],
): readonly Unmatched[] {
  const { after } = merged;
  const byCode = new Map<CodeId, Annotation[]>();
  for (const one of incoming) {
    const here = byCode.get(one.codeId);
    if (here === undefined) byCode.set(one.codeId, [one]);
    else here.push(one);
  }
  return after.codebook.codes.flatMap((code): readonly Unmatched[] => {
    const own = byCode.get(code.id) ?? [];
    const found = codeUnmatched(merged, code, own.length);
    const stale = own.filter((one) => isStale(after, one)).map(({ id }) => id);
    if (stale.length === 0) return found;
    const older: Unmatched = {
      kind: 'older-definition',
      key: `older-definition/${code.id}`,
      sentence: t('merging.older', { name: code.name, n: stale.length, revision: code.definedIn }),
      options: [
        { value: 'keep', label: t('merging.older.keep') },
        { value: 'confirm', label: t('merging.older.confirm') },
      ],
      suggested: 'keep',
      codeId: code.id,
      annotationIds: stale,
    };
    return [...found, older];
  });
}

function codeUnmatched(merged: Merged, code: Code, n: number): readonly Unmatched[] {
  const here = findCode(merged.before.codebook, code.id);
  if (here === undefined) {
    // A code that was deleted here comes back retired, because it is in use.
    return [code.retired ? goneCode(merged, code, n) : newCode(merged, code, n)];
  }
  if (here.retired && code.retired) return n === 0 ? [] : [goneCode(merged, code, n)];
  if (sameCode(here, code)) return [];
  const { id: codeId, name } = code;
  return [
    {
      kind: 'changed-code',
      key: `changed-code/${codeId}`,
      sentence: t('merging.code.changed', { name: here.name, what: changedParts(here, code) }),
      options: [
        { value: 'there', label: t('merging.code.there', { name }) },
        { value: 'here', label: t('merging.code.here', { name: here.name }) },
      ],
      suggested: 'there',
      codeId,
      here,
    },
  ];
}

function newCode(merged: Merged, code: Code, n: number): Unmatched {
  return {
    kind: 'new-code',
    key: `new-code/${code.id}`,
    sentence: t('merging.code.new', { name: code.name, n }),
    options: [
      { value: 'keep', label: t('merging.code.add') },
      { value: 'retire', label: t('merging.code.retire') },
      ...otherCodes(merged, code),
    ],
    suggested: 'keep',
    codeId: code.id,
  };
}

/** One that was retired, merged into another or deleted here, while somebody went on with it. */
function goneCode(merged: Merged, code: Code, n: number): Unmatched {
  const { name, mergedInto } = code;
  const { codebook } = merged.after;
  const others = otherCodes(merged, code);
  const into = others.find(({ value }) => value === `into:${mergedInto ?? ''}`);
  return {
    kind: 'gone-code',
    key: `gone-code/${code.id}`,
    sentence:
      mergedInto === undefined
        ? t('merging.code.retired', { name, n })
        : t('merging.code.merged', { name, n, into: codeName(codebook, mergedInto) }),
    options: [
      { value: 'keep', label: t('merging.code.keepRetired', { name }) },
      { value: 'restore', label: t('merging.code.restore', { name }) },
      ...others,
    ],
    suggested: into?.value ?? 'keep',
    codeId: code.id,
  };
}

/** The codes that annotations could be given instead, first the one it was merged into and those of the same name. */
function otherCodes({ before, after }: Merged, code: Code): readonly MergeOption[] {
  const bare = ({ name }: Code): string => foldLabel(name.replace(/ \d+$/u, ''));
  const rank = (one: Code): number =>
    one.id === code.mergedInto ? 0 : bare(one) === bare(code) ? 1 : 2;
  return activeCodes(after.codebook)
    .filter((one) => one.id !== code.id && findCode(before.codebook, one.id) !== undefined)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, name }) => ({ value: `into:${id}`, label: t('merging.code.into', { name }) }));
}

const FIELDS = [
  'name',
  'parentId',
  'definition',
  'include',
  'exclude',
  'examples',
  'attributes',
  'parts',
  'retired',
  'key',
] as const;

const list = new Intl.ListFormat('en');

function changedParts(here: Code, there: Code): string {
  const differs = FIELDS.filter(
    (field) => JSON.stringify(here[field]) !== JSON.stringify(there[field]),
  );
  return differs.length === 0
    ? t('merging.field.looks')
    : list.format(differs.map((field) => t(`merging.field.${field}`)));
}

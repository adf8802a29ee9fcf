import type { Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import { findAttribute, findCode, findRelationKind } from '../codebook/codebook';
import type { ComparedGroup } from '../comparison/differences';
import type { CoderId } from '../ids';
import { effectiveAttributes } from '../project/effective';
import { findIn, type Project } from '../project/project';
import { valueLabel } from '../project/value-label';
import type { VerdictSource } from '../verdict/verdict';

const ATTRIBUTE = 'attributes.';

/** A thing in which the coders of a passage may differ; `field` is what a verdict's sources call it. */
export interface FieldRow {
  readonly field: 'code' | 'pieces' | 'parts' | 'links' | 'memo' | `attributes.${string}`;
  /** Of an attribute. */
  readonly name?: string;
  readonly differs: boolean;
}

/** The rows in which there is anything to choose: those that differ first among the attributes. */
export function fieldRows(project: Project, group: ComparedGroup): readonly FieldRow[] {
  const { kinds } = group;
  const has = (is: (annotation: Annotation) => boolean): boolean =>
    [...group.members.values()].some(is);
  return [
    { field: 'code', differs: kinds.has('code') || kinds.has('missed') },
    { field: 'pieces', differs: kinds.has('boundary') },
    ...attributeRows(project, group),
    ...(has(({ parts }) => parts.length > 0)
      ? [{ field: 'parts', differs: kinds.has('part') } as const]
      : []),
    ...(has((one) => linksFrom(project, one).length > 0)
      ? [{ field: 'links', differs: kinds.has('relation') } as const]
      : []),
    ...(has(({ memo }) => memo !== '') ? [{ field: 'memo', differs: false } as const] : []),
  ];
}

/** What a merge takes from whom, when one field is picked from one coder first: the rest comes from there too. */
export function firstPick(
  rows: readonly FieldRow[],
  { members }: ComparedGroup,
  coderId: CoderId,
): ReadonlyMap<FieldRow['field'], CoderId> {
  const from = members.has(coderId) ? coderId : [...members.keys()][0];
  return new Map(from === undefined ? [] : rows.map(({ field }) => [field, from]));
}

export function sourcesOf(picks: ReadonlyMap<string, CoderId>): readonly VerdictSource[] {
  return [...picks].map(([field, coderId]) => ({ field, coderId }));
}

/** The value of an attribute row as people read it; undefined where there is none. */
export function valueIn(
  project: Project,
  annotation: Annotation,
  field: FieldRow['field'],
): string | undefined {
  const id = field.slice(ATTRIBUTE.length);
  const value = effectiveAttributes(project, annotation)[id];
  if (value === undefined) return undefined;
  return valueLabel(
    project,
    findAttribute(findCode(project.codebook, annotation.codeId), id),
    value,
  );
}

/** A link that begins at an annotation, in words. */
export interface LinkWords {
  readonly kind: string;
  readonly to: string;
}

/** The links of an annotation that are not said by one of its attributes. */
export function linksFrom(project: Project, { id }: Annotation): readonly LinkWords[] {
  return relationIndex(project.relations)
    .at(id)
    .flatMap(({ fromId, kindId, toDocumentId, toId }) => {
      const kind = findRelationKind(project.codebook, kindId);
      if (fromId !== id || kind?.attribute !== undefined) return [];
      const to = findIn(project, toDocumentId, toId)?.pieces[0].exact ?? '';
      return [{ kind: kind?.name ?? kindId, to }];
    });
}

function attributeRows(
  project: Project,
  { members, attributes }: ComparedGroup,
): readonly FieldRow[] {
  const all = [...members.values()];
  const given = new Set(all.flatMap((one) => Object.keys(effectiveAttributes(project, one))));
  const named = new Map<string, string>();
  for (const { codeId } of all) {
    for (const { id, name } of findCode(project.codebook, codeId)?.attributes ?? []) {
      if (given.has(id)) named.set(id, name);
    }
  }
  return [...named]
    .map(([id, name]): FieldRow => {
      return { field: `${ATTRIBUTE}${id}`, name, differs: attributes.includes(id) };
    })
    .sort((a, b) => Number(b.differs) - Number(a.differs));
}

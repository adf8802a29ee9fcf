import type { Annotation, AttributeValue } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import { findCode, findRelationKind } from '../codebook/codebook';
import type { AnnotationId, CoderId } from '../ids';
import { effectiveAttributes } from '../project/effective';
import type { Project } from '../project/project';
import { alignAnnotations, leaderOf, type Group } from './align';
import type { Compared, ComparedDocument } from './compared-work';
import { finish, type Steps } from './steps';

/** In what coders may differ about one passage, the gravest first. */
export const DIFFERENCE_KINDS = [
  'missed',
  'code',
  'boundary',
  'attribute',
  'part',
  'relation',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One passage as its coders have it, and in what they differ; nothing where they all say the same. */
export interface ComparedGroup extends Group {
  readonly document: ComparedDocument;
  /** Who coded the document and has nothing here. */
  readonly missedBy: readonly CoderId[];
  /** The attributes on which those who agree on the code differ, in the order of the codebook. */
  readonly attributes: readonly string[];
  readonly kinds: ReadonlySet<DifferenceKind>;
}

/** Every passage that any of the coders annotated, document by document, in text order. */
export function findGroups(project: Project, compared: Compared): readonly ComparedGroup[] {
  return finish(findGroupsInSteps(project, compared));
}

/** So many passages are compared in one step. */
const PASSAGES = 20;

/** The same in steps, for a document that would take longer than a frame. */
export function* findGroupsInSteps(
  project: Project,
  compared: Compared,
): Steps<readonly ComparedGroup[]> {
  const aligned: { readonly document: ComparedDocument; readonly group: Group }[] = [];
  for (const document of compared.documents) {
    for (const group of yield* alignAnnotations(document)) aligned.push({ document, group });
  }
  const groupOf = new Map<AnnotationId, string>();
  let told = 0;
  for (const { group } of aligned) {
    const key = leaderOf(group).id;
    for (const { id } of group.members.values()) groupOf.set(id, key);
    told += 1;
    if (told % PASSAGES === 0) yield;
  }
  const groups: ComparedGroup[] = [];
  for (const { document, group } of aligned) {
    groups.push(compareGroup(project, document, group, groupOf));
    if (groups.length % PASSAGES === 0) yield;
  }
  return groups;
}

function compareGroup(
  project: Project,
  document: ComparedDocument,
  group: Group,
  groupOf: ReadonlyMap<AnnotationId, string>,
): ComparedGroup {
  const members = [...group.members.values()];
  const missedBy = [...document.coders.keys()].filter((coder) => !group.members.has(coder));
  const sameCode = allAlike(members.map(({ codeId }) => codeId));
  const attributes = sameCode ? differingAttributes(project, members) : [];
  const relations = members.map((one) => linksOf(project, one, groupOf));
  const differs: Record<DifferenceKind, boolean> = {
    missed: missedBy.length > 0,
    code: !sameCode,
    boundary: !allAlike(members.map(boundariesOf)),
    attribute: attributes.length > 0,
    part: sameCode && !allAlike(members.map(partsOf)),
    relation: sameCode && !allAlike(relations),
  };
  const kinds = new Set(DIFFERENCE_KINDS.filter((kind) => differs[kind]));
  return { ...group, document, missedBy, attributes, kinds };
}

/**
 * A value as text that is the same for values that say the same: of several the order is nothing, and actors are those
 * that stand for merged ones already (`effectiveAttributes`).
 */
export function valueKey(value: AttributeValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value.toSorted()) : JSON.stringify(value);
}

function differingAttributes(project: Project, members: readonly Annotation[]): readonly string[] {
  const [first] = members;
  const code = first && findCode(project.codebook, first.codeId);
  const values = members.map((one) => effectiveAttributes(project, one));
  return (code?.attributes ?? [])
    .filter(({ id }) => !allAlike(values.map((one) => valueKey(one[id]))))
    .map(({ id }) => id);
}

function boundariesOf({ pieces }: Annotation): string {
  return pieces.map(({ start, end }) => `${String(start)}–${String(end)}`).join(' ');
}

function partsOf({ parts }: Annotation): string {
  return parts
    .map(({ name, selector }) => `${name} ${String(selector.start)}–${String(selector.end)}`)
    .sort()
    .join('\n');
}

/**
 * The links that begin at an annotation, by kind and by the passage at the other end, whoever's it is. Those that say the
 * same as an attribute are compared as that attribute.
 */
function linksOf(
  { codebook, relations }: Project,
  { id }: Annotation,
  groupOf: ReadonlyMap<AnnotationId, string>,
): string {
  return relationIndex(relations)
    .at(id)
    .filter(({ fromId }) => fromId === id)
    .filter(({ kindId }) => findRelationKind(codebook, kindId)?.attribute === undefined)
    .map(({ kindId, toId }) => `${kindId} ${groupOf.get(toId) ?? toId}`)
    .sort()
    .join('\n');
}

function allAlike(values: readonly (string | undefined)[]): boolean {
  return values.every((value) => value === values[0]);
}

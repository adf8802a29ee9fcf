import type { Annotation } from '../annotation/annotation';
import {
  currentRevision,
  findCode,
  type AttributeDefinition,
  type Code,
  type Codebook,
  type RelationKind,
} from '../codebook/codebook';
import { revise, withAdded, withPatch, type Occasion } from '../codebook/edit';
import { freeId, freeName } from '../codebook/free-id';
import { branchOf, childrenByParent, inTreeOrder } from '../codebook/tree';
import type { AnnotationId, CodeId, Timestamp } from '../ids';
import type { CodebookChange } from './codebook-change';
import type { Project } from './project';
import { allAnnotations } from './uses';

/*
 * Changes of the codebook that give annotations another code. The codebook comes first: in it every annotation fits under
 * its old code and under its new one, so each step is allowed, there and back.
 */

/**
 * Gives all annotations of one code another one. Nothing is lost: that code gets the attributes, choices and parts it
 * lacks, and the relation kinds that joined the first join it too. The first stays, retired, with its memos and marks.
 * What was below it moves below the other.
 */
export function planMerge(
  project: Project,
  fromId: CodeId,
  intoId: CodeId,
  occasion: Occasion,
): CodebookChange | undefined {
  const { codebook } = project;
  const [from, into] = [findCode(codebook, fromId), findCode(codebook, intoId)];
  if (from === undefined || into === undefined || from === into) return undefined;
  const { attributes, renamed } = mergeAttributes(from, into);
  const parts = [
    ...into.parts,
    ...from.parts.filter((part) => into.parts.every((one) => one.name !== part.name)),
  ];
  const joined = withPatch(adopted(codebook.codes, from, into), into.id, { attributes, parts });
  const codes = withPatch(joined, from.id, { retired: true, mergedInto: into.id });
  const relationKinds = codebook.relationKinds.map((kind) => joinAlso(kind, from.id, into.id));
  const next = revise(codebook, { codes, relationKinds }, occasion);
  const moved = allAnnotations(project).filter((one) => one.codeId === from.id);
  return withRecoded(
    next,
    moved.map((annotation) => ({
      ...recoded(annotation, into.id, next, occasion.at),
      attributes: Object.fromEntries(
        Object.entries(annotation.attributes).map(([id, value]) => [renamed.get(id) ?? id, value]),
      ),
    })),
  );
}

/**
 * A new code beside an old one, for some of its annotations. It begins with the definition, attributes and parts of the
 * old one and is joined by the same relation kinds, so nothing of them is lost; `code` brings its name and looks.
 */
export function planSplit(
  project: Project,
  fromId: CodeId,
  code: Code,
  annotationIds: ReadonlySet<AnnotationId>,
  occasion: Occasion,
): CodebookChange | undefined {
  const { codebook } = project;
  const from = findCode(codebook, fromId);
  if (from === undefined) return undefined;
  const { definition, include, exclude, attributes, parts } = from;
  const added: Code = { ...code, definition, include, exclude, attributes, parts };
  const next = revise(
    codebook,
    {
      codes: withAdded(codebook.codes, added, from.parentId),
      relationKinds: codebook.relationKinds.map((kind) => joinAlso(kind, from.id, code.id)),
    },
    occasion,
  );
  const chosen = allAnnotations(project).filter(
    (one) => one.codeId === from.id && annotationIds.has(one.id),
  );
  return withRecoded(
    next,
    chosen.map((one) => recoded(one, code.id, next, occasion.at)),
  );
}

function recoded(
  annotation: Annotation,
  codeId: CodeId,
  next: Codebook,
  modifiedAt: Timestamp,
): Annotation {
  return { ...annotation, codeId, codebookRevision: currentRevision(next), modifiedAt };
}

function withRecoded(codebook: Codebook, annotations: readonly Annotation[]): CodebookChange {
  const touches = annotations.length;
  return {
    command: {
      kind: 'batch',
      purpose: 'codebook',
      size: touches,
      commands: [
        { kind: 'codebook.replace', codebook },
        ...annotations.map((annotation) => ({ kind: 'annotation.replace', annotation }) as const),
      ],
    },
    touches,
    lost: 0,
    relations: 0,
  };
}

/** A kind that joins one code joins the other too, at the same end. */
function joinAlso(kind: RelationKind, id: CodeId, also: CodeId): RelationKind {
  const end = (ids: readonly CodeId[]): readonly CodeId[] =>
    ids.includes(id) && !ids.includes(also) ? [...ids, also] : ids;
  return { ...kind, from: end(kind.from), to: end(kind.to) };
}

/** What was below the first is below the other; where the other was below the first, it takes its place. */
function adopted(codes: readonly Code[], from: Code, into: Code): readonly Code[] {
  const isBelow = branchOf(codes, from.id).has(into.id);
  const children = childrenByParent(codes);
  const names = (children.get(into.id) ?? []).map((code) => code.name);
  const beside = (children.get(from.parentId) ?? []).filter((code) => code !== from);
  const moved = codes.map((code): Code => {
    if (code.id === into.id && isBelow) {
      const { parentId: _below, ...loose } = code;
      const name = freeName(
        code.name,
        beside.map((one) => one.name),
      );
      return { ...loose, name, ...(from.parentId && { parentId: from.parentId }) };
    }
    if (code.parentId !== from.id) return code;
    const name = code.retired ? code.name : freeName(code.name, names);
    names.push(name);
    return { ...code, name, parentId: into.id };
  });
  return inTreeOrder(moved);
}

interface MergedAttributes {
  readonly attributes: readonly AttributeDefinition[];
  /** Ids of the first code's attributes that are another attribute in the merged one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** All attributes of both. One that both have is one if its values can be told together, else it comes under another id. */
function mergeAttributes(from: Code, into: Code): MergedAttributes {
  const attributes = [...into.attributes];
  const renamed = new Map<string, string>();
  for (const theirs of from.attributes) {
    const at = attributes.findIndex((one) => one.id === theirs.id);
    const ours = attributes[at];
    const both = ours && united(ours, theirs);
    if (both !== undefined) {
      attributes[at] = both;
      continue;
    }
    const ids = new Set([...from.attributes, ...attributes].map((one) => one.id));
    const id = ours === undefined ? theirs.id : freeId(`${from.id} ${theirs.id}`, ids, 'attribute');
    if (id !== theirs.id) renamed.set(theirs.id, id);
    const name = freeName(
      theirs.name,
      attributes.map((one) => one.name),
    );
    // The annotations that were there have no value for it, and need none.
    attributes.push({ ...theirs, id, name, required: false });
  }
  return { attributes, renamed };
}

/** One attribute that takes the values of both; undefined when they are of different types or draw on different lists. */
function united(
  ours: AttributeDefinition,
  theirs: AttributeDefinition,
): AttributeDefinition | undefined {
  if (ours.type !== theirs.type) return undefined;
  if ('choices' in ours && 'choices' in theirs) {
    return { ...ours, choices: withOthers(ours.choices, theirs.choices) };
  }
  if ('steps' in ours && 'steps' in theirs) {
    return { ...ours, steps: withOthers(ours.steps, theirs.steps) };
  }
  if ('list' in ours && 'list' in theirs) return ours.list === theirs.list ? ours : undefined;
  return ours;
}

function withOthers<Item extends { readonly value: unknown }>(
  ours: readonly Item[],
  theirs: readonly Item[],
): readonly Item[] {
  return [...ours, ...theirs.filter(({ value }) => ours.every((one) => one.value !== value))];
}

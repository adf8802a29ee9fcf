import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation, AttributeValue, Confidence } from '../../src/core/annotation/annotation';
import { withRelations, type Relation } from '../../src/core/annotation/relation';
import { sortAnnotations } from '../../src/core/annotation/sorted';
import {
  findAttribute,
  findCode,
  type Code,
  type Codebook,
} from '../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../src/core/codebook/scheme';
import type { AnnotationSetsFile } from '../../src/core/codecs/json/format';
import { parseAnnotationSets } from '../../src/core/codecs/json/parse';
import { serializeAnnotationSets } from '../../src/core/codecs/json/serialize';
import type {
  ActorId,
  AnnotationId,
  CodeId,
  CoderId,
  DocumentId,
  ProjectId,
  RelationId,
  Timestamp,
} from '../../src/core/ids';
import { effectiveAttributes, withoutLinked } from '../../src/core/project/effective';
import { NOTHING_CODED, type Project } from '../../src/core/project/project';
import type { Actor, ActorKind } from '../../src/core/register/actor';
import { createCodePointIndex } from '../../src/core/text/code-points';
import { createSelector, type Selector } from '../../src/core/text/quote';
import { createSpan, type CodePointOffset } from '../../src/core/text/span';
import { readManifest } from '../../src/storage/sample-project';

/*
 * The worked set on text 000, 92 annotations by an invented coder, as Postil holds and exports it. It lies beside the
 * repository; where it does not, `workedSetMissing` says so and tests that need it are skipped with that reason.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const SETS = join(ROOT, '..', 'shared', 'sample-sets');
const [SET, OTHER_SET] = ['000-coder-a.json', '000-coder-b.json'].map((name) => join(SETS, name));

export const workedSetMissing = existsSync(SETS)
  ? undefined
  : `The worked set is not beside the repository (${join('..', 'shared', 'sample-sets')}).`;

/** Offsets are code points. */
interface SourceSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface SourceAnnotation extends SourceSpan {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly parts?: Readonly<Record<string, SourceSpan>>;
  readonly confidence: Confidence;
  readonly memo?: string;
}

interface SourceRelation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

interface SourceEntity {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

interface SourceSet {
  readonly coder: { readonly id: string };
  readonly entities: readonly SourceEntity[];
  readonly documents: readonly [
    {
      readonly id: string;
      readonly sha256: string;
      readonly annotations: readonly SourceAnnotation[];
      readonly relations: readonly SourceRelation[];
    },
  ];
}

export interface WorkedSet {
  /** The scheme with what this set has besides, and its concepts, acts and outcomes. */
  readonly codebook: Codebook;
  /** With every fact once, as the link where there is one. */
  readonly project: Project;
  readonly text: string;
  /** What exporting the project gives. */
  readonly json: string;
  readonly file: AnnotationSetsFile;
  /** What of the source could not be taken as it is, a sentence each. */
  readonly notes: readonly string[];
}

const AT = '2000-10-20T09:00:00.000Z' as Timestamp;

/** Reads and converts it; throws where `workedSetMissing` is set. */
export async function createWorkedSet(): Promise<WorkedSet> {
  const source = readSource(SET);
  const [set] = source.documents;
  const manifest = await readManifest(join(ROOT, 'documents'), AT);
  if (!manifest.ok) throw new Error(manifest.fault.text);
  const prepared = manifest.value.texts.find(({ document }) => document.sha256 === set.sha256);
  if (prepared === undefined) throw new Error('The text of the worked set is not in documents/');
  const { document, text } = prepared;
  const coderId = source.coder.id as CoderId;
  const select = selectorsOf(text);
  const annotations = set.annotations.map((one) => toAnnotation(one, coderId, document.id, select));
  const codebook = extendScheme(annotations);
  const { relations, notes } = toRelations(set.relations, coderId, document.id);
  const told: Project = {
    ...NOTHING_CODED,
    id: 'worked-set' as ProjectId,
    title: 'The worked set',
    codebook,
    actors: source.entities.map(toActor),
    coders: [{ id: coderId, name: 'Coder A' }],
    documents: [document],
    annotations: new Map([[document.id, sortAnnotations(annotations)]]),
    relations: withRelations(new Map(), [], relations),
  };
  const once = annotations.map((one) => ({ ...one, attributes: withoutLinked(told, one) }));
  const project = { ...told, annotations: new Map([[document.id, sortAnnotations(once)]]) };
  const json = serializeAnnotationSets(
    project,
    () => text,
    { includeTexts: true },
    { exportedAt: AT, appVersion: '0.1.0' },
  );
  const file = parseAnnotationSets(json);
  if (!file.ok) throw new Error(JSON.stringify(file.fault));
  return {
    codebook,
    project,
    text,
    json,
    file: file.value,
    notes: [...notes, ...findWider(told, annotations)],
  };
}

/** Both coders' sets in one project; nothing but the coders' ids tells whose the annotations are. */
export async function createWorkedTeam(): Promise<{
  readonly project: Project;
  readonly text: string;
}> {
  const { project, text } = await createWorkedSet();
  const [document] = project.documents;
  if (document === undefined) throw new Error('The worked set is empty');
  const other = readSource(OTHER_SET);
  const coderId = other.coder.id as CoderId;
  const select = selectorsOf(text);
  const theirs = other.documents[0].annotations.map((one) => {
    const annotation = toAnnotation(one, coderId, document.id, select);
    return { ...annotation, id: `b-${one.id}` as AnnotationId };
  });
  const both = [...(project.annotations.get(document.id) ?? []), ...theirs];
  const team: Project = {
    ...project,
    codebook: extendScheme(both),
    coders: [...project.coders, { id: coderId, name: 'Coder B' }],
    annotations: new Map([[document.id, sortAnnotations(both)]]),
  };
  return { project: team, text };
}

function readSource(path: string | undefined): SourceSet {
  return JSON.parse(readFileSync(path ?? '', 'utf8')) as SourceSet;
}

type Select = (span: SourceSpan) => Selector;

function selectorsOf(text: string): Select {
  const index = createCodePointIndex(text);
  return ({ start, end, text: quote }) => {
    const [from, to] = [start, end].map((offset) => index.toUtf16(offset as CodePointOffset));
    const selector = createSelector(text, createSpan(from as number, to as number));
    if (selector.exact !== quote) throw new Error(`Not “${quote}” at ${String(start)}`);
    return selector;
  };
}

/** Values and names that the scheme spells otherwise. */
const SPELLING: Readonly<Record<string, string>> = {
  favor: 'favour',
  'title+name': 'title-and-name',
};

function toAnnotation(
  source: SourceAnnotation,
  coderId: CoderId,
  documentId: DocumentId,
  select: Select,
): Annotation {
  const attributes = Object.entries(source.attributes)
    .filter(([, value]) => typeof value !== 'object' || value.length > 0)
    .map(([id, value]) => {
      const spelled = typeof value === 'string' ? (SPELLING[value] ?? value) : value;
      return [toId(id), spelled] as const;
    });
  return {
    id: source.id as AnnotationId,
    documentId,
    coderId,
    codeId: source.type as CodeId,
    pieces: [select(source)],
    parts: Object.entries(source.parts ?? {}).map(([name, span]) => ({
      name,
      selector: select(span),
    })),
    attributes: Object.fromEntries(attributes),
    memo: source.memo ?? '',
    confidence: source.confidence,
    createdAt: AT,
    modifiedAt: AT,
    codebookRevision: 1,
  };
}

function toId(name: string): string {
  return name.replaceAll('_', '-');
}

function toActor({ id, label, kind, parent, aliases }: SourceEntity): Actor {
  return {
    id: id as ActorId,
    label,
    kind: kind as ActorKind,
    ...(parent !== null && { parentId: parent as ActorId }),
    aliases,
    note: '',
  };
}

/** Each link once; the source has two of them twice. */
function toRelations(
  sources: readonly SourceRelation[],
  coderId: CoderId,
  documentId: DocumentId,
): { readonly relations: readonly Relation[]; readonly notes: readonly string[] } {
  const first = new Map<string, string>();
  const notes: string[] = [];
  const relations: Relation[] = [];
  for (const { id, type, from, to } of sources) {
    const link = `${type} from ${from} to ${to}`;
    const before = first.get(link);
    if (before !== undefined) {
      notes.push(`${id} says the same as ${before} (${link}) and was left out.`);
      continue;
    }
    first.set(link, id);
    relations.push({
      id: id as RelationId,
      coderId,
      kindId: toId(type),
      fromDocumentId: documentId,
      fromId: from as AnnotationId,
      toDocumentId: documentId,
      toId: to as AnnotationId,
      memo: '',
      createdAt: AT,
      modifiedAt: AT,
      codebookRevision: 1,
    });
  }
  return { relations, notes };
}

/** Where the mention at the end of a link names more than the attribute that the link says. */
function findWider(told: Project, annotations: readonly Annotation[]): readonly string[] {
  return annotations.flatMap((annotation) =>
    Object.entries(effectiveAttributes(told, annotation)).flatMap(([id, value]) => {
      const stored = annotation.attributes[id];
      const [before, after] = [stored, value].map((one) => (typeof one === 'object' ? one : []));
      const more = after?.filter((one) => before?.includes(one) !== true) ?? [];
      return more.length === 0
        ? []
        : [`By a link ${annotation.id} has ${more.join(', ')} as ${id} too.`];
    }),
  );
}

/** The attributes that only this set has, and the values of the project's lists in the order in which they occur. */
function extendScheme(annotations: readonly Annotation[]): Codebook {
  const scheme = createSchemeCodebook(AT);
  const valuesOf = (codeId: string, attributeId: string): readonly string[] => {
    const values = annotations
      .filter((one) => one.codeId === codeId)
      .flatMap((one) => one.attributes[attributeId] ?? []);
    return [...new Set(values.map(String))];
  };
  const withChoice = (code: Code, id: string, name: string): Code => ({
    ...code,
    attributes: [
      ...code.attributes,
      {
        id,
        name,
        definition: '',
        required: false,
        type: 'one',
        choices: valuesOf(code.id, id).map((value) => ({ value, label: value })),
      },
    ],
  });
  const codes = scheme.codes.map((code) => {
    if (code.id === 'actor') return withChoice(code, 'kind', 'Kind');
    return code.id === 'stance' ? withChoice(code, 'explicitness', 'Explicitness') : code;
  });
  const used = new Map<string, Set<string>>();
  for (const { codeId, attributes } of annotations) {
    for (const [id, value] of Object.entries(attributes)) {
      const definition = findAttribute(findCode(scheme, codeId), id);
      if (definition?.type !== 'list') continue;
      used.set(definition.list, (used.get(definition.list) ?? new Set()).add(String(value)));
    }
  }
  const lists = scheme.lists.map((list) => ({ ...list, values: [...(used.get(list.id) ?? [])] }));
  return { ...scheme, codes, lists };
}

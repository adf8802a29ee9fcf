import type { Annotation } from '../../src/core/annotation/annotation';
import {
  findCode,
  type Code,
  type Codebook,
  type RelationKind,
} from '../../src/core/codebook/codebook';
import type { SourceDocument } from '../../src/core/document/source-document';
import type {
  ActorId,
  AnnotationId,
  CodeId,
  CoderId,
  DocumentId,
  MemoId,
  RelationId,
  VerdictId,
  TeamActId,
} from '../../src/core/ids';
import type { MemoSubject } from '../../src/core/memo/memo';
import { applyCommand } from '../../src/core/project/apply';
import {
  BATCH_PURPOSES,
  type Command,
  type DocumentDescription,
} from '../../src/core/project/command';
import { CODER_ROLES, type Project, type TextSource } from '../../src/core/project/project';
import type { TeamDeed } from '../../src/core/team/team-act';
import { ACTOR_KINDS, type Actor } from '../../src/core/register/actor';
import { strayAttributes } from '../../src/core/project/effective';
import { allAnnotations, allRelations } from '../../src/core/project/uses';
import { findParagraphs } from '../../src/core/text/paragraph';
import { annotationFrom, selectorFrom, timeAt } from './random-annotation';

/** The texts of a project's documents, and documents with texts that are not in it yet. */
export interface Surroundings {
  readonly texts: ReadonlyMap<DocumentId, string>;
  readonly spare: readonly SourceDocument[];
  readonly textOf: TextSource;
}

/** What a random command will be, before it is known which documents and annotations there are. */
export interface Draft {
  readonly kind: Command['kind'];
  /** Choose among what there is; about one pick in sixteen names something that is not there. */
  readonly picks: readonly [number, number, number, number];
  /** A name or memo; some are no names. */
  readonly words: string;
  /** The steps of a batch. */
  readonly drafts: readonly Draft[];
}

const NOWHERE = 'nowhere';
const NO_RELATION = 'no-relation' as RelationId;
const NO_ACT = 'no-act' as TeamActId;
const NO_MEMO = 'no-memo' as MemoId;
const NO_VERDICT = 'no-verdict' as VerdictId;

/** The command of a draft against this project. Most fit; some name what is not there and are refused. */
export function createCommand(world: Surroundings, project: Project, draft: Draft): Command {
  const { kind, picks, words } = draft;
  const [first, second, third, fourth] = picks;
  const documentId = idOf<DocumentId>(project.documents, first);
  const coderId = idOf<CoderId>(project.coders, second);
  const codeId = idOf<CodeId>(project.codebook.codes, third);
  const found = pick(allAnnotations(project), first);
  const address = {
    documentId: found?.documentId ?? documentId,
    annotationId: found?.id ?? (NOWHERE as AnnotationId),
  };
  const modifiedAt = timeAt(fourth);
  const text = world.texts.get(address.documentId) ?? NOWHERE;
  switch (kind) {
    case 'annotation.add': {
      const id = `a${fourth % 300}` as AnnotationId;
      const given = { id, documentId, coderId, codeId };
      return {
        kind,
        annotation: fitting(
          project,
          annotationFrom(given, world.texts.get(documentId) ?? NOWHERE, picks),
        ),
      };
    }
    case 'annotation.remove':
      return { kind, ...address };
    case 'annotation.recode':
      return { kind, ...address, codeId, modifiedAt };
    case 'annotation.move':
      return { kind, ...address, pieces: [selectorFrom(text, second, third)], modifiedAt };
    case 'annotation.memo':
      return { kind, ...address, memo: words, modifiedAt };
    case 'annotation.attribute':
      return { kind, ...address, ...attributeOf(project, found, second, third), modifiedAt };
    case 'annotation.confidence':
      return {
        kind,
        ...address,
        modifiedAt,
        ...(second % 4 !== 0 && { confidence: ((second % 3) + 1) as 1 | 2 | 3 }),
      };
    case 'annotation.parts': {
      const part = {
        name: second % 5 === 0 ? 'other' : 'cue',
        selector: selectorFrom(text, third, second),
      };
      return { kind, ...address, parts: third % 4 === 0 ? [] : [part], modifiedAt };
    }
    case 'annotation.confirm':
      return { kind, ...address, modifiedAt };
    case 'relation.replace': {
      const before = pick(allRelations(project), first);
      if (before === undefined) return { kind: 'relation.remove', relationId: NO_RELATION };
      const kindId = pick(project.codebook.relationKinds, second)?.id ?? before.kindId;
      return {
        kind,
        relation: { ...before, memo: words, modifiedAt, ...(third % 2 === 0 && { kindId }) },
      };
    }
    case 'relation.add': {
      const own = allAnnotations(project).filter((one) => one.coderId === found?.coderId);
      const to = pick(own, second);
      return {
        kind,
        relation: {
          id: `r${fourth % 100}` as RelationId,
          coderId: found?.coderId ?? coderId,
          kindId: pick(kindsBetween(project, found, to), third)?.id ?? 'nothing',
          fromDocumentId: address.documentId,
          fromId: address.annotationId,
          toDocumentId: to?.documentId ?? documentId,
          toId: to?.id ?? address.annotationId,
          memo: words,
          createdAt: modifiedAt,
          modifiedAt,
          codebookRevision: 1,
        },
      };
    }
    case 'relation.remove':
      return { kind, relationId: pick(allRelations(project), first)?.id ?? NO_RELATION };
    case 'actor.add':
      return {
        kind,
        actor: actorFrom(project, `actor-${first % 12}`, picks, words),
        index: second % 20,
      };
    case 'actor.replace':
      return { kind, actor: actorFrom(project, idOf(project.actors, first), picks, words) };
    case 'actor.remove':
      return { kind, actorId: idOf<ActorId>(project.actors, first) };
    case 'document.exclude': {
      const { start, end } = selectorFrom(world.texts.get(documentId) ?? NOWHERE, second, third);
      return { kind, documentId, excluded: third % 3 === 0 ? [] : [{ start, end, reason: words }] };
    }
    case 'mark.set':
    case 'mark.clear': {
      const count = findParagraphs(world.texts.get(documentId) ?? '').length;
      const place = {
        coderId,
        ...(first % 3 !== 0 && count > 0 && { paragraph: (second % count) + 1 }),
        ...(third % 3 === 0 && { codeId }),
      };
      if (kind === 'mark.clear') {
        const [where, marks] = pick([...project.marks], first) ?? [documentId, []];
        const { coderId: whose, paragraph, codeId: ofCode } = marks[0] ?? place;
        return {
          kind,
          documentId: where,
          place: {
            coderId: whose,
            ...(paragraph !== undefined && { paragraph }),
            ...(ofCode !== undefined && { codeId: ofCode }),
          },
        };
      }
      const decision = second % 2 === 0 ? 'finished' : 'nothing';
      return { kind, documentId, mark: { ...place, decision, at: modifiedAt } };
    }
    case 'memo.add':
    case 'memo.replace': {
      const before = pick(project.memos, first);
      const id = kind === 'memo.add' ? (`m${first % 30}` as MemoId) : (before?.id ?? NO_MEMO);
      const about = subjectOf({ documentId, codeId, actorId: idOf(project.actors, second) }, third);
      const memo = { id, coderId: before?.coderId ?? coderId, about, text: words };
      return { kind, memo: { ...memo, createdAt: modifiedAt, modifiedAt } };
    }
    case 'memo.remove':
      return { kind, memoId: pick(project.memos, first)?.id ?? NO_MEMO };
    case 'list.replace': {
      const list = pick(project.codebook.lists, first);
      if (list === undefined) return { kind, list: { id: 'nothing', name: 'Nothing', values: [] } };
      const values =
        third % 4 === 0 ? list.values.slice(1) : [...list.values, `value ${third % 9}`];
      return { kind, list: { ...list, values } };
    }
    case 'list.add':
      return {
        kind,
        list: { id: `list-${first % 4}`, name: words || 'A list', values: ['one'] },
        index: second % 4,
      };
    case 'list.remove':
      return { kind, listId: pick(project.codebook.lists, first)?.id ?? 'nothing' };
    case 'verdict.add':
    case 'verdict.replace': {
      const before = pick([...project.verdicts.values()].flat(), first);
      const id = kind === 'verdict.add' ? (`v${first % 40}` as VerdictId) : before?.id;
      const here = project.annotations.get(before?.documentId ?? documentId) ?? [];
      return {
        kind,
        verdict: {
          id: id ?? NO_VERDICT,
          documentId: before?.documentId ?? documentId,
          coderId: before?.coderId ?? coderId,
          members: here.slice(second % 4, (second % 4) + 2).map((one) => ({
            coderId: one.coderId,
            annotationId: one.id,
            modifiedAt: one.modifiedAt,
            relationIds: [],
          })),
          coders: project.coders.map((one) => one.id),
          outcome: third % 2 === 0 ? 'none' : 'taken',
          sources: third % 2 === 0 ? [] : [{ field: 'all', coderId }],
          goldIds: third % 2 === 0 ? [] : [`g${third % 50}` as AnnotationId],
          ...(fourth % 2 === 0 && { reason: 'Boundary convention' }),
          words,
          codebookUnclear: fourth % 3 === 0,
          at: modifiedAt,
        },
      };
    }
    case 'verdict.remove': {
      const found = pick([...project.verdicts.values()].flat(), first);
      return {
        kind,
        documentId: found?.documentId ?? documentId,
        verdictId: found?.id ?? NO_VERDICT,
      };
    }
    case 'annotation.replace': {
      const given = {
        id: address.annotationId,
        documentId: address.documentId,
        coderId: found?.coderId ?? coderId,
        codeId,
      };
      return {
        kind,
        annotation: fitting(project, annotationFrom(given, text, [second, third, fourth, first])),
      };
    }
    case 'document.add': {
      const document = pick([...world.spare, ...project.documents], first) ?? world.spare[0];
      if (document === undefined) return { kind: 'document.remove', documentId };
      return { kind, document, index: second % 6 };
    }
    case 'document.remove':
      return { kind, documentId };
    case 'document.describe':
      return { kind, documentId, description: describe(words || 'A title', second) };
    case 'coder.add': {
      const id = `coder-${first % 3}` as CoderId;
      return { kind, coder: { id, name: words || 'Cy' }, index: second % 4 };
    }
    case 'coder.remove':
      return { kind, coderId };
    case 'coder.rename':
      return { kind, coderId, name: words || 'Di' };
    case 'coder.describe': {
      const role = CODER_ROLES[second % 4];
      const description = { name: words || 'Di', ...(role !== undefined && { role }) };
      return { kind, coderId, description };
    }
    case 'team.record': {
      const deed = deedOf(documentId, coderId, third, words);
      return { kind, act: { id: `t${fourth % 30}` as TeamActId, coderId, at: modifiedAt, deed } };
    }
    case 'team.withdraw':
      return { kind, actId: pick(project.team, first)?.id ?? NO_ACT };
    case 'codebook.replace':
      return { kind, codebook: vary(project.codebook, first) };
    case 'project.describe':
      return { kind, id: project.id, title: words || 'A title' };
    case 'batch':
      return createBatch(world, project, draft);
  }
}

/** Steps that fit one after the other; about one batch in eight keeps a step that does not. */
function createBatch(world: Surroundings, project: Project, draft: Draft): Command {
  const commands: Command[] = [];
  let current = project;
  for (const part of draft.drafts) {
    const command = createCommand(world, current, part);
    const applied = applyCommand(current, command, world.textOf);
    if (applied.ok) current = applied.value.project;
    if (applied.ok || draft.picks[0] % 8 === 0) commands.push(command);
  }
  return {
    kind: 'batch',
    purpose: BATCH_PURPOSES[draft.picks[1] % BATCH_PURPOSES.length] ?? 'import',
    size: commands.length,
    commands,
  };
}

/** Without the attributes and parts that the codebook, which may have changed, does not have. */
function fitting(project: Project, annotation: Annotation): Annotation {
  const stray = new Set(strayAttributes(project, annotation));
  const parts = findCode(project.codebook, annotation.codeId)?.parts.map((part) => part.name);
  const attributes = Object.entries(annotation.attributes).filter(([id]) => !stray.has(id));
  return {
    ...annotation,
    attributes: Object.fromEntries(attributes),
    parts: annotation.parts.filter((part) => parts?.includes(part.name) === true),
  };
}

/** An attribute of the annotation's code and, mostly, a value that it may have. */
function attributeOf(
  project: Project,
  annotation: Annotation | undefined,
  first: number,
  second: number,
): { readonly attributeId: string; readonly value?: Annotation['attributes'][string] } {
  const code = annotation && findCode(project.codebook, annotation.codeId);
  const definition = pick(code?.attributes ?? [], first);
  if (definition === undefined) return { attributeId: 'nothing', value: 'nothing' };
  const { id: attributeId } = definition;
  if (second % 6 === 0) return { attributeId };
  if (second % 7 === 0) return { attributeId, value: 'not offered' };
  switch (definition.type) {
    case 'one':
      return { attributeId, value: pick(definition.choices, second)?.value ?? 'not offered' };
    case 'several':
      return { attributeId, value: definition.choices.slice(0, 2).map((choice) => choice.value) };
    case 'scale':
      return { attributeId, value: pick(definition.steps, second)?.value ?? 99 };
    case 'boolean':
      return { attributeId, value: second % 2 === 0 };
    case 'number':
      return { attributeId, value: second };
    case 'date':
      return { attributeId, value: '2000-10-15' };
    case 'text':
      return { attributeId, value: 'some words' };
    case 'list': {
      const list = project.codebook.lists.find((one) => one.id === definition.list);
      return { attributeId, value: pick(list?.values ?? [], second) ?? 'not offered' };
    }
    case 'actors':
      return { attributeId, value: [idOf(project.actors, second)] };
  }
}

function deedOf(documentId: DocumentId, coderId: CoderId, which: number, reason: string): TeamDeed {
  const pair = { documentIds: [documentId], coderIds: [coderId] };
  switch (which % 5) {
    case 0:
      return { kind: 'blind', isBlind: which % 3 === 0, reason };
    case 1:
      return { kind: 'assign', ...pair, isAssigned: which % 3 !== 0 };
    case 2:
      return { kind: 'import', ...pair };
    case 3:
      return { kind: 'snapshot', contentHash: 'a'.repeat(64), reason };
    default:
      return { kind: 'reopen', documentId, reason };
  }
}

/** The kinds that may join these two; all of them when none may, so that some commands are refused. */
function kindsBetween(
  { codebook }: Project,
  from: Annotation | undefined,
  to: Annotation | undefined,
): readonly RelationKind[] {
  const fitting = codebook.relationKinds.filter(
    (kind) =>
      from !== undefined &&
      to !== undefined &&
      kind.from.includes(from.codeId) &&
      kind.to.includes(to.codeId),
  );
  return fitting.length > 0 ? fitting : codebook.relationKinds;
}

function actorFrom(
  { actors }: Project,
  id: string,
  [first, second, third, fourth]: Draft['picks'],
  words: string,
): Actor {
  return {
    id: id as ActorId,
    label: fourth % 9 === 0 ? words : `Actor ${String(fourth % 40)}`,
    kind: ACTOR_KINDS[first % ACTOR_KINDS.length] ?? 'state',
    ...(second % 3 === 0 && { parentId: idOf<ActorId>(actors, third) }),
    aliases: third % 2 === 0 ? ['The Actor'] : [],
    note: words,
    ...(fourth % 5 === 0 && { mergedInto: idOf<ActorId>(actors, second) }),
  };
}

function subjectOf(
  ids: { readonly documentId: DocumentId; readonly codeId: CodeId; readonly actorId: ActorId },
  n: number,
): MemoSubject {
  const subjects: readonly MemoSubject[] = [
    { kind: 'project' },
    { kind: 'document', id: ids.documentId },
    { kind: 'code', id: ids.codeId },
    { kind: 'actor', id: ids.actorId },
  ];
  return subjects[n % 4] ?? { kind: 'project' };
}

function pick<Item>(from: readonly Item[], n: number): Item | undefined {
  return n % 16 === 15 ? undefined : from[n % Math.max(1, from.length)];
}

function idOf<Id extends string>(from: readonly { readonly id: Id }[], n: number): Id {
  return pick(from, n)?.id ?? (NOWHERE as Id);
}

function describe(title: string, n: number): DocumentDescription {
  return {
    title: { value: title, inferred: n % 2 === 0 },
    ...(n % 3 === 0 && { date: { value: '2000-10', inferred: true } }),
    ...(n % 5 === 0 && { genre: { value: 'editorial', inferred: false } }),
    ...(n % 7 === 0 && { author: { value: 'Someone', inferred: false } }),
    ...(n % 11 === 0 && { source: { value: 'Somewhere', inferred: false } }),
  };
}

/** Another state of the codebook: a code more or less, changed, or with less to choose from; a kind of relation less. */
function vary(codebook: Codebook, n: number): Codebook {
  const number = (codebook.revisions.at(-1)?.number ?? 0) + 1;
  const revisions: Codebook['revisions'] = [
    ...codebook.revisions,
    { number, at: timeAt(n), reason: 'Changed.', codeIds: [] },
  ];
  const place = n % Math.max(1, codebook.codes.length);
  const code = codebook.codes[place];
  if (code === undefined) return { ...codebook, revisions };
  const { key: _key, ...keyless } = code;
  const added: Code = {
    ...keyless,
    id: `code-${n % 5}-${codebook.codes.length}` as CodeId,
    name: `Code ${String(n % 50)}`,
    ...(n % 2 === 0 && { parentId: code.id }),
  };
  const changed = (change: Partial<Code>): readonly Code[] =>
    codebook.codes.with(place, { ...code, definedIn: number, ...change });
  const [attribute] = code.attributes.slice(n % 3);
  const variants: readonly (readonly Code[])[] = [
    [...codebook.codes, added],
    codebook.codes.toSpliced(place, 1),
    changed({ name: `Code ${String(n)}`, retired: n % 2 === 0 }),
    changed({ attributes: code.attributes.filter((one) => one !== attribute) }),
    changed({ parts: [] }),
    changed({
      attributes: code.attributes.map((one) =>
        one.type === 'one' ? { ...one, choices: one.choices.slice(1) } : one,
      ),
    }),
    changed({ colour: n % 2 === 0 ? '#8a5a00' : '#ffffff' }),
  ];
  const relationKinds = n % 11 === 0 ? codebook.relationKinds.slice(1) : codebook.relationKinds;
  return { ...codebook, revisions, relationKinds, codes: variants[n % 7] ?? codebook.codes };
}

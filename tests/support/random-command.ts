import type { Annotation } from '../../src/core/annotation/annotation';
import type { Code, Codebook } from '../../src/core/codebook/codebook';
import type { SourceDocument } from '../../src/core/document/source-document';
import type { AnnotationId, CodeId, CoderId, DocumentId } from '../../src/core/ids';
import { applyCommand } from '../../src/core/project/apply';
import type { Command, DocumentDescription } from '../../src/core/project/command';
import type { Project, TextSource } from '../../src/core/project/project';
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
        annotation: annotationFrom(given, world.texts.get(documentId) ?? NOWHERE, picks),
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
    case 'annotation.replace': {
      const given = {
        id: address.annotationId,
        documentId: address.documentId,
        coderId: found?.coderId ?? coderId,
        codeId,
      };
      return { kind, annotation: annotationFrom(given, text, [second, third, fourth, first]) };
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
    purpose: draft.picks[1] % 2 === 0 ? 'import' : 'documents',
    size: commands.length,
    commands,
  };
}

function allAnnotations(project: Project): readonly Annotation[] {
  return project.documents.flatMap(({ id }) => project.annotations.get(id) ?? []);
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

/** Another state of the codebook: a code more, a code less, or a code renamed. */
function vary(codebook: Codebook, n: number): Codebook {
  const revisions: Codebook['revisions'] = [
    ...codebook.revisions,
    { number: codebook.revisions.length + 1, at: timeAt(n), reason: 'Changed.' },
  ];
  const place = n % Math.max(1, codebook.codes.length);
  const code = codebook.codes[place];
  if (code === undefined) return { ...codebook, revisions };
  const variants: (readonly Code[])[] = [
    [...codebook.codes, { ...code, id: `code-${n % 5}-${codebook.codes.length}` as CodeId }],
    codebook.codes.toSpliced(place, 1),
    codebook.codes.with(place, { ...code, name: `Code ${n}`, retired: n % 2 === 0 }),
  ];
  return { ...codebook, revisions, codes: variants[n % 3] ?? codebook.codes };
}

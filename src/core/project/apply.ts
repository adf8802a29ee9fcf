import type { Annotation } from '../annotation/annotation';
import {
  findAnnotation,
  withAnnotation,
  withoutAnnotation,
  type SortedAnnotations,
} from '../annotation/sorted';
import { currentRevision } from '../codebook/codebook';
import type { SourceDocument } from '../document/source-document';
import type { CodeId, DocumentId } from '../ids';
import { assertNever, createFault, fail, ok, type Result } from '../result';
import { clamp } from '../text/span';
import { applyRun, isRunStep, type RunStep } from './apply-run';
import { checkAnnotation, checkName } from './check';
import type { AnnotationAddress, Command } from './command';
import { annotationsOf, findCoder, findDocument, type Project, type TextSource } from './project';

/** A project after a command, and the command that leads back. */
export interface Applied {
  readonly project: Project;
  readonly inverse: Command;
}

/**
 * Carries out a command. The same code runs in the window (to paint at once) and in the main process (the authority).
 * Applying `inverse` to the result gives a project equal to the one before. A refused command changes nothing.
 */
export function applyCommand(
  project: Project,
  command: Command,
  textOf: TextSource,
): Result<Applied> {
  switch (command.kind) {
    case 'annotation.add':
      return add(project, command.annotation, textOf);
    case 'annotation.remove':
      return change(project, command, (found) =>
        ok({
          project: withSet(project, command.documentId, (set) => withoutAnnotation(set, found.id)),
          inverse: { kind: 'annotation.add', annotation: found },
        }),
      );
    case 'annotation.recode':
      return change(project, command, (found) =>
        replace(
          project,
          {
            ...found,
            codeId: command.codeId,
            modifiedAt: command.modifiedAt,
            codebookRevision: currentRevision(project.codebook),
          },
          textOf,
        ),
      );
    case 'annotation.move':
      return change(project, command, (found) =>
        replace(
          project,
          { ...found, pieces: command.pieces, modifiedAt: command.modifiedAt },
          textOf,
        ),
      );
    case 'annotation.memo':
      return change(project, command, (found) =>
        replace(project, { ...found, memo: command.memo, modifiedAt: command.modifiedAt }, textOf),
      );
    case 'annotation.replace':
      return replace(project, command.annotation, textOf);
    case 'document.add':
      return addDocument(project, command.document, command.index);
    case 'document.remove':
      return removeDocument(project, command.documentId);
    case 'document.describe':
      return describeDocument(project, command);
    case 'coder.add':
    case 'coder.remove':
    case 'coder.rename':
      return applyToCoders(project, command);
    case 'codebook.replace': {
      const used = firstUnknownCode(
        project,
        new Set(command.codebook.codes.map((code) => code.id)),
      );
      if (used !== undefined) return fail(createFault('fault.command.codeInUse', { id: used }));
      return ok({
        project: { ...project, codebook: command.codebook },
        inverse: { kind: 'codebook.replace', codebook: project.codebook },
      });
    }
    case 'project.describe': {
      const fault = checkName(command.title);
      if (fault !== undefined) return fail(fault);
      return ok({
        project: { ...project, id: command.id, title: command.title },
        inverse: { kind: 'project.describe', id: project.id, title: project.title },
      });
    }
    case 'batch':
      return applyBatch(project, command, textOf);
    default:
      return assertNever(command);
  }
}

function add(project: Project, annotation: Annotation, textOf: TextSource): Result<Applied> {
  for (const set of project.annotations.values()) {
    if (findAnnotation(set, annotation.id) !== undefined) {
      return fail(createFault('fault.command.taken', { id: annotation.id }));
    }
  }
  const fault = checkAnnotation(project, annotation, textOf);
  if (fault !== undefined) return fail(fault);
  return ok({
    project: withSet(project, annotation.documentId, (set) => withAnnotation(set, annotation)),
    inverse: {
      kind: 'annotation.remove',
      documentId: annotation.documentId,
      annotationId: annotation.id,
    },
  });
}

function change(
  project: Project,
  address: AnnotationAddress,
  then: (found: Annotation) => Result<Applied>,
): Result<Applied> {
  const found = findAnnotation(annotationsOf(project, address.documentId), address.annotationId);
  return found === undefined ? fail(createFault('fault.command.unknownAnnotation')) : then(found);
}

function replace(project: Project, next: Annotation, textOf: TextSource): Result<Applied> {
  const before = findAnnotation(annotationsOf(project, next.documentId), next.id);
  if (before?.coderId !== next.coderId) {
    return fail(createFault('fault.command.unknownAnnotation'));
  }
  const fault = checkAnnotation(project, next, textOf);
  if (fault !== undefined) return fail(fault);
  return ok({
    project: withSet(project, next.documentId, (set) =>
      withAnnotation(withoutAnnotation(set, next.id), next),
    ),
    inverse: { kind: 'annotation.replace', annotation: before },
  });
}

function addDocument(project: Project, document: SourceDocument, index: number): Result<Applied> {
  if (findDocument(project, document.id) !== undefined) {
    return fail(createFault('fault.command.taken', { id: document.id }));
  }
  const fault = checkName(document.title.value);
  if (fault !== undefined) return fail(fault);
  const documents = project.documents.toSpliced(
    clamp(index, 0, project.documents.length),
    0,
    document,
  );
  return ok({
    project: { ...project, documents },
    inverse: { kind: 'document.remove', documentId: document.id },
  });
}

function removeDocument(project: Project, id: DocumentId): Result<Applied> {
  const index = project.documents.findIndex((document) => document.id === id);
  const document = project.documents[index];
  if (document === undefined) return fail(createFault('fault.command.unknownDocument', { id }));
  if (annotationsOf(project, id).length > 0) {
    return fail(createFault('fault.command.documentInUse', { title: document.title.value }));
  }
  return ok({
    project: { ...project, documents: project.documents.toSpliced(index, 1) },
    inverse: { kind: 'document.add', document, index },
  });
}

function describeDocument(
  project: Project,
  command: Extract<Command, { kind: 'document.describe' }>,
): Result<Applied> {
  const before = findDocument(project, command.documentId);
  if (before === undefined) {
    return fail(createFault('fault.command.unknownDocument', { id: command.documentId }));
  }
  const fault = checkName(command.description.title.value);
  if (fault !== undefined) return fail(fault);
  const { title, date, genre, author, source, ...rest } = before;
  const documents = project.documents.map((document) =>
    document.id === before.id ? { ...rest, ...command.description } : document,
  );
  const known = { ...(date && { date }), ...(genre && { genre }), ...(author && { author }) };
  const description = { title, ...known, ...(source && { source }) };
  return ok({
    project: { ...project, documents },
    inverse: { kind: 'document.describe', documentId: before.id, description },
  });
}

function applyToCoders(
  project: Project,
  command: Extract<Command, { kind: `coder.${string}` }>,
): Result<Applied> {
  if (command.kind === 'coder.add') {
    const { coder } = command;
    if (findCoder(project, coder.id) !== undefined) {
      return fail(createFault('fault.command.taken', { id: coder.id }));
    }
    const fault = checkName(coder.name);
    if (fault !== undefined) return fail(fault);
    const index = clamp(command.index, 0, project.coders.length);
    return ok({
      project: { ...project, coders: project.coders.toSpliced(index, 0, coder) },
      inverse: { kind: 'coder.remove', coderId: coder.id },
    });
  }
  const index = project.coders.findIndex((coder) => coder.id === command.coderId);
  const coder = project.coders[index];
  if (coder === undefined)
    return fail(createFault('fault.command.unknownCoder', { id: command.coderId }));
  if (command.kind === 'coder.remove') {
    for (const set of project.annotations.values()) {
      if (set.some((annotation) => annotation.coderId === coder.id)) {
        return fail(createFault('fault.command.coderInUse', { name: coder.name }));
      }
    }
    return ok({
      project: { ...project, coders: project.coders.toSpliced(index, 1) },
      inverse: { kind: 'coder.add', coder, index },
    });
  }
  const fault = checkName(command.name);
  if (fault !== undefined) return fail(fault);
  return ok({
    project: { ...project, coders: project.coders.with(index, { ...coder, name: command.name }) },
    inverse: { kind: 'coder.rename', coderId: coder.id, name: coder.name },
  });
}

function applyBatch(
  project: Project,
  command: Extract<Command, { kind: 'batch' }>,
  textOf: TextSource,
): Result<Applied> {
  const inverses: Command[] = [];
  let current = project;
  for (let at = 0; at < command.commands.length;) {
    const run = runFrom(command.commands, at);
    if (run.length > 1) {
      const applied = applyRun(current, run, textOf);
      if (!applied.ok) return applied;
      current = applied.value.project;
      for (const inverse of applied.value.inverses) inverses.push(inverse);
      at += run.length;
    } else {
      const applied = applyCommand(current, command.commands[at] as Command, textOf);
      if (!applied.ok) return applied;
      current = applied.value.project;
      inverses.push(applied.value.inverse);
      at += 1;
    }
  }
  return ok({ project: current, inverse: { ...command, commands: inverses.reverse() } });
}

/** The steps from `start` on that can be carried out together. */
function runFrom(commands: readonly Command[], start: number): readonly RunStep[] {
  const run: RunStep[] = [];
  for (let i = start; i < commands.length; i += 1) {
    const step = commands[i] as Command;
    if (!isRunStep(step)) break;
    run.push(step);
  }
  return run;
}

function firstUnknownCode(project: Project, known: ReadonlySet<CodeId>): CodeId | undefined {
  for (const set of project.annotations.values()) {
    const found = set.find((annotation) => !known.has(annotation.codeId));
    if (found !== undefined) return found.codeId;
  }
  return undefined;
}

function withSet(
  project: Project,
  id: DocumentId,
  update: (set: SortedAnnotations) => SortedAnnotations,
): Project {
  const annotations = new Map(project.annotations);
  const next = update(annotationsOf(project, id));
  if (next.length === 0) annotations.delete(id);
  else annotations.set(id, next);
  return { ...project, annotations };
}

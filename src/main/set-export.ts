import { basename, relative, resolve, isAbsolute } from 'node:path';
import { serializeAnnotationSets } from '../core/codecs/json/serialize';
import { annotationsOf, findCoder, findDocument, type Project } from '../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { visibleProject } from '../core/teamwork/visible';
import type { CoderId } from '../core/ids';
import type { ExportChoice, Exported } from '../ipc/contract';
import { replaceFile } from '../storage/durable-file';
import type { ProjectSession } from '../storage/project-session';
import { now } from './identity';

/** Writes annotation sets to `file`; whole and on the disk when this says ok, else the file is what it was. */
export async function exportSets(
  session: ProjectSession,
  choice: ExportChoice,
  file: string,
  appVersion: string,
  reader: CoderId | undefined,
): Promise<Result<Exported>> {
  const { textOf, folder } = session;
  // What is kept from a coder does not come to them in a file either.
  const project = reader === undefined ? session.project : visibleProject(session.project, reader);
  const fault = checkExportChoice(project, choice);
  if (fault !== undefined) return fail(fault);
  if (isInside(folder, file)) return fail(createFault('main.fault.exportInProject', { folder }));
  const text = serializeAnnotationSets(project, textOf, choice, { exportedAt: now(), appVersion });
  const written = await replaceFile(file, new TextEncoder().encode(text));
  if (!written.ok) return written;
  return ok({ fileName: basename(file), ...countExported(project, choice) });
}

/** Why this cannot be exported; undefined when it can. Asked before the dialog, and again when it is written. */
export function checkExportChoice(project: Project, choice: ExportChoice): Fault | undefined {
  const { documentId, coderId } = choice;
  if (documentId !== undefined && findDocument(project, documentId) === undefined) {
    return createFault('fault.command.unknownDocument', { id: documentId });
  }
  if (coderId !== undefined && findCoder(project, coderId) === undefined) {
    return createFault('fault.command.unknownCoder', { id: coderId });
  }
  return undefined;
}

function countExported(
  project: Project,
  choice: ExportChoice,
): { documents: number; annotations: number } {
  const { documentId, coderId } = choice;
  const ids = documentId === undefined ? project.documents.map(({ id }) => id) : [documentId];
  const annotations = ids
    .flatMap((id) => annotationsOf(project, id))
    .filter((annotation) => coderId === undefined || annotation.coderId === coderId);
  return { documents: ids.length, annotations: annotations.length };
}

export function isInside(folder: string, file: string): boolean {
  const path = relative(folder, resolve(file));
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

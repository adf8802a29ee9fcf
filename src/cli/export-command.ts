import { annotationsOf, type Project } from '../core/project/project';
import { serializeAnnotationSets, type SetsChoice } from '../core/codecs/json/serialize';
import { t } from '../core/messages/message';
import { createFault, fail, ok, type Result } from '../core/result';
import { replaceFile } from '../storage/durable-file';
import { exists } from '../storage/file-fault';
import { chooseCoder, chooseDocument } from './choose';
import { EXIT, type ExitCode } from './exit-code';
import { now } from './now';
import { complainAbout, type Terminal } from './terminal';
import { withSession } from './with-session';

export interface ExportOptions {
  readonly format: string;
  readonly out: string;
  readonly coder?: string;
  readonly document?: string;
  readonly texts: boolean;
  readonly force?: boolean;
}

export function runExport(
  terminal: Terminal,
  folder: string,
  options: ExportOptions,
  appVersion: string,
): Promise<ExitCode> {
  return withSession(terminal, folder, async ({ project, textOf }) => {
    const choice = chooseSets(project, options);
    if (!choice.ok) {
      complainAbout(terminal, [choice.fault]);
      return EXIT.failed;
    }
    const json = serializeAnnotationSets(project, textOf, choice.value, {
      exportedAt: now(),
      appVersion,
    });
    if (options.out === '-') {
      terminal.write(json);
      return EXIT.done;
    }
    const written = await writeExport(options, json);
    if (!written.ok) {
      complainAbout(terminal, [written.fault]);
      return EXIT.failed;
    }
    terminal.print(
      t('cli.export.done', { ...countChosen(project, choice.value), file: options.out }),
    );
    return EXIT.done;
  });
}

function chooseSets(project: Project, options: ExportOptions): Result<SetsChoice> {
  const { format } = options;
  if (format !== 'json') return fail(createFault('cli.export.unknownFormat', { format }));
  const coder =
    options.coder === undefined ? undefined : chooseCoder(project.coders, options.coder);
  if (coder?.ok === false) return coder;
  const document =
    options.document === undefined
      ? undefined
      : chooseDocument(project.documents, options.document);
  if (document?.ok === false) return document;
  return ok({
    ...(coder !== undefined && { coderId: coder.value }),
    ...(document !== undefined && { documentId: document.value }),
    includeTexts: options.texts,
  });
}

/** A file that is there is replaced only when that was asked for. */
export async function writeExport(
  { out, force }: Pick<ExportOptions, 'out' | 'force'>,
  json: string,
): Promise<Result<undefined>> {
  if (force !== true && (await exists(out))) {
    return fail(createFault('cli.export.exists', { file: out }));
  }
  return replaceFile(out, new TextEncoder().encode(json));
}

function countChosen(
  project: Project,
  { coderId, documentId }: SetsChoice,
): { readonly annotations: number; readonly documents: number } {
  const ids =
    documentId === undefined ? project.documents.map((document) => document.id) : [documentId];
  const chosen = ids
    .flatMap((id) => annotationsOf(project, id))
    .filter((annotation) => coderId === undefined || annotation.coderId === coderId);
  return { annotations: chosen.length, documents: ids.length };
}

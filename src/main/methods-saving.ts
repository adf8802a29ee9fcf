import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { createFault, fail, ok, type Result } from '../core/result';
import { isPdfName, reportFormatOf } from '../core/report/serialize-report';
import { replaceFile } from '../storage/durable-file';
import { packCalmly } from './backups';
import { askForMethods } from './dialogs';
import { placeOf } from './figures';
import { now } from './identity';
import { printPage } from './print-page';
import type { ProjectHost } from './project-host';
import type { RunSlowly } from './slow-tasks';

/**
 * Asks for a file and writes the report on coding, agreement and adjudication into it. It is of all coders' work: only
 * figures are in it, no passage. Agreement is of `source`, a snapshot's hash, or where that is empty of the project as it is. It is computed in the second thread, so the window goes on meanwhile.
 */
export async function saveMethods(
  host: ProjectHost,
  runSlowly: RunSlowly,
  parent: BrowserWindow | undefined,
  source: string,
): Promise<Result<string | undefined>> {
  const session = host.require();
  if (!session.ok) return session;
  const { project } = session.value;
  const path = await askForMethods(parent, project.title);
  if (path === undefined) return ok(undefined);
  const isPdf = isPdfName(path);
  const format = isPdf ? 'html' : reportFormatOf(path);
  if (format === undefined) return fail(createFault('report.methods.fileWrong', { path }));
  const place = await placeOf(session.value, source);
  const pieces = place.kind === 'now' ? place.pieces : await packCalmly(project);
  const report = await runSlowly('report.methods', pieces, place, now(), format);
  if (!report.ok) return report;
  const bytes = isPdf ? await printPage(report.value) : new TextEncoder().encode(report.value);
  const written = await replaceFile(path, bytes);
  return written.ok ? ok(basename(path)) : written;
}

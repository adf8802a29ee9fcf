import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { createFault, fail, ok, type Result } from '../core/result';
import { isPdfName, reportFormatOf } from '../core/report/serialize-report';
import type { FiguresWish } from '../ipc/contract';
import { replaceFile } from '../storage/durable-file';
import { askForMethods } from './dialogs';
import type { Figures } from './figures';
import { now } from './identity';
import { printPage } from './print-page';
import type { ProjectHost } from './project-host';

/**
 * Asks for a file and writes the report on coding, agreement and adjudication into it. It is of all coders' work: only
 * figures are in it, no passage. Agreement is of `source`, a snapshot's hash, or where that is empty of the project as it
 * is. Undefined when nothing was chosen, or it was stopped.
 */
export async function saveMethods(
  host: ProjectHost,
  figures: Figures,
  parent: BrowserWindow | undefined,
  source: string,
  wish: Pick<FiguresWish, 'withGamma'>,
): Promise<Result<string | undefined>> {
  const session = host.require();
  if (!session.ok) return session;
  const path = await askForMethods(parent, session.value.project.title);
  if (path === undefined) return ok(undefined);
  const isPdf = isPdfName(path);
  const format = isPdf ? 'html' : reportFormatOf(path);
  if (format === undefined) return fail(createFault('report.methods.fileWrong', { path }));
  const report = await figures.report(session.value, source, { ...wish, at: now(), format });
  if (!report.ok || report.value === undefined) return report;
  const bytes = isPdf ? await printPage(report.value) : new TextEncoder().encode(report.value);
  const written = await replaceFile(path, bytes);
  return written.ok ? ok(basename(path)) : written;
}

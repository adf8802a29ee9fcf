import { basename } from 'node:path';
import { parseCodebook } from '../core/codecs/codebook/parse';
import {
  planCodebookImport,
  type CodebookImport,
  type ImportWish,
} from '../core/codecs/codebook/plan-import';
import { serializeCodebook } from '../core/codecs/codebook/serialize';
import type { FaultList } from '../core/codecs/json/fault-list';
import type { Codebook } from '../core/codebook/codebook';
import { t } from '../core/messages/message';
import { createFault, fail, ok, type Result } from '../core/result';
import type { CodebookPreview, ImportRefusal, Performed } from '../ipc/contract';
import { replaceFile } from '../storage/durable-file';
import type { ProjectSession } from '../storage/project-session';
import { now } from './identity';
import type { ProjectHost } from './project-host';
import { readImportFile } from './import-file';
import { isInside } from './set-export';

/** Writes the codebook to `file`; the name of the file when it is whole and on the disk. */
export async function exportCodebook(
  { project, folder }: ProjectSession,
  file: string,
): Promise<Result<string>> {
  if (isInside(folder, file)) return fail(createFault('main.fault.exportInProject', { folder }));
  const bytes = new TextEncoder().encode(serializeCodebook(project.codebook));
  const written = await replaceFile(file, bytes);
  return written.ok ? ok(basename(file)) : written;
}

interface Waiting {
  readonly planId: number;
  readonly session: ProjectSession;
  readonly fileName: string;
  readonly codebook: Codebook;
}

/** Imports of a codebook in two steps, as those of annotation sets. Only the latest file waits. */
export class CodebookImports {
  readonly #host: ProjectHost;
  #waiting: Waiting | undefined;
  #plans = 0;

  constructor(host: ProjectHost) {
    this.#host = host;
  }

  /** Reads a file and says what importing it would do; nothing is changed. */
  async prepare(
    session: ProjectSession,
    path: string,
  ): Promise<Result<CodebookPreview, ImportRefusal>> {
    this.#waiting = undefined;
    const read = await readImportFile(path, parseCodebook);
    if (!read.ok) return read;
    const { fileName, content: codebook, refuse } = read.value;
    const waiting = { planId: this.#plans + 1, session, fileName, codebook };
    const plan = this.#plan(waiting, { retireOthers: false });
    if (!plan.ok) return refuse(plan.fault);
    this.#plans += 1;
    this.#waiting = waiting;
    const { change, ...told } = plan.value;
    const { touches, lost, relations } = change;
    return ok({ planId: waiting.planId, fileName, ...told, touches, lost, relations });
  }

  /** Carries out the import that waits under this id, planned anew for the project as it is by now. */
  confirm(planId: number, wish: ImportWish): Result<Performed> {
    const waiting = this.#waiting;
    if (waiting?.planId !== planId || waiting.session !== this.#host.session) {
      return fail(createFault('main.fault.importGone'));
    }
    this.#waiting = undefined;
    const plan = this.#plan(waiting, wish);
    if (!plan.ok) return fail(createFault('main.fault.importChanged', { n: plan.fault.total }));
    return this.#host.perform(waiting.session, plan.value.change.command, { reason: 'import' });
  }

  #plan(waiting: Waiting, wish: ImportWish): Result<CodebookImport, FaultList> {
    const { coderId } = this.#host;
    return planCodebookImport(waiting.session.project, waiting.codebook, wish, {
      at: now(),
      ...(coderId && { coderId }),
      reason: t('codebook.import.reason', { file: waiting.fileName }),
    });
  }
}

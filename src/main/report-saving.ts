import { cpus, freemem, release, totalmem } from 'node:os';
import { app, screen, type BrowserWindow } from 'electron';
import { createFault, fail, ok, type Result } from '../core/result';
import { replaceFile } from '../storage/durable-file';
import type { AppMemory } from './app-memory';
import type { Backups } from './backups';
import { askForReport } from './dialogs';
import type { FaultLog } from './fault-log';
import { now } from './identity';
import type { ProjectHost } from './project-host';
import { createReport, type ReportFacts } from './report';
import type { RunSlowly } from './slow-tasks';

interface Surroundings {
  readonly host: ProjectHost;
  readonly memory: AppMemory;
  readonly backups: Backups;
  readonly runSlowly: RunSlowly;
  readonly faults: FaultLog;
  readonly beforeWasCutShort: boolean;
}

const MEGABYTE = 1_000_000;

/** The report for the maintainers: shown, and saved when the person wants it. Nothing is ever sent. */
export class Reports {
  /** What was shown last: exactly this is saved. */
  #shown: string | undefined;

  constructor(private readonly around: Surroundings) {}

  async prepare(): Promise<string> {
    const { memory, faults, host } = this.around;
    const { saveState } = host.session ?? {};
    const fault = saveState?.kind === 'failed' ? saveState.fault : undefined;
    const behind = saveState?.kind === 'saved' ? saveState.folder : undefined;
    const code = (fault ?? behind)?.code;
    this.#shown = createReport({
      at: now(),
      versions: {
        postil: app.getVersion(),
        electron: process.versions.electron,
        chrome: process.versions.chrome,
        node: process.versions.node,
      },
      computer: describeComputer(),
      settings: memory.get().settings,
      run: {
        seconds: Math.round(process.uptime()),
        beforeWasCutShort: this.around.beforeWasCutShort,
      },
      save: { kind: saveState?.kind ?? 'no project', ...(code && { fault: code }) },
      faults: faults.faults,
      project: await this.#health(),
    });
    return this.#shown;
  }

  /** The name of the file; undefined when cancelled. */
  async save(parent: BrowserWindow | undefined): Promise<Result<string | undefined>> {
    if (this.#shown === undefined) return fail(createFault('report.fault.none'));
    const file = await askForReport(parent);
    if (file === undefined) return ok(undefined);
    const written = await replaceFile(file, new TextEncoder().encode(this.#shown));
    return written.ok ? ok(file) : written;
  }

  async #health(): Promise<ReportFacts['project']> {
    const { session } = this.around.host;
    if (session === undefined) return undefined;
    const { path } = this.around.backups.folderOf(session.project);
    const read = await this.around.runSlowly('report.health', session.folder, path, Date.now());
    return read.ok ? read.value : { fault: read.fault.code };
  }
}

function describeComputer(): ReportFacts['computer'] {
  return {
    system: `${process.platform} ${release()}`,
    processor: `${process.arch}, ${String(cpus().length)} cores`,
    memoryMegabytes: Math.round(totalmem() / MEGABYTE),
    freeMegabytes: Math.round(freemem() / MEGABYTE),
    language: app.getLocale(),
    displays: screen.getAllDisplays().map(({ size, scaleFactor }) => ({
      width: size.width,
      height: size.height,
      scale: scaleFactor,
    })),
  };
}

import type { Timestamp } from '../core/ids';
import { namelessSentence } from '../core/messages/nameless';
import type { Settings } from '../ipc/settings';
import type { ProjectHealth } from '../storage/project-health';
import type { LoggedFault } from './fault-log';

/** What a report is made of. Nothing in it may be a text, a name, a label or a path; a test puts marks into all of them. */
export interface ReportFacts {
  readonly at: Timestamp;
  readonly versions: Readonly<Record<string, string>>;
  readonly computer: {
    readonly system: string;
    readonly processor: string;
    readonly memoryMegabytes: number;
    readonly freeMegabytes: number;
    readonly language: string;
    readonly displays: readonly {
      readonly width: number;
      readonly height: number;
      readonly scale: number;
    }[];
  };
  readonly settings: Settings;
  /** Seconds since the start, and whether the run before it was cut short. */
  readonly run: { readonly seconds: number; readonly beforeWasCutShort: boolean };
  readonly save: { readonly kind: string; readonly fault?: string };
  readonly faults: readonly LoggedFault[];
  /** Of the open project; or the key of the fault for which it could not be looked at. */
  readonly project: ProjectHealth | { readonly fault: string } | undefined;
}

/** A report as JSON text that a person can read before it goes anywhere, which is up to the person. */
export function createReport(facts: ReportFacts): string {
  const { theme, reading, documentsOpen, inspectorOpen, keys } = facts.settings;
  const report = {
    format: 'postil-report',
    formatVersion: 1,
    made: facts.at,
    versions: facts.versions,
    computer: facts.computer,
    run: facts.run,
    settings: { theme, reading, documentsOpen, inspectorOpen, ownKeys: Object.keys(keys).length },
    saving: facts.save,
    project: facts.project ?? null,
    faults: facts.faults.map((fault) => ({ ...fault, sentence: namelessSentence(fault.what) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

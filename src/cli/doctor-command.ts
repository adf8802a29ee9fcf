import { resolve } from 'node:path';
import { t } from '../core/messages/message';
import type { Project } from '../core/project/project';
import { createFault, type Fault } from '../core/result';
import { examineProject, isWell, type Examination, type JournalReport } from '../storage/doctor';
import { repairProject, type Repair } from '../storage/repair';
import { EXIT, type ExitCode } from './exit-code';
import { formatTable } from './table';
import { complainAbout, printJson, type Terminal } from './terminal';

export interface DoctorOptions {
  readonly repair?: boolean;
  readonly json?: boolean;
}

/** Says what is well with a project and what is not; `failed` unless all is well, after the repair if there was one. */
export async function runDoctor(
  terminal: Terminal,
  given: string,
  options: DoctorOptions,
): Promise<ExitCode> {
  const folder = resolve(given);
  const found = await examineProject(folder);
  if (!found.ok) return refuse(terminal, found.fault);
  complainAbout(terminal, [...problemsOf(found.value), ...found.value.notes]);
  if (options.repair !== true) {
    if (options.json === true) printJson(terminal, describe(folder, found.value));
    else terminal.print(formatExamination(folder, found.value));
    return isWell(found.value) ? EXIT.done : EXIT.failed;
  }
  const repaired = await repairProject(folder, found.value);
  if (!repaired.ok) return refuse(terminal, repaired.fault);
  const { renewed, setAside, faults, after } = repaired.value;
  complainAbout(terminal, faults);
  if (options.json === true) {
    const before = problemsOf(found.value);
    printJson(terminal, {
      ...describe(folder, after),
      repair: { before, renewed, setAside, faults },
    });
  } else {
    terminal.print(`${formatRepair(repaired.value)}\n\n${formatExamination(folder, after)}`);
    if (!isWell(after)) terminal.complain(t('doctor.stays'));
  }
  return isWell(after) && faults.length === 0 ? EXIT.done : EXIT.failed;
}

function refuse(terminal: Terminal, fault: Fault): ExitCode {
  complainAbout(terminal, [fault]);
  return EXIT.failed;
}

function problemsOf({ notices, stale }: Examination): readonly Fault[] {
  return [...notices, ...stale.map((file) => createFault('doctor.stale', { file }))];
}

function describe(folder: string, found: Examination): object {
  const { project, contentHash, journals, unusable, stale, withheld, notes } = found;
  return {
    well: isWell(found),
    folder,
    project: { id: project.id, title: project.title },
    counts: countContents(project),
    contentHash,
    journals,
    unusable,
    stale,
    withheld,
    problems: problemsOf(found),
    notes,
  };
}

function formatExamination(folder: string, found: Examination): string {
  const { project, contentHash, journals, notes } = found;
  const heading = [t('doctor.file'), t('doctor.lines'), t('doctor.state')];
  const rows = journals.map((journal) => [
    journal.files.join(', '),
    journal.lines,
    formatState(journal),
  ]);
  const n = problemsOf(found).length;
  return [
    `${project.title} (${project.id})\n${folder}`,
    `${t('doctor.contents', countContents(project))}\n${t('doctor.hash', { hash: contentHash })}`,
    `${t('doctor.journals')}\n${rows.length === 0 ? t('doctor.noJournals') : formatTable(heading, rows)}`,
    n === 0 ? t('doctor.well', { notes: notes.length }) : t('doctor.unwell', { n }),
  ].join('\n\n');
}

function formatState({ damage }: JournalReport): string {
  const said = (['torn', 'bad', 'gap', 'fork', 'ends'] as const)
    .filter((kind) => damage[kind] > 0)
    .map((kind) => t(`doctor.${kind}`, { n: damage[kind] }));
  return said.length === 0 ? t('doctor.whole') : said.join(', ');
}

function formatRepair({ renewed, setAside }: Repair): string {
  const lines = [
    ...setAside.map((file) => t('doctor.setAside', { file })),
    ...renewed.map((file) => t('doctor.renewed', { file })),
  ];
  return lines.length === 0 ? t('doctor.nothingRepaired') : lines.join('\n');
}

function countContents({ documents, coders, annotations, relations, memos }: Project): {
  readonly documents: number;
  readonly coders: number;
  readonly annotations: number;
  readonly relations: number;
  readonly memos: number;
} {
  const size = (all: ReadonlyMap<unknown, readonly unknown[]>): number =>
    [...all.values()].reduce((sum, list) => sum + list.length, 0);
  return {
    documents: documents.length,
    coders: coders.length,
    annotations: size(annotations),
    relations: size(relations),
    memos: memos.length,
  };
}

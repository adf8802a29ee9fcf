import { parseCodebook } from '../core/codecs/codebook/parse';
import { planCodebookImport, type CodebookImport } from '../core/codecs/codebook/plan-import';
import { serializeCodebook } from '../core/codecs/codebook/serialize';
import { t } from '../core/messages/message';
import type { ProjectSession } from '../storage/project-session';
import { EXIT, type ExitCode } from './exit-code';
import { writeExport } from './export-command';
import { now } from './now';
import { nameOfFile, readSetsFile } from './read-sets-file';
import { complainAbout, complainAboutList, printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

export interface CodebookExportOptions {
  readonly out: string;
  readonly force?: boolean;
}

export function runCodebookExport(
  terminal: Terminal,
  folder: string,
  options: CodebookExportOptions,
): Promise<ExitCode> {
  return withSession(terminal, folder, async ({ project }) => {
    const json = serializeCodebook(project.codebook);
    if (options.out === '-') {
      terminal.write(json);
      return EXIT.done;
    }
    const written = await writeExport(options, json);
    if (!written.ok) {
      complainAbout(terminal, [written.fault]);
      return EXIT.failed;
    }
    const codes = project.codebook.codes.length;
    terminal.print(t('cli.codebook.exported', { n: codes, file: options.out }));
    return EXIT.done;
  });
}

export interface CodebookImportOptions {
  readonly retireOthers?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** All of the codebook, or nothing. */
export function runCodebookImport(
  terminal: Terminal,
  folder: string,
  file: string,
  options: CodebookImportOptions,
): Promise<ExitCode> {
  return withSession(terminal, folder, async (session) => {
    const plan = await makePlan(terminal, session, file, options);
    if (plan === undefined) return EXIT.failed;
    const dryRun = options.dryRun === true;
    if (!dryRun) {
      const done = session.perform(plan.change.command);
      const saved = done.ok ? await session.settled() : done;
      if (!saved.ok) {
        complainAbout(terminal, [saved.fault]);
        return EXIT.failed;
      }
    }
    complainAbout(terminal, plan.conflicts);
    const { change, conflicts, ...told } = plan;
    const { touches, lost, relations } = change;
    const summary = { dryRun, ...told, conflicts: conflicts.length, touches, lost, relations };
    if (options.json === true) printJson(terminal, summary);
    else terminal.print(formatSummary(plan, nameOfFile(file), dryRun));
    return EXIT.done;
  });
}

async function makePlan(
  terminal: Terminal,
  session: ProjectSession,
  file: string,
  options: CodebookImportOptions,
): Promise<CodebookImport | undefined> {
  const text = await readSetsFile(file);
  if (!text.ok) {
    complainAbout(terminal, [text.fault]);
    return undefined;
  }
  const parsed = parseCodebook(text.value);
  const plan = parsed.ok
    ? planCodebookImport(
        session.project,
        parsed.value,
        { retireOthers: options.retireOthers === true },
        { at: now(), reason: t('codebook.import.reason', { file: nameOfFile(file) }) },
      )
    : parsed;
  if (plan.ok) return plan.value;
  complainAboutList(terminal, plan.fault);
  terminal.complain(t('cli.import.refused', { n: plan.fault.total }));
  return undefined;
}

function formatSummary(plan: CodebookImport, file: string, dryRun: boolean): string {
  const lines: readonly (readonly [label: string, value: string])[] = [
    [t('cli.codebook.added'), listNames(plan.added)],
    [t('cli.codebook.changed'), listNames(plan.changed)],
    [t('cli.codebook.unchanged'), String(plan.unchanged)],
    [t('cli.codebook.others'), listNames(plan.others)],
    [t('cli.codebook.kinds'), listNames(plan.kinds)],
    [t('cli.codebook.lists'), listNames(plan.lists)],
    [t('cli.codebook.touches'), String(plan.change.touches)],
    [t('cli.codebook.lost'), String(plan.change.lost)],
    [t('cli.codebook.relations'), String(plan.change.relations)],
  ];
  return [
    t(dryRun ? 'cli.codebook.wouldBe' : 'cli.codebook.imported', { file }),
    ...lines.map(([label, value]) => `${label}: ${value}`),
  ].join('\n');
}

function listNames(names: readonly string[]): string {
  return names.length === 0 ? t('cli.info.none') : names.map((name) => `“${name}”`).join(', ');
}

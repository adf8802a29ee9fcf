import { randomUUID } from 'node:crypto';
import { describeRest } from '../core/codecs/json/describe-import';
import { parseAnnotationSets } from '../core/codecs/json/parse';
import { planImport, type ImportPlan, type ImportSummary } from '../core/codecs/json/plan-import';
import type { DocumentId } from '../core/ids';
import { t } from '../core/messages/message';
import type { Result } from '../core/result';
import type { ProjectSession } from '../storage/project-session';
import { EXIT, type ExitCode } from './exit-code';
import { now } from './now';
import { nameOfFile, readSetsFile } from './read-sets-file';
import { complainAbout, complainAboutList, printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function runImport(
  terminal: Terminal,
  folder: string,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  return withSession(terminal, folder, async (session) => {
    const plan = await makePlan(terminal, session, file);
    if (plan === undefined) return EXIT.failed;
    const dryRun = options.dryRun === true;
    if (!dryRun) {
      const done = await carryOut(session, plan);
      if (!done.ok) {
        complainAbout(terminal, [done.fault]);
        return EXIT.failed;
      }
    }
    if (options.json === true) printJson(terminal, { dryRun, ...plan.summary });
    else terminal.print(formatSummary(plan.summary, nameOfFile(file), dryRun));
    return EXIT.done;
  });
}

async function makePlan(
  terminal: Terminal,
  session: ProjectSession,
  file: string,
): Promise<ImportPlan | undefined> {
  const text = await readSetsFile(file);
  if (!text.ok) {
    complainAbout(terminal, [text.fault]);
    return undefined;
  }
  const parsed = parseAnnotationSets(text.value);
  const plan = parsed.ok
    ? planImport(session.project, session.textOf, parsed.value, {
        at: now(),
        createDocumentId: () => randomUUID() as string as DocumentId,
      })
    : parsed;
  if (plan.ok) return plan.value;
  complainAboutList(terminal, plan.fault);
  terminal.complain(t('cli.import.refused', { n: plan.fault.total }));
  return undefined;
}

/** The texts first, then the one step, and back when all of it is on disk. */
async function carryOut(session: ProjectSession, plan: ImportPlan): Promise<Result<unknown>> {
  if (plan.command.commands.length === 0) return session.settled();
  const utf8 = new TextEncoder();
  const stored = await session.storeTexts(
    plan.texts.map(({ document, text }) => ({ document, text, source: utf8.encode(text) })),
  );
  if (!stored.ok) return stored;
  const performed = session.perform(plan.command);
  return performed.ok ? session.settled() : performed;
}

function formatSummary(summary: ImportSummary, file: string, dryRun: boolean): string {
  const names = { file, project: summary.projectTitle };
  const lines: readonly (readonly [label: string, value: string])[] = [
    [t('cli.import.addedDocuments'), listNames(summary.addedDocuments)],
    [t('cli.import.addedCodes'), listNames(summary.addedCodes)],
    [t('cli.import.coders'), listNames(summary.coders)],
    [t('cli.import.added'), String(summary.added)],
    [t('cli.import.updated'), String(summary.updated)],
    [t('cli.import.unchanged'), String(summary.unchanged)],
    [t('cli.import.kept'), String(summary.kept)],
  ];
  return [
    dryRun ? t('cli.import.wouldBe', names) : t('cli.import.done', names),
    ...lines.map(([label, value]) => `${label}: ${value}`),
    ...describeRest(summary),
  ].join('\n');
}

function listNames(names: readonly string[]): string {
  return names.length === 0 ? t('cli.info.none') : names.map((name) => `“${name}”`).join(', ');
}

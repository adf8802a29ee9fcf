import type { Command as Program } from 'commander';
import { t } from '../core/messages/message';
import { createFault, fail, type Result } from '../core/result';
import { createMethodsReport } from '../core/report/methods-report';
import { isPdfName, reportFormatOf, serializeReport } from '../core/report/serialize-report';
import { replaceFile } from '../storage/durable-file';
import type { ProjectSession } from '../storage/project-session';
import { readComparedChoice, type ComparedOptions } from './compared-choice';
import { EXIT, type ExitCode } from './exit-code';
import type { DrawnOptions } from './draws';
import { readFigureOptions } from './figure-options';
import { readSource } from './figures-source';
import { now } from './now';
import { complainAbout, type Terminal } from './terminal';
import { withSession } from './with-session';

interface ReportOptions extends ComparedOptions, DrawnOptions {
  readonly out: string;
  readonly snapshot?: string;
}

/** `postil report <folder> --out <file>`: how a project was coded, for a methods section. */
export function addReportCommand(
  program: Program,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('report')
    .description(t('report.methods.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .requiredOption('--out <file>', t('report.methods.out'))
    .option('--coders <coders...>', t('cli.agreement.codersOption'))
    .option('--documents <documents...>', t('cli.agreement.documentsOption'))
    .option('--finished', t('cli.agreement.finished'))
    .option('--bootstrap <draws>', t('cli.agreement.bootstrap'))
    .option('--seed <number>', t('cli.agreement.seed'))
    .option('--samples <samples>', t('cli.agreement.samples'))
    .option('--snapshot <which>', t('snapshots.cli.option'))
    .action(async (folder: string, options: ReportOptions) => {
      finish(await runReport(terminal, folder, options));
    });
}

function runReport(terminal: Terminal, folder: string, options: ReportOptions): Promise<ExitCode> {
  return withSession(terminal, folder, async (session) => {
    const written = await write(session, options);
    if (!written.ok) {
      complainAbout(terminal, [written.fault]);
      return EXIT.failed;
    }
    terminal.print(t('report.methods.done', { path: options.out }));
    return EXIT.done;
  });
}

async function write(session: ProjectSession, options: ReportOptions): Promise<Result<undefined>> {
  if (isPdfName(options.out)) {
    return fail(createFault('report.methods.outPdf', { path: options.out }));
  }
  const format = reportFormatOf(options.out);
  if (format === undefined) {
    return fail(createFault('report.methods.outWrong', { path: options.out }));
  }
  const figures = readFigureOptions(options);
  if (!figures.ok) return figures;
  const source = await readSource(session, options.snapshot);
  if (!source.ok) return source;
  const choice = readComparedChoice(source.value.project, options);
  if (!choice.ok) return choice;
  const report = createMethodsReport(
    session.project,
    { at: now(), coded: source.value },
    choice.value,
    figures.value,
  );
  if (!report.ok) return report;
  return replaceFile(options.out, new TextEncoder().encode(serializeReport(report.value, format)));
}

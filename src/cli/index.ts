import { Command, CommanderError } from 'commander';
import { t } from '../core/messages/message';
import { runAdjudicate, type AdjudicateOptions } from './adjudicate-command';
import { runActors } from './actors-command';
import { runAgreement, type AgreementOptions } from './agreement-command';
import { runBackups, runRestore } from './backups-command';
import {
  runCodebookExport,
  runCodebookImport,
  type CodebookExportOptions,
  type CodebookImportOptions,
} from './codebook-command';
import { runDoctor, type DoctorOptions } from './doctor-command';
import { EXIT, type ExitCode } from './exit-code';
import { runExport, type ExportOptions } from './export-command';
import { runImport, type ImportOptions } from './import-command';
import { runInfo } from './info-command';
import { collect } from './collect';
import { runMerge, type MergeOptions } from './merge-command';
import { nameBeforeNegatives } from './negative-words';
import { runNew, type NewOptions } from './new-command';
import { addPackCommands } from './pack-command';
import { runProjectAgreement, type ProjectAgreementOptions } from './project-agreement-command';
import { addReportCommand } from './report-command';
import { addSnapshotCommands } from './snapshot-command';
import { runRelations } from './relations-command';
import { createTerminal, type Terminal } from './terminal';
import { runValidate } from './validate-command';

/** Runs one command line, without the program's own name, and answers the exit code. */
export async function runCli(
  args: readonly string[],
  given: { readonly version: string },
): Promise<ExitCode> {
  const terminal = createTerminal(process);
  let code: ExitCode = EXIT.done;
  const program = createProgram(terminal, given.version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(nameBeforeNegatives(args), { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    if (error.code === 'commander.help') return EXIT.usage;
    const problem = error.message.replace(/^error: /u, '');
    terminal.complain(t('cli.usage', { problem, command: namedCommand(program, args) }));
    return EXIT.usage;
  }
}

/** The command whose help would have told. */
function namedCommand(program: Command, args: readonly string[]): string {
  const named = program.commands.find((command) => command.name() === args[0]);
  return named === undefined ? program.name() : `${program.name()} ${named.name()}`;
}

function createProgram(
  terminal: Terminal,
  version: string,
  finish: (code: ExitCode) => void,
): Command {
  const program = new Command('postil')
    .description(t('cli.description'))
    .version(version, '--version', t('cli.versionOption'))
    .helpOption('-h, --help', t('cli.helpOption'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.write(text);
      },
      writeErr: (text) => {
        terminal.complain(text.trimEnd());
      },
      outputError: () => {},
    })
    .addHelpText('after', t('cli.exitCodes'));

  program
    .command('new')
    .description(t('cli.new.description'))
    .argument('<folder>', t('cli.argument.newFolder'))
    .option('--documents <paths...>', t('cli.new.documents'))
    .option('--title <title>', t('cli.new.title'))
    .option('--coder <name>', t('cli.new.coder'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText(
      'after',
      examples(
        'postil new korea --documents texts/ --title "Korea 2000"',
        'postil new empty --coder "Ann Lee"',
      ),
    )
    .action(async (folder: string, options: NewOptions) => {
      finish(await runNew(terminal, folder, options));
    });

  program
    .command('info')
    .description(t('cli.info.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil info korea', 'postil info korea --json'))
    .action(async (folder: string, options: { readonly json?: boolean }) => {
      finish(await runInfo(terminal, folder, options));
    });

  program
    .command('relations')
    .description(t('cli.relations.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil relations korea', 'postil relations korea --json'))
    .action(async (folder: string, options: { readonly json?: boolean }) => {
      finish(await runRelations(terminal, folder, options));
    });

  program
    .command('actors')
    .description(t('cli.actors.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil actors korea', 'postil actors korea --json'))
    .action(async (folder: string, options: { readonly json?: boolean }) => {
      finish(await runActors(terminal, folder, options));
    });

  program
    .command('export')
    .description(t('cli.export.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .requiredOption('--out <file>', t('cli.export.out'))
    .option('--format <format>', t('cli.export.format'), 'json')
    .option('--coder <coder>', t('cli.export.coder'))
    .option('--document <document>', t('cli.export.document'))
    .option('--no-texts', t('cli.export.noTexts'))
    .option('--force', t('cli.export.force'))
    .addHelpText(
      'after',
      examples(
        'postil export korea --format json --out korea.json',
        'postil export korea --format json --out - --coder "Ann Lee" --no-texts',
      ),
    )
    .action(async (folder: string, options: ExportOptions) => {
      finish(await runExport(terminal, folder, options, version));
    });

  program
    .command('import')
    .description(t('cli.import.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .argument('<file>', t('cli.argument.file'))
    .option('--dry-run', t('cli.import.dryRun'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText(
      'after',
      examples('postil import korea ann.json --dry-run', 'postil import korea ann.json'),
    )
    .action(async (folder: string, file: string, options: ImportOptions) => {
      finish(await runImport(terminal, folder, file, options));
    });

  program
    .command('merge')
    .description(t('merge.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .argument('[others...]', t('merge.others'))
    .option('--choose <key=choice>', t('merge.choose'), collect)
    .option('--as <coder>', t('merge.as'))
    .option('--undo', t('merge.undo'))
    .option('--dry-run', t('merge.dryRun'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText(
      'after',
      examples(
        'postil merge korea korea-bo korea-cy --dry-run',
        'postil merge korea from-bo.pack --choose new-code/threat=into:stance',
        'postil merge korea --undo',
      ),
    )
    .action(async (folder: string, others: string[], options: MergeOptions) => {
      finish(await runMerge(terminal, folder, others, options));
    });

  addPackCommands(program, terminal, finish);
  addReportCommand(program, terminal, finish);
  addSnapshotCommands(program, terminal, finish);
  addCodebookCommands(program, terminal, finish);
  addAgreementCommand(program, terminal, finish);
  addAdjudicateCommand(program, terminal, finish);

  program
    .command('validate')
    .description(t('cli.validate.description'))
    .argument('<file>', t('cli.argument.file'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil validate korea.json', 'postil validate - < korea.json'))
    .action(async (file: string, options: { readonly json?: boolean }) => {
      finish(await runValidate(terminal, file, options));
    });

  program
    .command('doctor')
    .description(t('doctor.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--repair', t('doctor.repairOption'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil doctor korea', 'postil doctor korea --repair'))
    .action(async (folder: string, options: DoctorOptions) => {
      finish(await runDoctor(terminal, folder, options));
    });

  program
    .command('backups')
    .description(t('backups.cli.description'))
    .argument('<folder>', t('backups.cli.folder'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil backups ~/.config/Postil/backups'))
    .action(async (folder: string, options: { json?: boolean }) => {
      finish(await runBackups(terminal, folder, options));
    });

  program
    .command('restore')
    .description(t('backups.cli.restore'))
    .argument('<backup>', t('backups.cli.backup'))
    .argument('<folder>', t('backups.cli.target'))
    .addHelpText('after', examples('postil restore 2026-03-31T10-00-00.000Z.jsonl.gz korea-again'))
    .action(async (backup: string, folder: string) => {
      finish(await runRestore(terminal, backup, folder));
    });

  return program;
}

/** `postil codebook export|import`: the codes without the texts and the annotations. */
function addCodebookCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const codebook = program
    .command('codebook')
    .description(t('cli.codebook.description'))
    .helpCommand(false);
  codebook
    .command('export')
    .description(t('cli.codebook.export'))
    .argument('<folder>', t('cli.argument.folder'))
    .requiredOption('--out <file>', t('cli.export.out'))
    .option('--force', t('cli.export.force'))
    .addHelpText('after', examples('postil codebook export korea --out codebook.json'))
    .action(async (folder: string, options: CodebookExportOptions) => {
      finish(await runCodebookExport(terminal, folder, options));
    });
  codebook
    .command('import')
    .description(t('cli.codebook.import'))
    .argument('<folder>', t('cli.argument.folder'))
    .argument('<file>', t('cli.codebook.file'))
    .option('--retire-others', t('cli.codebook.retireOthers'))
    .option('--dry-run', t('cli.import.dryRun'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText('after', examples('postil codebook import korea codebook.json --dry-run'))
    .action(async (folder: string, file: string, options: CodebookImportOptions) => {
      finish(await runCodebookImport(terminal, folder, file, options));
    });
}

/** `postil agreement`: figures for data that lie in a file. */
function addAgreementCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('agreement')
    .description(t('cli.agreement.description'))
    .argument('[folder]', t('cli.agreement.folder'))
    .option('--coders <coders...>', t('cli.agreement.codersOption'))
    .option('--documents <documents...>', t('cli.agreement.documentsOption'))
    .option('--finished', t('cli.agreement.finished'))
    .option('--code <code>', t('cli.agreement.codeOption'))
    .option('--attribute <attribute>', t('cli.agreement.attributeOption'))
    .option('--measure <name>', t('cli.agreement.measure'))
    .option('--differences', t('cli.agreement.differencesOption'))
    .option('--snapshot <which>', t('snapshots.cli.option'))
    .option('--ratings <file>', t('cli.agreement.ratings'))
    .option('--continuum <file>', t('cli.agreement.continuum'))
    .option('--level <level>', t('cli.agreement.level'))
    .option('--categories <categories...>', t('cli.agreement.categories'))
    .option('--missing <words...>', t('cli.agreement.missing'))
    .option('--header', t('cli.agreement.header'))
    .option('--no-header', t('cli.agreement.noHeader'))
    .option('--bootstrap <draws>', t('cli.agreement.bootstrap'))
    .option('--seed <seed>', t('cli.agreement.seed'))
    .option('--samples <samples>', t('cli.agreement.samples'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText(
      'after',
      examples(
        'postil agreement korea --differences',
        'postil agreement korea --code Stance --attribute Polarity --measure krippendorffAlpha',
        'postil agreement --ratings ratings.csv',
        'postil agreement --ratings scale.csv --level ordinal --bootstrap 2000 --json',
        'postil agreement --continuum stretches.json --samples 1000',
      ),
    )
    .action(
      async (folder: string | undefined, options: AgreementOptions & ProjectAgreementOptions) => {
        const isProject =
          folder !== undefined && options.ratings === undefined && options.continuum === undefined;
        finish(
          isProject
            ? await runProjectAgreement(terminal, folder, options)
            : await runAgreement(terminal, options),
        );
      },
    );
}

/** `postil adjudicate`: the state of the gold set, and the part of it that needs nobody's judgement. */
function addAdjudicateCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('adjudicate')
    .description(t('adjudicate.cli.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--accept-agreed', t('adjudicate.cli.acceptAgreed'))
    .option('--as <coder>', t('adjudicate.cli.as'))
    .option('--coders <coders...>', t('cli.agreement.codersOption'))
    .option('--documents <documents...>', t('cli.agreement.documentsOption'))
    .option('--finished', t('cli.agreement.finished'))
    .option('--dry-run', t('adjudicate.cli.dryRun'))
    .option('--json', t('cli.jsonOption'))
    .addHelpText(
      'after',
      examples(
        'postil adjudicate korea',
        'postil adjudicate korea --accept-agreed --dry-run',
        'postil adjudicate korea --accept-agreed --as "Ann Lee"',
      ),
    )
    .action(async (folder: string, options: AdjudicateOptions) => {
      finish(await runAdjudicate(terminal, folder, options));
    });
}

function examples(...lines: readonly string[]): string {
  return t('cli.examples', { lines: lines.map((line) => `  ${line}`).join('\n') });
}

import type { Command as Program } from 'commander';
import type { DocumentId } from '../core/ids';
import { t } from '../core/messages/message';
import { createFault, fail, ok, type Result } from '../core/result';
import { isGold } from '../core/verdict/gold-coder';
import { makeCoderPack, makeReturnPack } from '../storage/packs/make-pack';
import { openCoderPack } from '../storage/packs/open-pack';
import type { PackFacts } from '../storage/packs/pack-format';
import type { ProjectSession } from '../storage/project-session';
import { collect } from './collect';
import { chooseCoder, chooseDocument } from './choose';
import { EXIT, type ExitCode } from './exit-code';
import { now } from './now';
import { complainAbout, printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

interface PackOptions {
  readonly coder: string;
  readonly out: string;
  readonly document?: readonly string[];
  readonly return?: boolean;
  readonly json?: boolean;
}

/** `postil pack <folder> --coder <coder> -o <file> [--return]` and `postil unpack <pack> <folder>`. */
export function addPackCommands(
  program: Program,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('pack')
    .description(t('pack.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .requiredOption('--coder <coder>', t('pack.coder'))
    .requiredOption('--out <file>', t('pack.output'))
    .option('--document <document>', t('pack.document'), collect)
    .option('--return', t('pack.return'))
    .option('--json', t('cli.jsonOption'))
    .action(async (folder: string, options: PackOptions) => {
      finish(await runPack(terminal, folder, options));
    });
  program
    .command('unpack')
    .description(t('pack.unpack'))
    .argument('<pack>', t('pack.file'))
    .argument('<folder>', t('pack.target'))
    .action(async (pack: string, folder: string) => {
      finish(await runUnpack(terminal, pack, folder));
    });
}

function runPack(terminal: Terminal, folder: string, options: PackOptions): Promise<ExitCode> {
  return withSession(terminal, folder, async (session) => {
    // What was done is in the folder's files then.
    const settled = await session.settled();
    const made = settled.ok ? await make(session, options) : settled;
    if (!made.ok) {
      complainAbout(terminal, [made.fault]);
      return EXIT.failed;
    }
    const { kind, coder, texts, codebookRevision } = made.value;
    const path = options.out;
    if (options.json === true) printJson(terminal, { path, ...made.value });
    else if (kind === 'return') terminal.print(t('pack.done.return', { path, coder }));
    else {
      const n = Object.keys(texts).length;
      terminal.print(t('pack.done.coder', { path, coder, texts: n, codebook: codebookRevision }));
    }
    return EXIT.done;
  });
}

async function make(
  { folder, project, textOf }: ProjectSession,
  options: PackOptions,
): Promise<Result<PackFacts>> {
  const coderId = chooseCoder(project.coders, options.coder);
  if (!coderId.ok) return coderId;
  if (isGold(coderId.value)) return fail(createFault('pack.fault.gold'));
  const given = { folder, project, textOf, coderId: coderId.value, at: now() };
  if (options.return === true) return makeReturnPack(options.out, given);
  const documentIds = chooseDocuments(project.documents, options.document);
  if (!documentIds.ok) return documentIds;
  return makeCoderPack(options.out, {
    ...given,
    ...(documentIds.value !== undefined && { documentIds: documentIds.value }),
  });
}

function chooseDocuments(
  documents: Parameters<typeof chooseDocument>[0],
  wanted: readonly string[] | undefined,
): Result<readonly DocumentId[] | undefined> {
  if (wanted === undefined) return ok(undefined);
  const ids: DocumentId[] = [];
  for (const one of wanted) {
    const id = chooseDocument(documents, one);
    if (!id.ok) return id;
    ids.push(id.value);
  }
  return ok(ids);
}

async function runUnpack(terminal: Terminal, pack: string, folder: string): Promise<ExitCode> {
  const opened = await openCoderPack(pack, folder);
  if (!opened.ok) {
    complainAbout(terminal, [opened.fault]);
    return EXIT.failed;
  }
  const { coder, texts } = opened.value;
  terminal.print(t('pack.opened', { folder, coder, texts: Object.keys(texts).length }));
  return EXIT.done;
}

import { basename, dirname, join, resolve } from 'node:path';
import { t } from '../core/messages/message';
import type { Fault } from '../core/result';
import { BackupFolder, listShelves, type ListedBackup } from '../storage/backups/backup-folder';
import { readPast } from '../storage/backups/past-place';
import { writeCopy } from '../storage/write-copy';
import { EXIT, type ExitCode } from './exit-code';
import { formatTable } from './table';
import { complainAbout, printJson, type Terminal } from './terminal';

interface Found extends ListedBackup {
  readonly file: string;
}

/** Lists the backups in a folder of backups, of one project or of all; `failed` if one cannot be read. */
export async function runBackups(
  terminal: Terminal,
  given: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const root = resolve(given);
  const shelves = (await listShelves(root)).map(({ id }) => join(root, id));
  const found: Found[] = [];
  for (const folder of [root, ...shelves]) {
    const all = await new BackupFolder(folder).list();
    found.push(...all.map((one) => ({ ...one, file: join(folder, one.name) })));
  }
  const faults = found.flatMap(({ head }): readonly Fault[] => (head.ok ? [] : [head.fault]));
  complainAbout(terminal, faults);
  if (options.json === true) {
    printJson(
      terminal,
      found.map(({ file, at, size, head }) => ({ file, at, size, ...(head.ok && head.value) })),
    );
  } else terminal.print(found.length === 0 ? t('backups.cli.none') : formatBackups(found));
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

/** Checks a backup and writes what it holds into a folder that is missing or empty. */
export async function runRestore(
  terminal: Terminal,
  backup: string,
  folder: string,
): Promise<ExitCode> {
  const file = resolve(backup);
  const past = await readPast({ kind: 'backup', folder: dirname(file), name: basename(file) });
  const done = past.ok
    ? await writeCopy(folder, past.value.project, past.value.textOf, past.value.folder)
    : past;
  if (!done.ok) {
    complainAbout(terminal, [done.fault]);
    return EXIT.failed;
  }
  terminal.print(t('past.restored', { folder: resolve(folder) }));
  return EXIT.done;
}

function formatBackups(found: readonly Found[]): string {
  const rows = found.flatMap(({ file, at, size, head }) => {
    if (!head.ok) return [];
    const { title, reason, annotations, documents } = head.value;
    return [[at, title, t(`backups.reason.${reason}`), annotations, documents, size, file]];
  });
  return formatTable(
    [
      t('backups.cli.at'),
      t('cli.info.title'),
      t('backups.cli.reason'),
      t('cli.info.annotations'),
      t('cli.info.documents'),
      t('backups.cli.bytes'),
      t('backups.cli.file'),
    ],
    rows,
  );
}

import { randomUUID } from 'node:crypto';
import type { Command as Program } from 'commander';
import type { CoderId, TeamActId } from '../core/ids';
import { t } from '../core/messages/message';
import { findCoder } from '../core/project/project';
import { ok, type Result } from '../core/result';
import { snapshotAct } from '../core/teamwork/snapshot';
import { peopleAmong } from '../core/verdict/gold-coder';
import { packProject } from '../storage/backups/backup-format';
import type { ProjectSession } from '../storage/project-session';
import type { SnapshotHead } from '../storage/snapshots/snapshot-format';
import { listSnapshots, writeSnapshot } from '../storage/snapshots/snapshots';
import { tellWithheld, wishFor } from '../storage/snapshots/without';
import { chooseCoder } from './choose';
import { EXIT, type ExitCode } from './exit-code';
import { now } from './now';
import { complainAbout, printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

interface SnapshotOptions {
  readonly reason?: string;
  readonly as?: string;
  readonly json?: boolean;
}

/** `postil snapshot <folder>` and `postil snapshots <folder>`. */
export function addSnapshotCommands(
  program: Program,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('snapshot')
    .description(t('snapshots.cli.description'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--reason <words>', t('snapshots.cli.reason'))
    .option('--as <coder>', t('snapshots.cli.as'))
    .option('--json', t('cli.jsonOption'))
    .action(async (folder: string, options: SnapshotOptions) => {
      finish(await runSnapshot(terminal, folder, options));
    });
  program
    .command('snapshots')
    .description(t('snapshots.cli.list'))
    .argument('<folder>', t('cli.argument.folder'))
    .option('--json', t('cli.jsonOption'))
    .action(async (folder: string, options: SnapshotOptions) => {
      finish(await runSnapshots(terminal, folder, options));
    });
}

/** Keeps the state as it is now and says so in the team's record. */
export async function takeSnapshot(
  session: ProjectSession,
  coderId: CoderId,
  reason: string,
): Promise<Result<SnapshotHead>> {
  const given = wishFor({ at: now(), coderId, reason }, session.withheld);
  const body = [...packProject(session.project)].join('');
  const head = await writeSnapshot(session.folder, body, given);
  if (!head.ok) return head;
  const act = snapshotAct(randomUUID() as string as TeamActId, given, head.value.contentHash);
  session.workAs(coderId);
  const done = session.perform({ kind: 'team.record', act });
  return done.ok ? ok(head.value) : done;
}

function runSnapshot(
  terminal: Terminal,
  folder: string,
  options: SnapshotOptions,
): Promise<ExitCode> {
  return withSession(terminal, folder, async (session) => {
    const people = peopleAmong(session.project.coders);
    const coder = options.as === undefined ? ok(session.coderId) : chooseCoder(people, options.as);
    const head = coder.ok ? await takeSnapshot(session, coder.value, options.reason ?? '') : coder;
    if (!head.ok) {
      complainAbout(terminal, [head.fault]);
      return EXIT.failed;
    }
    const { contentHash, documents, annotations } = head.value;
    const without = tellWithheld(head.value);
    if (without !== undefined) complainAbout(terminal, [without]);
    if (options.json === true) printJson(terminal, head.value);
    else {
      const hash = contentHash.slice(0, 16);
      terminal.print(t('snapshots.cli.taken', { hash, documents, annotations }));
    }
    return EXIT.done;
  });
}

function runSnapshots(
  terminal: Terminal,
  folder: string,
  { json = false }: SnapshotOptions,
): Promise<ExitCode> {
  return withSession(terminal, folder, async ({ project, folder: path }) => {
    const { heads, faults } = await listSnapshots(path);
    complainAbout(terminal, faults);
    const nameOf = (id: CoderId): string => findCoder(project, id)?.name ?? id;
    if (json) printJson(terminal, { snapshots: heads });
    else if (heads.length === 0) terminal.print(t('snapshots.cli.none'));
    else {
      const lines = heads.map(({ contentHash, at, coderId, annotations, reason }) => {
        const hash = contentHash.slice(0, 16);
        const when = at.slice(0, 16).replace('T', ' ');
        const line = t('snapshots.line', { hash, at: when, annotations, by: nameOf(coderId) });
        return reason === '' ? line : `${line}: ${reason}`;
      });
      terminal.print(lines.join('\n'));
    }
    return faults.length === 0 ? EXIT.done : EXIT.failed;
  });
}

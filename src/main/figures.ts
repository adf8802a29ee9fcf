import { randomUUID } from 'node:crypto';
import type { CoderId, TeamActId } from '../core/ids';
import { t } from '../core/messages/message';
import { findCoder, type Project } from '../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { snapshotAct } from '../core/teamwork/snapshot';
import type { FiguresWish, SnapshotEntry } from '../ipc/contract';
import type { ProjectSession } from '../storage/project-session';
import type { SnapshotHead, SnapshotWish } from '../storage/snapshots/snapshot-format';
import { listSnapshots } from '../storage/snapshots/snapshots';
import { tellWithheld, titlesOf, wishFor } from '../storage/snapshots/without';
import { packCalmly } from './backups';
import { now } from './identity';
import type { Outbox } from './ipc-door';
import { reasonOf } from './log';
import type { ProjectHost } from './project-host';
import { createSlowThread } from './slow-thread';
import { createStoppable, type Stoppable } from './stoppable';
import type { FiguresPlace, ReportWish, RunSlowly } from './slow-tasks';

interface Surroundings {
  readonly host: ProjectHost;
  readonly outbox: Outbox;
  readonly runSlowly: RunSlowly;
}

/** Agreement over all documents, and the snapshots it is computed of. It is of all coders' work: no passage is in it. */
export class Figures {
  readonly #computing: Stoppable;
  readonly #reporting: Stoppable;

  constructor(private readonly around: Surroundings) {
    const create = (): Stoppable =>
      createStoppable(
        createSlowThread((progress) => {
          if (typeof progress === 'number') around.outbox.send('agreement.progress', progress);
        }),
      );
    this.#computing = create();
    this.#reporting = create();
  }

  /** The oldest first; what cannot be read is told. */
  async list(): Promise<Result<readonly SnapshotEntry[]>> {
    const session = this.around.host.require();
    if (!session.ok) return session;
    const { heads, faults } = await listSnapshots(session.value.folder);
    for (const fault of faults) this.around.outbox.send('notice', fault);
    const { project } = session.value;
    return ok(
      heads.map(({ contentHash, at, coderId, reason, documents, annotations }) => {
        const by = findCoder(project, coderId)?.name ?? coderId;
        return { contentHash, at, by, reason, documents, annotations };
      }),
    );
  }

  /** Keeps the state as it is; the answer is its hash. */
  async take(reason: string): Promise<Result<string>> {
    const { host } = this.around;
    const session = host.require();
    const { coderId } = host;
    if (!session.ok) return session;
    if (coderId === undefined) return fail(createFault('main.fault.noProject'));
    const wish = wishFor({ at: now(), coderId, reason }, session.value.withheld);
    const head = await this.#write(session.value, session.value.project, wish);
    if (!head.ok) return head;
    if (host.session !== session.value) return fail(createFault('main.fault.noProject'));
    const { contentHash } = head.value;
    const without = tellWithheld(wish);
    if (without !== undefined) this.around.outbox.send('notice', without);
    const act = snapshotAct(randomUUID() as string as TeamActId, wish, contentHash);
    const done = host.perform(session.value, { kind: 'team.record', act });
    return done.ok ? ok(contentHash) : done;
  }

  /**
   * Keeps the state before the first verdict, from which an act has just led on. Nobody waits for it; a failure is told. The
   * record of it is no step to undo, for the person's own step is.
   */
  keepBefore(session: ProjectSession, project: Project, coderId: CoderId): void {
    const reason = t('snapshots.beforeAdjudication');
    const wish = wishFor({ at: now(), coderId, reason }, session.withheld);
    void this.#write(session, project, wish).then((head) => {
      const { host, outbox } = this.around;
      const fault = head.ok ? undefined : head.fault;
      if (fault !== undefined) outbox.send('notice', fault);
      if (!head.ok || host.session !== session) return;
      const id = randomUUID() as string as TeamActId;
      const told = host.recordQuietly({
        kind: 'team.record',
        act: snapshotAct(id, wish, head.value.contentHash),
      });
      if (!told.ok) outbox.send('notice', told.fault);
    });
  }

  /** As JSON text of `AgreementOverview`; undefined when it was stopped. `source` is a snapshot's hash, or empty for now. */
  async compute(source: string, wish: FiguresWish): Promise<Result<string | undefined>> {
    const session = this.around.host.require();
    if (!session.ok) return session;
    return this.#tell(
      this.#computing.run(async (runSlowly) => {
        const place = await placeOf(session.value, source);
        return runSlowly('agreement.figures', place, wish);
      }),
    );
  }

  /** The text of a report on how the session's project was coded; undefined when it was stopped. */
  async report(
    session: ProjectSession,
    source: string,
    wish: ReportWish,
  ): Promise<Result<string | undefined>> {
    return this.#tell(
      this.#reporting.run(async (runSlowly) => {
        const place = await placeOf(session, source);
        const pieces = place.kind === 'now' ? place.pieces : await packCalmly(session.project);
        return runSlowly('report.methods', pieces, place, wish);
      }),
    );
  }

  /** Stops what is computed, if anything is. */
  cancel(): void {
    void this.#computing.stop();
    void this.#reporting.stop();
  }

  /** Undefined when it was stopped; what breaks down is told. */
  async #tell(computing: Promise<Result<string> | undefined>): Promise<Result<string | undefined>> {
    try {
      return (await computing) ?? ok(undefined);
    } catch (error) {
      return fail(createFault('snapshots.fault.failed', { reason: reasonOf(error) }));
    }
  }

  async #write(
    { folder }: ProjectSession,
    project: Project,
    wish: SnapshotWish,
  ): Promise<Result<SnapshotHead>> {
    const refuse = (fault: Fault | string): Result<SnapshotHead> => {
      const reason = typeof fault === 'string' ? fault : fault.text;
      return fail(createFault('snapshots.fault.notTaken', { reason }));
    };
    try {
      const pieces = await packCalmly(project);
      const head = await this.around.runSlowly('snapshot.write', folder, pieces, wish);
      return head.ok ? head : refuse(head.fault);
    } catch (error) {
      return refuse(reasonOf(error));
    }
  }
}

/** What figures are computed of: a snapshot by its hash, or where that is empty the project as it is. */
async function placeOf(session: ProjectSession, source: string): Promise<FiguresPlace> {
  if (source !== '') return { kind: 'snapshot', folder: session.folder, hash: source };
  const withheld = titlesOf(session.withheld);
  return { kind: 'now', pieces: await packCalmly(session.project), withheld };
}

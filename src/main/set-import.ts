import type { FaultList } from '../core/codecs/json/fault-list';
import type { AnnotationSetsFile } from '../core/codecs/json/format';
import { parseAnnotationSets } from '../core/codecs/json/parse';
import { planImport, type ImportPlan } from '../core/codecs/json/plan-import';
import type { CoderId } from '../core/ids';
import type { BatchCommand } from '../core/project/command';
import { nameCommand } from '../core/project/command-name';
import type { Project } from '../core/project/project';
import { createFault, fail, ok, type Result } from '../core/result';
import { teamOf } from '../core/team/team';
import type { ImportPreview, ImportRefusal, Performed } from '../ipc/contract';
import type { ProjectSession } from '../storage/project-session';
import { createDocumentId, createTeamActId, now } from './identity';
import { readImportFile } from './import-file';
import type { ProjectHost } from './project-host';

/** A person who codes faster than the disk writes the texts. */
const TRIES = 10;

interface Waiting {
  readonly planId: number;
  readonly session: ProjectSession;
  readonly file: AnnotationSetsFile;
  readonly plan: ImportPlan;
  /** The project's serial that the plan is for. */
  readonly serial: number;
}

/** Imports in two steps: what a file would do, and doing it when the person agrees. Only the latest file waits. */
export class SetImports {
  readonly #host: ProjectHost;
  #waiting: Waiting | undefined;
  #plans = 0;

  constructor(host: ProjectHost) {
    this.#host = host;
  }

  /** Reads a file and says what importing it would do; nothing is changed. */
  async prepare(
    session: ProjectSession,
    path: string,
  ): Promise<Result<ImportPreview, ImportRefusal>> {
    this.#waiting = undefined;
    const read = await readImportFile(path, parseAnnotationSets);
    if (!read.ok) return read;
    const { fileName, content: file, refuse } = read.value;
    const plan = makePlan(session, file);
    if (!plan.ok) return refuse(plan.fault);
    this.#plans += 1;
    const { serial } = session;
    this.#waiting = { planId: this.#plans, session, file, plan: plan.value, serial };
    return ok({ planId: this.#plans, fileName, ...plan.value.summary });
  }

  /** Carries out the import that waits under this id: the texts first, then one command. */
  confirm(planId: number): Promise<Result<Performed>> {
    return this.#host.inTurn(async () => {
      const waiting = this.#waiting;
      if (waiting?.planId !== planId || waiting.session !== this.#host.session) {
        return fail(createFault('main.fault.importGone'));
      }
      this.#waiting = undefined;
      const { session } = waiting;
      const ready = await storeTexts(waiting);
      if (!ready.ok) return ready;
      const { command } = ready.value;
      if (command.commands.length === 0) {
        return ok({ serial: session.serial, name: nameCommand(session.project, command) });
      }
      return this.#host.perform(session, withReading(session.project, command, this.#host.coderId));
    });
  }
}

/** Whoever imports what others coded has read it: that is recorded, and from then on seen in the window. */
function withReading(
  project: Project,
  command: BatchCommand,
  reader: CoderId | undefined,
): BatchCommand {
  const others = command.commands
    .flatMap((one) =>
      one.kind === 'annotation.add' || one.kind === 'annotation.replace' ? [one.annotation] : [],
    )
    .filter((one) => one.coderId !== reader);
  if (reader === undefined || others.length === 0 || !teamOf(project.team).isBlind) return command;
  const deed = {
    kind: 'import',
    coderIds: [...new Set(others.map((one) => one.coderId))],
    documentIds: [...new Set(others.map((one) => one.documentId))],
  } as const;
  const act = { id: createTeamActId(), coderId: reader, at: now(), deed };
  return { ...command, commands: [...command.commands, { kind: 'team.record', act }] };
}

/** Stores the plan's texts; a plan for an older state of the project is made again before. */
async function storeTexts(waiting: Waiting): Promise<Result<ImportPlan>> {
  const { session, file } = waiting;
  let { plan, serial } = waiting;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (serial !== session.serial) {
      const again = makePlan(session, file);
      if (!again.ok) return fail(createFault('main.fault.importChanged', { n: again.fault.total }));
      plan = again.value;
      serial = session.serial;
    }
    const encoder = new TextEncoder();
    const stored = await session.storeTexts(
      plan.texts.map(({ document, text }) => ({ document, text, source: encoder.encode(text) })),
    );
    if (!stored.ok) return stored;
    if (serial === session.serial) return ok(plan);
  }
  return fail(createFault('main.fault.importGone'));
}

function makePlan(
  session: ProjectSession,
  file: AnnotationSetsFile,
): Result<ImportPlan, FaultList> {
  return planImport(session.project, session.textOf, file, { at: now(), createDocumentId });
}

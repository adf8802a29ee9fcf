import { adjudicationOf, type Adjudication } from '../core/adjudication/adjudication';
import { agreedGroups, planAgreed } from '../core/adjudication/plan-agreed';
import { allVerdicts, summarize } from '../core/adjudication/summary';
import { comparedWork, type ComparedWork } from '../core/comparison/compared-work';
import type { CoderId, DocumentId } from '../core/ids';
import { tellLeftOut } from '../core/comparison/tell-left-out';
import { t } from '../core/messages/message';
import { createFault, fail, ok, type Result } from '../core/result';
import { isBeforeVerdicts } from '../core/teamwork/snapshot';
import { isGold, peopleAmong } from '../core/verdict/gold-coder';
import type { ProjectSession } from '../storage/project-session';
import { formatAdjudication, listPassages } from './adjudication-table';
import { chooseCoder } from './choose';
import { readComparedChoice, type ComparedOptions } from './compared-choice';
import { EXIT, type ExitCode } from './exit-code';
import { now } from './now';
import { takeSnapshot } from './snapshot-command';
import { complainAbout, printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

export interface AdjudicateOptions extends ComparedOptions {
  readonly acceptAgreed?: boolean;
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `postil adjudicate <folder>`: how far a project is settled; with `--accept-agreed` what all agree on is. */
export function runAdjudicate(
  terminal: Terminal,
  folder: string,
  options: AdjudicateOptions,
): Promise<ExitCode> {
  return withSession(terminal, folder, async (session) => {
    const done = await adjudicate(terminal, session, options);
    if (done.ok) return EXIT.done;
    complainAbout(terminal, [done.fault]);
    return EXIT.failed;
  });
}

async function adjudicate(
  terminal: Terminal,
  session: ProjectSession,
  options: AdjudicateOptions,
): Promise<Result<undefined>> {
  const choice = readComparedChoice(session.project, options);
  if (!choice.ok) return choice;
  if (choice.value.coders?.some(isGold) === true) return fail(createFault('adjudicate.fault.gold'));
  const look = (): ComparedWork => comparedWork(session.project, choice.value);
  if (look().documents.length === 0) return fail(createFault('adjudicate.fault.nothing'));
  const dryRun = options.dryRun === true;
  const found = adjudicationOf(session.project, look());
  const agreed = options.acceptAgreed === true ? agreedGroups(found) : undefined;
  if (agreed !== undefined && !dryRun) {
    const adjudicator = chooseAdjudicator(session, options.as);
    if (!adjudicator.ok) return adjudicator;
    const kept = await keepFirst(session, adjudicator.value);
    if (!kept.ok) return kept;
    const accepted = await accept(session, adjudicator.value, found);
    if (!accepted.ok) return accepted;
  }
  const { project } = session;
  const state = adjudicationOf(project, look());
  if (options.json === true) {
    printJson(terminal, {
      ...(agreed && { dryRun, accepted: agreed.length }),
      ...summarize(project, state),
      leftOut: look().leftOut,
      ...(agreed && { agreedPassages: listPassages(agreed) }),
      openPassages: listPassages(state.groups.filter((one) => one.state !== 'settled')),
      verdicts: allVerdicts(state),
      lostVerdicts: state.lost.map(({ id }) => id),
      strayAnnotations: state.stray.map(({ id }) => id),
    });
    return ok(undefined);
  }
  const said = agreed && {
    sentence: t(dryRun ? 'adjudicate.cli.wouldAccept' : 'adjudicate.cli.accepted', {
      n: agreed.length,
    }),
    // What was accepted can be looked at in the window; what would be is to be seen before.
    passages: dryRun ? agreed : [],
  };
  terminal.print(formatAdjudication(project, state, said));
  tellLeftOut(project, look()).forEach((sentence) => {
    terminal.print(sentence);
  });
  return ok(undefined);
}

/** Whose verdicts they are: the coder named, else the first who is to adjudicate, or leads, or is there at all. */
function chooseAdjudicator(session: ProjectSession, given: string | undefined): Result<CoderId> {
  const people = peopleAmong(session.project.coders);
  if (given !== undefined) return chooseCoder(people, given);
  const [first] = ['adjudicator', 'lead'].flatMap((role) =>
    people.filter((coder) => coder.role === role),
  );
  return ok(first?.id ?? session.coderId);
}

/** Before the first verdict the state is kept, of which agreement can be computed later. */
async function keepFirst(session: ProjectSession, coderId: CoderId): Promise<Result<unknown>> {
  return isBeforeVerdicts(session.project)
    ? takeSnapshot(session, coderId, t('snapshots.beforeAdjudication'))
    : ok(undefined);
}

/** In one step; where that is more than a journal takes, in one for each document. */
async function accept(
  session: ProjectSession,
  coderId: CoderId,
  found: Adjudication,
): Promise<Result<unknown>> {
  session.workAs(coderId);
  const all = agreedGroups(found);
  const whole = perform(session, coderId, all);
  if (whole.ok || whole.fault.code !== 'storage.act.large') {
    return whole.ok ? session.settled() : whole;
  }
  const documentIds = new Set<DocumentId>(all.map(({ document }) => document.document.id));
  for (const id of documentIds) {
    const here = all.filter(({ document }) => document.document.id === id);
    const done = perform(session, coderId, here);
    if (!done.ok) return done;
  }
  return session.settled();
}

function perform(
  session: ProjectSession,
  coderId: CoderId,
  groups: ReturnType<typeof agreedGroups>,
): Result<unknown> {
  const planned = planAgreed(session.project, groups, { coderId, at: now() });
  if (!planned.ok || planned.value === undefined) return planned;
  return session.perform(planned.value);
}

import type { DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import type { Fault } from '../../src/core/result';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { actAtRandom, addAt, numbers } from './acts';
import { ADA, DESK } from './names';
import type { Report } from './report';

/** Where somebody works. */
export interface Place {
  readonly folder: string;
  readonly local?: string | undefined;
  readonly device?: string;
  readonly coder?: string | undefined;
}

export type Say = (report: Report) => void;

/** Opens the project and reports what is there and what is said to be saved; undefined when it is refused. */
async function openAndSay(place: Place, say: Say): Promise<ProjectSession | undefined> {
  let clock = Date.now();
  const opened = await openSession(place.folder, {
    deviceId: (place.device ?? DESK) as DeviceId,
    now: () => new Date((clock = Math.max(clock + 1, Date.now()))).toISOString() as Timestamp,
    ...(place.local !== undefined && { local: place.local }),
  });
  if (!opened.ok) {
    say({ refused: opened.fault.code, text: opened.fault.text });
    return undefined;
  }
  const session = opened.value;
  const notices = session.notices.map(({ code }) => code);
  say({ opened: contentHash(session.project), notices });
  session.onSaveState((state) => {
    if (state.kind === 'saved') say({ saved: state.serial });
  });
  session.workAs((place.coder ?? ADA.id) as typeof ADA.id);
  return session;
}

/** Opens the project, works in it and waits for what is under way; what failed is tried once more. */
export async function workIn(
  place: Place,
  say: Say,
  work: (session: ProjectSession) => Promise<void>,
): Promise<void> {
  const session = await openAndSay(place, say);
  if (session === undefined) return;
  await work(session);
  let fault = await whatIsBehind(session);
  if (fault !== undefined) {
    session.retrySave();
    fault = await whatIsBehind(session);
  }
  // The state may have been reached before anybody listened.
  const state = session.saveState;
  if (state.kind === 'saved') say({ saved: state.serial });
  await session.close();
  say({ end: fault === undefined ? 'saved' : fault.code });
}

/** Waits for what is under way; why something is not on disk then, or the folder does not show it. */
async function whatIsBehind(session: ProjectSession): Promise<Fault | undefined> {
  const settled = await session.settled();
  if (!settled.ok) return settled.fault;
  return session.saveState.kind === 'saved' ? session.saveState.folder : undefined;
}

/** Performs a command and says what the project may be found as from now on. */
export function performAndSay(session: ProjectSession, say: Say, command: Command): void {
  const done = session.perform(command);
  if (!done.ok) throw new Error(done.fault.text);
  say({ did: contentHash(session.project) });
}

/** Goes on until it has done `count` acts: with pauses, or waiting until all is saved, or neither. */
export function annotate(
  place: Place,
  say: Say,
  given: { readonly count: number; readonly seed: number; readonly name: string },
): Promise<void> {
  return workIn(place, say, async (session) => {
    const next = numbers(given.seed);
    for (let n = 1; n <= given.count; n += 1) {
      const done = actAtRandom(session, next, `${given.name}-${n}`, n);
      if (!done.ok) throw new Error(done.fault.text);
      say({ did: contentHash(session.project) });
      if (next(8) === 0) await session.settled();
      else if (next(2) === 0) await new Promise(setImmediate);
    }
  });
}

/** Adds annotations while others work in the same folder, and looks at theirs now and then. */
export function addAmongOthers(
  place: Place,
  say: Say,
  given: { readonly count: number; readonly name: string },
): Promise<void> {
  return workIn(place, say, async (session) => {
    for (let n = 1; n <= given.count; n += 1) {
      performAndSay(session, say, addAt(session.coderId, `${given.name}-${n}`, n));
      await new Promise(setImmediate);
      if (n % 10 === 0) await session.refresh();
    }
  });
}

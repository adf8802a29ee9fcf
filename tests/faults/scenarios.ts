import type { DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import type { Result } from '../../src/core/result';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { actAtRandom, addAt, makeProject, numbers, preparedText } from './acts';
import { ADA, DESK } from './names';
import type { Report } from './report';

/** Where a scenario works. */
export interface Place {
  readonly folder: string;
  readonly local?: string;
  readonly device?: string;
  readonly coder?: string;
}

export type Say = (report: Report) => void;

/** Opens the project and reports what is there, what is done and what is said to be saved; undefined when it is refused. */
export async function openAndSay(place: Place, say: Say): Promise<ProjectSession | undefined> {
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

/** Goes on until it has done `count` acts: with pauses, or waiting until all is saved, or neither. */
export async function annotate(
  place: Place,
  say: Say,
  given: { readonly count: number; readonly seed: number; readonly name: string },
): Promise<void> {
  const session = await openAndSay(place, say);
  if (session === undefined) return;
  const next = numbers(given.seed);
  for (let n = 1; n <= given.count; n += 1) {
    const done = actAtRandom(session, next, `${given.name}-${n}`, n);
    if (!done.ok) throw new Error(done.fault.text);
    say({ did: contentHash(session.project) });
    if (next(8) === 0) await session.settled();
    else if (next(2) === 0) await new Promise(setImmediate);
  }
  await finish(session, say);
}

/** Adds annotations while others work in the same folder, and looks at theirs now and then. */
export async function addAmongOthers(
  place: Place,
  say: Say,
  given: { readonly count: number; readonly name: string },
): Promise<void> {
  await act(place, say, async (session) => {
    for (let n = 1; n <= given.count; n += 1) {
      perform(session, say, addAt(session, `${given.name}-${n}`, n));
      await new Promise(setImmediate);
      if (n % 10 === 0) await session.refresh();
    }
  });
}

/** What is under way ends; what failed is tried once more. */
async function finish(session: ProjectSession, say: Say): Promise<void> {
  let settled = await session.settled();
  if (!settled.ok) {
    session.retrySave();
    settled = await session.settled();
  }
  // The state may have been reached before anybody listened.
  const state = session.saveState;
  if (settled.ok && state.kind === 'saved') say({ saved: state.serial });
  await session.close();
  say({ end: settled.ok ? 'saved' : settled.fault.code });
}

async function act(place: Place, say: Say, perform: (session: ProjectSession) => Promise<void>) {
  const session = await openAndSay(place, say);
  if (session === undefined) return;
  await perform(session);
  await finish(session, say);
}

function perform(session: ProjectSession, say: Say, command: Command): void {
  const done = session.perform(command);
  if (!done.ok) throw new Error(done.fault.text);
  say({ did: contentHash(session.project) });
}

export type Scenario = (place: Place, say: Say) => Promise<void>;

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  /** Annotations, a change, an undo. */
  annotating: (place, say) => annotate(place, say, { count: 6, seed: 3, name: 'n' }),

  /** A new project with two texts. */
  creating: async (place, say) => {
    say({ opened: 'none', notices: [] });
    const made = await makeProject(place.folder);
    say({ did: 'made' });
    if (made.ok) say({ saved: 1 });
    say({ end: made.ok ? 'saved' : made.fault.code });
  },

  /** A text with its annotations, as the import of sets does it: texts first, then one step. */
  importing: (place, say) =>
    act(place, say, async (session) => {
      const text = preparedText('east');
      const stored: Result<undefined> = await session.storeTexts([text]);
      if (!stored.ok) return;
      const index = session.project.documents.length;
      const add: Command = { kind: 'document.add', document: text.document, index };
      const commands = [add, addAt(session, 'i1', 0), addAt(session, 'i2', 1)];
      perform(session, say, { kind: 'batch', purpose: 'import', size: 3, commands });
    }),

  /** Opening a project whose files a version before the journals wrote, and going on in it. */
  migrating: (place, say) =>
    act(place, say, async (session) => {
      await session.settled();
      perform(session, say, addAt(session, 'm1', 2));
    }),
};

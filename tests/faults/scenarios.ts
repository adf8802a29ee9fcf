import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '../../src/core/project/command';
import { removeJournals } from '../storage/journals';
import { addAt, makeProject, preparedText } from './acts';
import { annotate, performAndSay, workIn, type Place, type Say } from './session-work';

/** Something that writes a project, done again and again with a fault at each of its calls to the file system. */
export interface Scenario {
  /** Makes the project it begins with, in a folder that is not there yet; absent: it begins with nothing. */
  readonly prepare?: (folder: string) => Promise<void>;
  readonly run: (place: Place, say: Say) => Promise<void>;
}

async function makeSmall(folder: string): Promise<void> {
  const made = await makeProject(folder);
  if (!made.ok) throw new Error(made.fault.text);
  await annotate({ folder }, () => undefined, { count: 4, seed: 1, name: 'old' });
}

/** Annotation sets as version 1 had them, and no journals. */
async function makeOld(folder: string): Promise<void> {
  await makeSmall(folder);
  await removeJournals(folder);
  const ada = join(folder, 'coders', 'ada');
  for (const name of await readdir(ada)) {
    const set = JSON.parse(await readFile(join(ada, name), 'utf8')) as Record<string, unknown>;
    delete set['relations'];
    delete set['marks'];
    await writeFile(join(ada, name), JSON.stringify({ ...set, formatVersion: 1, lastLine: 0 }));
  }
}

/** To have another way of writing tested, add it here. */
export const SCENARIOS = {
  /** Annotations, a change, an undo. */
  annotating: {
    prepare: makeSmall,
    run: (place, say) => annotate(place, say, { count: 6, seed: 3, name: 'n' }),
  },

  /** A new project with two texts. */
  creating: {
    run: async (place, say) => {
      say({ opened: 'none', notices: [] });
      say({ did: 'made' });
      const made = await makeProject(place.folder);
      if (made.ok) say({ saved: 1 });
      say({ end: made.ok ? 'saved' : made.fault.code });
    },
  },

  /** A text with its annotations, as the import of sets does it: texts first, then one step. */
  importing: {
    prepare: makeSmall,
    run: (place, say) =>
      workIn(place, say, async (session) => {
        const text = preparedText('east');
        const stored = await session.storeTexts([text]);
        if (!stored.ok) return;
        const index = session.project.documents.length;
        const add: Command = { kind: 'document.add', document: text.document, index };
        const commands = [add, addAt(session.coderId, 'i1', 0), addAt(session.coderId, 'i2', 1)];
        performAndSay(session, say, { kind: 'batch', purpose: 'import', size: 3, commands });
      }),
  },

  /** Opening a project whose files a version before the journals wrote, and going on in it. */
  migrating: {
    prepare: makeOld,
    run: (place, say) =>
      workIn(place, say, async (session) => {
        await session.settled();
        performAndSay(session, say, addAt(session.coderId, 'm1', 2));
      }),
  },
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeId } from '../../src/core/ids';
import { compareProjects } from '../../src/core/past/compare-projects';
import { contentHash } from '../../src/core/project/content-hash';
import type { Project } from '../../src/core/project/project';
import { placesOf } from '../../src/storage/project-folder';
import { readDeeds, readMoment } from '../../src/storage/project-past';
import type { ProjectSession } from '../../src/storage/project-session';
import { writeCopy } from '../../src/storage/write-copy';
import { snapshot, temporaryFolder } from './disk';
import {
  add,
  annotate,
  codeOf,
  makeProject,
  NORTH,
  NOW,
  open,
  SOUTH,
  value,
} from './small-project';

const at = { documentId: NORTH, annotationId: annotate('a1', 'must not').id, modifiedAt: NOW };

/** A session in which Ada coded, changed her mind, and took a step back; with what the project was after each act. */
async function work(): Promise<{ session: ProjectSession; states: readonly Project[] }> {
  const session = await open(await makeProject());
  const states: Project[] = [];
  const keep = (): unknown => states.push(session.project);
  value(session.perform(add('a1', 'must not')));
  keep();
  value(session.perform(add('a2', 'scrap the law', { documentId: SOUTH })));
  keep();
  value(session.perform({ kind: 'annotation.recode', ...at, codeId: 'precondition' as CodeId }));
  keep();
  value(session.undo());
  keep();
  value(
    session.perform({
      kind: 'annotation.remove',
      documentId: NORTH,
      annotationId: at.annotationId,
    }),
  );
  keep();
  value(await session.settled());
  return { session, states };
}

describe('[S8] the history of a project', () => {
  it('says who did what, in sentences, with the documents that it is about', async () => {
    const { session } = await work();
    const deeds = value(await readDeeds(session.folder, undefined)).filter(({ at: when }) => when);
    expect(deeds.map(({ text, details }) => [text, ...details].join(' | '))).toEqual([
      'Ada coded “must not” as Stance',
      'Ada coded “scrap the law” as Stance',
      'Ada changed Precondition on “must not”: code Precondition instead of Stance',
      'Ada undid “Change Code to Precondition” | changed Stance on “must not”: code Stance instead of Precondition',
      'Ada deleted Stance from “must not”',
    ]);
    expect(deeds.map(({ documentIds }) => documentIds.join())).toEqual([
      NORTH,
      SOUTH,
      NORTH,
      NORTH,
      NORTH,
    ]);
    value(await session.close());
  });

  it('gives the project as it was after each act, though the files hold the latest', async () => {
    const { session, states } = await work();
    value(await session.close());
    const deeds = value(await readDeeds(session.folder, undefined)).filter(({ at: when }) => when);
    for (const [i, { stamp }] of deeds.entries()) {
      const { project } = value(await readMoment(session.folder, undefined, stamp));
      expect(contentHash(project)).toBe(contentHash(states[i] as Project));
    }
    const unknown = '2000-10-15T09:30:00.000Z-000004-k3f9' as (typeof deeds)[number]['stamp'];
    expect(codeOf(await readMoment(session.folder, undefined, unknown))).toBe(
      'backups.fault.noMoment',
    );
  });

  it('restores a moment as a copy in a new folder, and leaves the project as it is', async () => {
    const { session, states } = await work();
    value(await session.close());
    const before = await snapshot(session.folder);
    const third = value(await readDeeds(session.folder, undefined)).filter(
      ({ at: when }) => when,
    )[2];
    if (third === undefined) throw new Error('There is no third act.');
    const { project, textOf } = value(await readMoment(session.folder, undefined, third.stamp));
    const folder = join(await temporaryFolder(), 'As it was');
    value(await writeCopy(folder, project, textOf, session.folder));
    expect(await snapshot(session.folder)).toEqual(before);
    const copy = await open(folder);
    const { id, title } = states[2] as Project;
    expect(contentHash({ ...copy.project, id, title })).toBe(contentHash(states[2] as Project));
    // Another project: it has backups of its own.
    expect(copy.project.id).not.toBe(id);
    expect(copy.project.title).toBe('As it was');
    expect(copy.notices).toEqual([]);
    const [document] = copy.project.documents;
    if (document === undefined) throw new Error('There is no document.');
    expect(await readFile(placesOf(folder).source(document), 'utf8')).toBe(
      await readFile(placesOf(session.folder).source(document), 'utf8'),
    );
    value(copy.perform(add('a9', 'insert')));
    value(await copy.close());
    expect(codeOf(await writeCopy(folder, project, textOf, session.folder))).toBe(
      'storage.create.isProject',
    );
  });

  it('is the same project again where the one that it was is gone', async () => {
    const { session } = await work();
    value(await session.close());
    const folder = join(await temporaryFolder(), 'Back');
    const { project, textOf } = session;
    await rm(session.folder, { recursive: true });
    value(await writeCopy(folder, project, textOf, session.folder));
    const copy = await open(folder);
    expect(copy.project.id).toBe(project.id);
    value(await copy.close());
  });

  it('shows how a moment differs from now, document by document', async () => {
    const { session, states } = await work();
    const [, , third] = states;
    const difference = compareProjects(session.project, third as Project);
    expect(difference).toMatchObject({
      isSame: false,
      annotations: { back: 1, gone: 0, other: 0 },
    });
    expect(difference.documents).toEqual([
      {
        documentId: NORTH,
        title: session.project.documents[0]?.title.value,
        kind: 'same',
        counts: { back: 1, gone: 0, other: 0 },
        annotations: [
          { kind: 'back', code: 'Precondition', quote: 'must not', coder: 'Ada', changes: [] },
        ],
      },
    ]);
    const [first] = states;
    const { documents } = compareProjects(third as Project, first as Project);
    expect(documents.flatMap(({ annotations }) => annotations)).toEqual([
      {
        kind: 'other',
        code: 'Stance',
        quote: 'must not',
        coder: 'Ada',
        changes: ['code Stance instead of Precondition'],
      },
      { kind: 'gone', code: 'Stance', quote: 'scrap the law', coder: 'Ada', changes: [] },
    ]);
    expect(compareProjects(first as Project, first as Project)).toMatchObject({
      isSame: true,
      documents: [],
    });
    value(await session.close());
  });
});

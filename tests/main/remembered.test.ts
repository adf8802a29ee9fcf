import { describe, expect, test } from 'vitest';
import type { DocumentId, ProjectId } from '../../src/core/ids';
import { MOST_PROJECTS, MOST_RECENT, rememberedSchema } from '../../src/ipc/remembered';
import {
  memoryOf,
  NOTHING_REMEMBERED,
  withMemory,
  withoutRecent,
  withReadingPlace,
  withRecent,
} from '../../src/main/remembered';

const id = (text: string) => text as ProjectId;
const place = (offset: number) => ({ offset, fraction: 0, furthest: offset });

describe('what this computer remembers', () => {
  test('a recent project comes first, once, and is the one to open next', () => {
    const remembered = ['/a', '/b', '/a'].reduce(withRecent, NOTHING_REMEMBERED);
    expect(remembered).toMatchObject({ recentProjects: ['/a', '/b'], lastProject: '/a' });
  });

  test('so many recent projects and no more', () => {
    const folders = Array.from({ length: MOST_RECENT + 3 }, (_, n) => `/${n}`);
    const remembered = folders.reduce(withRecent, NOTHING_REMEMBERED);
    expect(remembered.recentProjects).toEqual(folders.toReversed().slice(0, MOST_RECENT));
  });

  test('one that is gone leaves the list', () => {
    const remembered = ['/a', '/b'].reduce(withRecent, NOTHING_REMEMBERED);
    expect(withoutRecent(remembered, '/b').recentProjects).toEqual(['/a']);
  });

  test('each project keeps its own places, also of a document called constructor at offset 0', () => {
    const document = 'constructor' as DocumentId;
    let remembered = NOTHING_REMEMBERED;
    for (const offset of [7, 0]) {
      remembered = withMemory(remembered, id('p'), (memory) =>
        withReadingPlace(memory, document, place(offset)),
      );
    }
    expect(memoryOf(remembered, id('p')).places).toEqual([
      { documentId: document, place: place(0) },
    ]);
    expect(memoryOf(remembered, id('q')).places).toEqual([]);
  });

  test('the project that was not opened longest is forgotten first', () => {
    let remembered = NOTHING_REMEMBERED;
    for (let n = 0; n <= MOST_PROJECTS; n += 1) {
      remembered = withMemory(remembered, id(`p${n}`), (memory) => memory);
    }
    expect(remembered.projects).toHaveLength(MOST_PROJECTS);
    expect(remembered.projects.some((memory) => memory.id === 'p0')).toBe(false);
  });

  test('whatever it comes to, the schema takes it, and takes nothing else', () => {
    let remembered = withRecent(NOTHING_REMEMBERED, '/a');
    remembered = withMemory(remembered, id('p'), (memory) =>
      withReadingPlace(memory, '000' as DocumentId, place(3)),
    );
    remembered = {
      ...remembered,
      window: { x: -5, y: 0, width: 900, height: 600, maximised: true },
    };
    expect(rememberedSchema.parse(JSON.parse(JSON.stringify(remembered)))).toEqual(remembered);
    expect(rememberedSchema.safeParse({ ...remembered, more: 1 }).success).toBe(false);
  });
});

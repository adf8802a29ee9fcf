import fc from 'fast-check';
import { createSchemeCodebook } from '../../src/core/codebook/scheme';
import { createSourceDocument } from '../../src/core/document/source-document';
import type { CoderId, DocumentId, ProjectId } from '../../src/core/ids';
import { applyCommand } from '../../src/core/project/apply';
import type { Command } from '../../src/core/project/command';
import { NOTHING_CODED, type Project } from '../../src/core/project/project';
import { timeAt } from './random-annotation';
import { createCommand, type Draft, type Surroundings } from './random-command';
import { textArbitrary } from './random-text';

/*
 * Random projects for property tests. What fast-check draws and prints is plain data: texts and drafts. A draft becomes
 * a command only against a project, so that most commands fit and shrinking keeps them fitting.
 */

/** A project with the texts of its documents, and documents with texts that are not in it yet. */
export interface World extends Surroundings {
  readonly project: Project;
}

/** A project of the first `inside` texts, two coders and no annotation; the other texts are spare. */
export function createWorld(texts: readonly string[], inside: number): World {
  const documents = texts.map((text, n) =>
    createSourceDocument({
      id: `d${n}` as DocumentId,
      fileName: `text ${n}.txt`,
      text,
      addedAt: timeAt(n),
    }),
  );
  const byId = new Map(documents.map((document, n) => [document.id, texts[n] ?? '']));
  return {
    project: {
      id: 'project' as ProjectId,
      title: 'A project',
      codebook: createSchemeCodebook(timeAt(0)),
      coders: [
        { id: 'ana' as CoderId, name: 'Ana' },
        { id: 'bo' as CoderId, name: 'Bo 𠮷' },
      ],
      documents: documents.slice(0, inside),
      ...NOTHING_CODED,
    },
    texts: byId,
    spare: documents.slice(inside),
    textOf: (id) => byId.get(id),
  };
}

/** One to three documents, up to two spare ones, no annotation. */
export function emptyWorldArbitrary(): fc.Arbitrary<World> {
  return fc
    .tuple(
      fc.array(textArbitrary(25), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([texts, inside]) => createWorld(texts, inside));
}

/** A world with up to `maxAnnotations` annotations, made by commands. */
export function worldArbitrary(maxAnnotations = 12): fc.Arbitrary<World> {
  const adding = draftArbitrary(['annotation.add']);
  return fc
    .tuple(emptyWorldArbitrary(), fc.array(adding, { maxLength: maxAnnotations, size: 'max' }))
    .map(([world, drafts]) => ({ ...world, project: playDrafts(world, drafts) }));
}

const COMMAND_KINDS = [
  'annotation.add',
  'annotation.remove',
  'annotation.recode',
  'annotation.move',
  'annotation.memo',
  'annotation.attribute',
  'annotation.confidence',
  'annotation.parts',
  'annotation.confirm',
  'annotation.replace',
  'relation.add',
  'relation.remove',
  'relation.replace',
  'actor.add',
  'actor.replace',
  'actor.remove',
  'document.add',
  'document.remove',
  'document.describe',
  'document.exclude',
  'mark.set',
  'mark.clear',
  'coder.add',
  'coder.remove',
  'coder.rename',
  'coder.describe',
  'team.record',
  'team.withdraw',
  'memo.add',
  'memo.remove',
  'memo.replace',
  'verdict.add',
  'verdict.remove',
  'verdict.replace',
  'codebook.replace',
  'list.replace',
  'list.add',
  'list.remove',
  'project.describe',
  'batch',
] as const satisfies readonly Command['kind'][];

/** Drafts of the given kinds; annotations are added more often than anything else. */
export function draftArbitrary(
  kinds: readonly Command['kind'][] = COMMAND_KINDS,
): fc.Arbitrary<Draft> {
  const number = fc.nat(10_000);
  const single = kinds.filter((kind) => kind !== 'batch');
  const often = [
    'annotation.add',
    'relation.add',
    'relation.replace',
    'actor.add',
    'annotation.attribute',
    'verdict.add',
  ] as const;
  const more = often.flatMap((kind) =>
    single.includes(kind) ? Array<typeof kind>(5).fill(kind) : [],
  );
  const fields = {
    picks: fc.tuple(number, number, number, number),
    words: fc.constantFrom('', ' ', 'a memo', '“Ünï” 𠮷 e\u0301', 'x'.repeat(201), '\u200b'),
  };
  const simple: fc.Arbitrary<Draft> = fc.record({
    kind: fc.constantFrom(...single, ...more),
    ...fields,
    drafts: fc.constant([]),
  });
  if (!kinds.includes('batch')) return simple;
  const batch = fc.record({
    kind: fc.constant('batch' as const),
    ...fields,
    drafts: fc.array(simple, { maxLength: 8, size: 'max' }),
  });
  return fc.oneof({ weight: 8, arbitrary: simple }, { weight: 1, arbitrary: batch });
}

/** A world in which actors are named by attributes and by links of two coders, some entries merged or below others. */
export function codedWorldArbitrary(): fc.Arbitrary<World> {
  const coding = draftArbitrary([
    'annotation.add',
    'annotation.attribute',
    'relation.add',
    'actor.add',
    'actor.replace',
    'memo.add',
  ]);
  return fc
    .tuple(emptyWorldArbitrary(), fc.array(coding, { minLength: 20, maxLength: 80, size: 'max' }))
    .map(([world, drafts]) => ({ ...world, project: playDrafts(world, drafts) }));
}

/** The project after all drafts that are not refused. */
function playDrafts(world: World, drafts: readonly Draft[]): Project {
  return drafts.reduce((project, draft) => {
    const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
    return applied.ok ? applied.value.project : project;
  }, world.project);
}

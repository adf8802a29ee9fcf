import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { Relation } from '../../../src/core/annotation/relation';
import type { AnnotationId, RelationId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { Applied } from '../../../src/core/project/applied';
import { applyRun, isRunStep, type RunStep } from '../../../src/core/project/apply-run';
import type { Project } from '../../../src/core/project/project';
import { fail, ok, type Result } from '../../../src/core/result';
import {
  codeId,
  coderId,
  createAnnotation,
  createDesk,
  documentId,
  markedSelector,
  MONDAY,
  perform,
  textSource,
} from '../codecs/json/fixture';

const desk = createDesk({ one: 'Seoul must not wait.', two: 'Tokyo may.' });

const PIECES = {
  one: ['[Seoul] must not wait.', 'Seoul [must not] wait.', '[Seoul must] not wait.'],
  two: ['[Tokyo] may.', 'Tokyo [may].'],
} as const;

const annotationArbitrary: fc.Arbitrary<Annotation> = fc
  .constantFrom('one' as const, 'two' as const)
  .chain((id) =>
    fc
      .record({
        id: fc.constantFrom(
          'a',
          'b',
          'c',
          'd',
        ) as fc.Arbitrary<string> as fc.Arbitrary<AnnotationId>,
        coderId: fc.constantFrom(coderId('ann'), coderId('ann'), coderId('bob'), coderId('nobody')),
        marked: fc.constantFrom(...PIECES[id]),
      })
      .map(({ marked, ...given }) => ({
        ...createAnnotation(given.id, marked, { ...given, documentId: documentId(id) }),
        pieces: [markedSelector(marked)] as const,
      })),
  );

const stepArbitrary: fc.Arbitrary<RunStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: annotationArbitrary.map((annotation) => ({
      kind: 'annotation.add' as const,
      annotation,
    })),
  },
  annotationArbitrary.map((annotation) => ({ kind: 'annotation.replace' as const, annotation })),
  annotationArbitrary.map(({ id, documentId: of }) => ({
    kind: 'annotation.remove' as const,
    documentId: of,
    annotationId: id,
  })),
  {
    weight: 2,
    arbitrary: fc
      .tuple(annotationArbitrary, fc.constantFrom('against', 'favour', 'nonsense', undefined))
      .map(([{ id, documentId: of, modifiedAt }, value]) => ({
        kind: 'annotation.attribute' as const,
        documentId: of,
        annotationId: id,
        attributeId: 'polarity',
        ...(value !== undefined && { value }),
        modifiedAt,
      })),
  },
);

/** The oracle. */
function oneByOne(project: Project, steps: readonly RunStep[]): ReturnType<typeof applyRun> {
  const done: Applied[] = [];
  for (const step of steps) {
    const applied: Result<Applied> = applyCommand(
      done.at(-1)?.project ?? project,
      step,
      textSource(desk),
    );
    if (!applied.ok) return fail(applied.fault);
    done.push(applied.value);
  }
  const inverses = done.map((applied) => applied.inverse);
  return ok({ project: done.at(-1)?.project ?? project, inverses });
}

/** Only the steps that are not refused, so that long runs come about. */
function acceptable(steps: readonly RunStep[]): readonly RunStep[] {
  return steps.reduce<readonly RunStep[]>((kept, step) => {
    const next = [...kept, step];
    return oneByOne(desk.project, next).ok ? next : kept;
  }, []);
}

describe('applyRun', () => {
  it('does the same as one command after the other', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 25 }), (steps) => {
        const run = acceptable(steps);
        expect(applyRun(desk.project, run, textSource(desk))).toEqual(oneByOne(desk.project, run));
      }),
    );
  });

  it('takes what leaves the relations alone, and nothing else', () => {
    const mention = createAnnotation('mention', '[Seoul] must not wait.', {
      codeId: codeId('actor'),
    });
    const linked = createDesk({ one: 'Seoul must not wait.' }, [
      createAnnotation('stance', 'Seoul [must not] wait.'),
      mention,
    ]);
    const relation: Relation = {
      id: 'r' as RelationId,
      coderId: coderId('ann'),
      kindId: 'holder',
      fromDocumentId: documentId('one'),
      fromId: 'stance' as AnnotationId,
      toDocumentId: documentId('one'),
      toId: mention.id,
      memo: '',
      createdAt: MONDAY,
      modifiedAt: MONDAY,
      codebookRevision: 1,
    };
    const { project } = perform(linked, { kind: 'relation.add', relation }).desk;
    const replace = (codeId_: Annotation['codeId']): boolean =>
      isRunStep(project, {
        kind: 'annotation.replace',
        annotation: { ...mention, codeId: codeId_ },
      });
    expect(replace(mention.codeId)).toBe(true);
    expect(replace(codeId('stance'))).toBe(false);
    const address = { documentId: documentId('one'), annotationId: mention.id };
    expect(isRunStep(project, { kind: 'annotation.remove', ...address })).toBe(false);
  });

  it('refuses what one of them would refuse, for the same reason', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 8 }), stepArbitrary, (steps, last) => {
        const run = [...acceptable(steps), last];
        expect(applyRun(desk.project, run, textSource(desk))).toEqual(oneByOne(desk.project, run));
      }),
    );
  });

  it('is taken back by the inverse of its batch', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 25 }), (steps) => {
        const commands = acceptable(steps);
        const batch = {
          kind: 'batch',
          purpose: 'import',
          size: commands.length,
          commands,
        } as const;
        const there = applyCommand(desk.project, batch, textSource(desk));
        const back = there.ok
          ? applyCommand(there.value.project, there.value.inverse, textSource(desk))
          : there;
        expect(back.ok && back.value.project).toEqual(desk.project);
      }),
    );
  });
});

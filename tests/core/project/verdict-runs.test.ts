import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DocumentId, VerdictId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { BatchCommand, Command } from '../../../src/core/project/command';
import type { Project } from '../../../src/core/project/project';
import type { Verdict } from '../../../src/core/verdict/verdict';
import { annotationOf, projectWith } from '../../support/linked-project';
import { timeAt } from '../../support/random-annotation';

const project = projectWith(annotationOf('actor', 'Tokyo', { id: 'a', coder: 'ana' }));
const documentId = project.documents[0]?.id as DocumentId;

function verdict(id: string, given: Partial<Verdict>): Verdict {
  return {
    id: id as VerdictId,
    documentId,
    coderId: 'ana' as CoderId,
    members: [],
    coders: [],
    outcome: 'new',
    sources: [],
    goldIds: ['g' as AnnotationId],
    words: '',
    codebookUnclear: false,
    at: timeAt(1),
    ...given,
  };
}

const step: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
      given: fc.constantFrom<Partial<Verdict>>(
        {},
        {},
        {},
        { outcome: 'none' },
        { coderId: 'nobody' as CoderId },
        { documentId: 'elsewhere' as DocumentId },
      ),
    })
    .map(({ id, given }) => ({ kind: 'verdict.add' as const, verdict: verdict(id, given) })),
  fc.constantFrom('v1', 'v2', 'v3', 'v4').map((id) => ({
    kind: 'verdict.remove' as const,
    documentId,
    verdictId: id as VerdictId,
  })),
);

function oneByOne(commands: readonly Command[]) {
  let current: Project = project;
  const inverses: Command[] = [];
  for (const command of commands) {
    const applied = applyCommand(current, command, () => undefined);
    if (!applied.ok) return applied;
    current = applied.value.project;
    inverses.push(applied.value.inverse);
  }
  return { ok: true, value: { project: current, inverses: inverses.reverse() } };
}

describe('verdicts given and taken in one step', () => {
  it('come to the same as one by one, with the same way back, or the same refusal', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (commands) => {
        const batch: BatchCommand = { kind: 'batch', purpose: 'adjudication', size: 1, commands };
        const together = applyCommand(project, batch, () => undefined);
        const apart = oneByOne(commands);
        if (!together.ok || !('value' in apart)) {
          expect(together).toEqual(apart);
          return;
        }
        expect(together.value.project).toEqual(apart.value.project);
        expect(together.value.inverse).toMatchObject({ commands: apart.value.inverses });
      }),
    );
  });
});

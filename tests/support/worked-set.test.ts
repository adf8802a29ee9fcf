import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/core/codecs/json/plan-import';
import { strayAttributes } from '../../src/core/project/effective';
import { allAnnotations, allRelations } from '../../src/core/project/uses';
import {
  createEmptyDesk,
  exportDesk,
  perform,
  textSource,
  TUESDAY,
} from '../core/codecs/json/fixture';
import { createWorkedSet, workedSetMissing } from './worked-set';

describe('the worked set', () => {
  it('is held whole, each fact once, and nothing of it is outside the codebook', async (context) => {
    if (workedSetMissing !== undefined) context.skip(workedSetMissing);
    const { project, file, notes } = await createWorkedSet();
    expect(file.annotations).toHaveLength(92);
    expect(file.actors).toHaveLength(19);
    expect(allRelations(project)).toHaveLength(35);
    expect(allAnnotations(project).flatMap((one) => strayAttributes(project, one))).toEqual([]);
    expect(notes).toEqual([
      'r000-06 says the same as r000-05 (holder from s000-05 to a000-16) and was left out.',
      'r000-22 says the same as r000-21 (addressee from p000-01 to a000-19) and was left out.',
      'By a link p000-01 has us as demanding-party too.',
    ]);
  });

  it('is the same after import into an empty project and export', async (context) => {
    if (workedSetMissing !== undefined) context.skip(workedSetMissing);
    const { file, json, text } = await createWorkedSet();
    const empty = createEmptyDesk();
    const plan = planImport(empty.project, textSource(empty), file, {
      at: TUESDAY,
      createDocumentId: () => {
        throw new Error('No new id is needed');
      },
    });
    if (!plan.ok) throw new Error(JSON.stringify(plan.fault));
    expect(plan.value.summary).toMatchObject({ added: 92, relations: { added: 35 } });
    expect(plan.value.summary.strays.annotations).toBe(0);
    const desk = { ...empty, texts: new Map(file.documents.map(({ id }) => [id, text])) };
    const { desk: after } = perform(desk, plan.value.command);
    expect(exportDesk(after, {}, file.exportedAt)).toBe(json);
  });
});

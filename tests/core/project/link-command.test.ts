import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/core/project/apply';
import { nameCommand } from '../../../src/core/project/command-name';
import { effectiveAttributes } from '../../../src/core/project/effective';
import { choicesBetween, endsOf, linkChoices } from '../../../src/core/project/link-choice';
import { linkCommand } from '../../../src/core/project/link-command';
import { findIn } from '../../../src/core/project/project';
import { timeAt } from '../../support/random-annotation';
import { annotationOf, choiceOf, projectWith, relationOf } from '../../support/linked-project';

const stance = annotationOf('stance', 'Seoul must wait', {
  attributes: { holder: ['japan', 'korea'], strength: 3 },
});
const mention = annotationOf('actor', 'Tokyo', { attributes: { entity: ['japan'] } });
const project = projectWith(stance, mention);

describe('linkCommand', () => {
  it('takes out of the stored attributes what the link says now, in one step', () => {
    const relation = relationOf('holder', stance, mention);
    const command = linkCommand(project, { kind: 'relation.add', relation }, timeAt(9));
    expect(nameCommand(project, command)).toBe('Add Relation Holder');
    const applied = applyCommand(project, command, () => undefined);
    if (!applied.ok) throw new Error(applied.fault.text);
    const after = applied.value.project;
    const found = findIn(after, stance.documentId, stance.id);
    expect(found?.attributes).toEqual({ holder: ['korea'], strength: 3 });
    expect(found && effectiveAttributes(after, found)['holder']).toEqual(['korea', 'japan']);
    const back = applyCommand(after, applied.value.inverse, () => undefined);
    expect(back).toMatchObject({ ok: true, value: { project } });
  });

  it('is the plain step where nothing is said twice', () => {
    const relation = relationOf('target', stance, mention);
    const linking = { kind: 'relation.add', relation } as const;
    expect(linkCommand(project, linking, timeAt(9))).toBe(linking);
  });

  it('does the same when a relation becomes one of such a kind', () => {
    const relation = relationOf('target', stance, mention);
    const linked = applyCommand(project, { kind: 'relation.add', relation }, () => undefined);
    if (!linked.ok) throw new Error(linked.fault.text);
    const changed = { ...relation, kindId: 'holder' };
    const command = linkCommand(
      linked.value.project,
      { kind: 'relation.replace', relation: changed },
      timeAt(9),
    );
    expect(command).toMatchObject({ kind: 'batch', purpose: 'coding', size: 1 });
  });
});

describe('linkChoices', () => {
  it('are first the kinds that begin at a code, then those that end at it', () => {
    const { codebook } = project;
    const named = linkChoices(codebook, stance.codeId).map(
      ({ kind, direction }) => `${direction} ${kind.id}`,
    );
    expect(named).toEqual([
      'from holder',
      'from target',
      'from supports',
      'from attacks',
      'to gates',
      'to supports',
      'to attacks',
    ]);
    expect(choicesBetween(codebook, mention.codeId, stance.codeId)).toEqual([
      choiceOf(project, 'holder', 'to'),
      choiceOf(project, 'target', 'to'),
    ]);
  });

  it('turn the ends round when the relation ends here', () => {
    expect(endsOf(choiceOf(project, 'holder', 'to'), mention, stance)).toEqual({
      fromId: stance.id,
      fromDocumentId: 'd0',
      toId: mention.id,
      toDocumentId: 'd0',
    });
  });
});

import type { Adjudicator } from '../../src/core/adjudication/give-verdicts';
import { adjudicationOf, type Adjudication } from '../../src/core/adjudication/adjudication';
import { comparedWork } from '../../src/core/comparison/compared-work';
import type { CoderId } from '../../src/core/ids';
import { applyCommand } from '../../src/core/project/apply';
import type { Command } from '../../src/core/project/command';
import { checkPermission } from '../../src/core/project/permission';
import type { Project } from '../../src/core/project/project';
import type { Result } from '../../src/core/result';
import { GOLD_CODER } from '../../src/core/verdict/gold-coder';
import { timeAt } from './random-annotation';

let ids = 0;

/** Ana decides, unless somebody else does; ids are those of a counter. */
export function adjudicator(coderId = 'ana', at = 100): Adjudicator {
  return {
    coderId: coderId as CoderId,
    at: timeAt(at),
    createId: () => `made-${String((ids += 1))}`,
  };
}

export function adjudicationIn(project: Project): Adjudication {
  return adjudicationOf(project, comparedWork(project));
}

/** The project after a planned step, which Ana must be allowed to take. */
export function after(project: Project, planned: Result<Command | undefined> | Command): Project {
  const command = 'ok' in planned ? valueOf(planned) : planned;
  if (command === undefined) throw new Error('There is nothing to do.');
  const refused = checkPermission(project, command, 'ana' as CoderId);
  if (refused !== undefined) throw new Error(refused.text);
  return valueOf(applyCommand(project, command, () => undefined)).project;
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.fault.text);
  return result.value;
}

/** What the gold set says, a line an annotation and a link. */
export function goldOf(project: Project): readonly string[] {
  const annotations = [...project.annotations.values()]
    .flat()
    .filter(({ coderId }) => coderId === GOLD_CODER);
  const words = new Map(annotations.map((one) => [one.id, one.pieces[0].exact]));
  return [
    ...annotations.map(({ codeId, pieces, attributes }) =>
      [codeId, pieces.map(({ exact }) => exact).join(' … '), JSON.stringify(attributes)].join(': '),
    ),
    ...[...project.relations.values()]
      .flat()
      .filter(({ coderId }) => coderId === GOLD_CODER)
      .map(({ kindId, fromId, toId }) => [words.get(fromId), kindId, words.get(toId)].join(' → ')),
  ];
}

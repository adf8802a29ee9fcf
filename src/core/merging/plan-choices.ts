import type { Occasion } from '../codebook/edit';
import type { CoderId } from '../ids';
import { applyCommand } from '../project/apply';
import type { Command } from '../project/command';
import type { Project, TextSource } from '../project/project';
import { createFault, fail, ok, type Result } from '../result';
import { planCodeChoice } from './plan-code-choice';
import { planConfirmed, planOtherCoder, planValue } from './plan-work-choice';
import { planLinks, planPlacing } from './plan-placing';
import { planSameText } from './same-text';
import type { MergeChoices, Unmatched } from './unmatched';

/** What choices come to. */
export interface PlannedChoices {
  /**
   * Shows what the project could not show. Taken back it would be dropped from the journals, so it is no step to undo; it goes
   * when the merge is undone.
   */
  readonly placing: Command | undefined;
  /** All else, as one step. */
  readonly command: Command | undefined;
}

/** When choices are made, by whom and why, and who comes to work where two took one name. */
export interface MergeOccasion extends Occasion {
  readonly createCoderId: () => CoderId;
}

/** Fails with a sentence where a choice is about nothing that does not match, or is none of those that there are. */
export function checkChoices(
  unmatched: readonly Unmatched[],
  choices: MergeChoices,
): Result<undefined> {
  for (const [key, value] of Object.entries(choices)) {
    const found = unmatched.find((one) => one.key === key);
    if (found === undefined) return fail(createFault('fault.merging.key', { key }));
    if (found.options.every((one) => one.value !== value)) {
      const known = found.options.map((one) => one.value).join(', ');
      return fail(createFault('fault.merging.choice', { key, value, known }));
    }
  }
  return ok(undefined);
}

/**
 * What becomes of a merged project by these choices. Where nothing was chosen, what merging came to by itself stays. What is
 * no longer there is passed over.
 */
export function planChoices(
  merged: Project,
  textOf: TextSource,
  unmatched: readonly Unmatched[],
  choices: MergeChoices,
  occasion: MergeOccasion,
): Result<PlannedChoices> {
  const checked = checkChoices(unmatched, choices);
  if (!checked.ok) return checked;
  const chosen = unmatched.filter(({ key, options }) => {
    return choices[key] !== undefined && choices[key] !== options[0]?.value;
  });
  const placing: Command[] = [];
  const commands: Command[] = [];
  let project = merged;
  const take = (into: Command[], found: readonly Command[]): Result<undefined> => {
    for (const command of found) {
      const applied = applyCommand(project, command, textOf);
      if (!applied.ok) return applied;
      project = applied.value.project;
      into.push(command);
    }
    return ok(undefined);
  };
  const placed = chosen.filter((one) => one.kind === 'left-out');
  for (const one of placed) {
    const taken = take(placing, planPlacing(project, textOf, one));
    if (!taken.ok) return taken;
  }
  for (const one of placed) {
    const taken = take(placing, planLinks(project, one));
    if (!taken.ok) return taken;
  }
  for (const one of chosen) {
    const taken = take(commands, planChoice(project, one, choices[one.key] ?? '', occasion));
    if (!taken.ok) return taken;
  }
  return ok({ placing: inOneStep(placing), command: inOneStep(commands) });
}

function inOneStep(commands: readonly Command[]): Command | undefined {
  return commands.length === 0
    ? undefined
    : { kind: 'batch', purpose: 'merging', size: commands.length, commands };
}

function planChoice(
  project: Project,
  unmatched: Unmatched,
  choice: string,
  occasion: MergeOccasion,
): readonly Command[] {
  switch (unmatched.kind) {
    case 'left-out':
    case 'left-out-links':
      return [];
    case 'changed-coder': {
      const { id: coderId, ...description } = unmatched.here;
      return [{ kind: 'coder.describe', coderId, description }];
    }
    case 'other-computer':
      return planOtherCoder(
        project,
        unmatched,
        choice === 'before' ? unmatched.otherId : undefined,
        occasion.createCoderId,
      );
    case 'older-definition':
      return planConfirmed(project, unmatched.annotationIds, occasion.at);
    case 'same-text':
      return planSameText(project, unmatched);
    case 'stray-value':
      return planValue(project, unmatched, choice, occasion.at);
    case 'new-code':
    case 'gone-code':
    case 'changed-code':
      return planCodeChoice(project, unmatched, choice, occasion);
  }
}

import type { ComparedChoice } from '../core/comparison/compared-work';
import type { Project } from '../core/project/project';
import { ok, type Result } from '../core/result';
import { chooseCoder, chooseDocument } from './choose';

/** Whose work on which documents is meant, as people say it. */
export interface ComparedOptions {
  readonly coders?: readonly string[];
  readonly documents?: readonly string[];
  readonly finished?: boolean;
}

export function readComparedChoice(
  { coders, documents }: Project,
  options: ComparedOptions,
): Result<ComparedChoice> {
  const chosenCoders = chooseAll(options.coders, (given) => chooseCoder(coders, given));
  if (!chosenCoders.ok) return chosenCoders;
  const chosenDocuments = chooseAll(options.documents, (given) => chooseDocument(documents, given));
  if (!chosenDocuments.ok) return chosenDocuments;
  return ok({
    ...(chosenCoders.value && { coders: chosenCoders.value }),
    ...(chosenDocuments.value && { documents: chosenDocuments.value }),
    finishedOnly: options.finished === true,
  });
}

function chooseAll<Id>(
  given: readonly string[] | undefined,
  choose: (one: string) => Result<Id>,
): Result<readonly Id[] | undefined> {
  const ids: Id[] = [];
  for (const one of given ?? []) {
    const chosen = choose(one);
    if (!chosen.ok) return chosen;
    ids.push(chosen.value);
  }
  return ok(given && ids);
}

import type { Annotation } from '../annotation/annotation';
import { findCode, type AttributeDefinition } from '../codebook/codebook';
import { missingAttributes } from './effective';
import type { Project } from './project';

/** The attributes of an annotation's code, in the order they are asked. */
export function questionsOf(
  project: Project,
  annotation: Annotation,
): readonly AttributeDefinition[] {
  return findCode(project.codebook, annotation.codeId)?.attributes ?? [];
}

/**
 * The required attribute to ask for next: the first one without a value after `after`; from the start when it is
 * undefined. Undefined when there is none left to ask.
 */
export function nextQuestion(
  project: Project,
  annotation: Annotation,
  after?: string,
): string | undefined {
  const questions = questionsOf(project, annotation);
  const from = questions.findIndex(({ id }) => id === after) + 1;
  const missing = new Set(missingAttributes(project, annotation).map(({ id }) => id));
  return questions.slice(from).find(({ id }) => missing.has(id))?.id;
}

/** The attribute before or after another, asked or not; undefined at the ends. */
export function neighbourQuestion(
  project: Project,
  annotation: Annotation,
  attributeId: string,
  by: 1 | -1,
): string | undefined {
  const questions = questionsOf(project, annotation);
  const at = questions.findIndex(({ id }) => id === attributeId);
  return at === -1 ? undefined : questions[at + by]?.id;
}

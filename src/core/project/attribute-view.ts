import type { Annotation, AttributeValue } from '../annotation/annotation';
import { findCode, type AttributeDefinition } from '../codebook/codebook';
import { effectiveAttributes, linkedMentions, strayAttributes } from './effective';
import type { Project } from './project';

/** One attribute of an annotation as people see it. */
export interface AttributeView {
  readonly id: string;
  /** Undefined for a value whose attribute the codebook does not have. */
  readonly definition: AttributeDefinition | undefined;
  readonly value: AttributeValue | undefined;
  /** Required, and without a value. */
  readonly isMissing: boolean;
  /** The value, or the attribute, is not in the codebook. */
  readonly isStray: boolean;
  /** The mentions whose links say a part of the value. */
  readonly linkedTo: readonly Annotation[];
}

/** The attributes of its code in the codebook's order, then the values that belong to none of them. */
export function attributeViews(project: Project, annotation: Annotation): readonly AttributeView[] {
  const definitions = findCode(project.codebook, annotation.codeId)?.attributes ?? [];
  const values = effectiveAttributes(project, annotation);
  const strays = strayAttributes(project, annotation);
  const known = definitions.map((definition): AttributeView => {
    const { id } = definition;
    return {
      id,
      definition,
      value: values[id],
      isMissing: definition.required && values[id] === undefined,
      isStray: strays.includes(id),
      linkedTo: linkedMentions(project, annotation, id).map(({ mention }) => mention),
    };
  });
  const unknown = strays
    .filter((id) => !definitions.some((definition) => definition.id === id))
    .map((id): AttributeView => ({
      id,
      definition: undefined,
      value: values[id],
      isMissing: false,
      isStray: true,
      linkedTo: [],
    }));
  return [...known, ...unknown];
}

import type { Annotation, AttributeValue } from '../../annotation/annotation';
import { checkAttributeValue, type ValueSurroundings } from '../../codebook/attribute-value';
import { findAttribute, findCode, type Codebook } from '../../codebook/codebook';
import type { CodeId } from '../../ids';

/** A value that an attribute cannot have in a codebook, or that belongs to an attribute the code does not have. */
export interface StrayValue {
  readonly codeId: CodeId;
  readonly attributeId: string;
  /** The name of the attribute; the id stands in for one that is not there. */
  readonly attribute: string;
  readonly value: AttributeValue;
  /** How many annotations have it. */
  readonly annotations: number;
}

/** The first values outside a codebook, in the order in which they occur, and how many annotations have any. */
export interface Strays {
  readonly values: readonly StrayValue[];
  readonly annotations: number;
}

/** Most values that are listed. */
const LISTED_VALUES = 100;

/** They are kept and said: a person decides whether the codebook or the annotation is to change. */
export function findStrays(
  annotations: Iterable<Pick<Annotation, 'codeId' | 'attributes'>>,
  codebook: Codebook,
  around: ValueSurroundings,
): Strays {
  const found = new Map<string, StrayValue>();
  let n = 0;
  for (const { codeId, attributes } of annotations) {
    const code = findCode(codebook, codeId);
    const strays = Object.entries(attributes).filter(([id, value]) => {
      const definition = findAttribute(code, id);
      return definition === undefined || checkAttributeValue(definition, value, around);
    });
    for (const [attributeId, value] of strays) {
      const key = JSON.stringify([codeId, attributeId, value]);
      const before = found.get(key)?.annotations ?? 0;
      if (before === 0 && found.size >= LISTED_VALUES) continue;
      const attribute = findAttribute(code, attributeId)?.name ?? attributeId;
      found.set(key, { codeId, attributeId, attribute, value, annotations: before + 1 });
    }
    if (strays.length > 0) n += 1;
  }
  return { values: [...found.values()], annotations: n };
}

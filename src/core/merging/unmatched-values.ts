import type { Annotation, AttributeValue } from '../annotation/annotation';
import { findAttribute, findCode, type AttributeDefinition } from '../codebook/codebook';
import type { AnnotationId } from '../ids';
import { t } from '../messages/message';
import { strayAttributes } from '../project/effective';
import { valueLabel } from '../project/value-label';
import type { Merged } from './merged';
import type { MergeOption, Unmatched } from './unmatched';

type Stray = Extract<Unmatched, { readonly kind: 'stray-value' }>;

/** Values that the codebook here does not have. */
export function findUnmatchedValues(
  { before, after }: Merged,
  incoming: readonly Annotation[],
): readonly Unmatched[] {
  const found = new Map<string, { annotation: Annotation; id: string; ids: AnnotationId[] }>();
  for (const annotation of incoming) {
    for (const id of strayAttributes(after, annotation)) {
      const key = [annotation.codeId, id, JSON.stringify(annotation.attributes[id])].join('/');
      const known = found.get(key);
      if (known === undefined) found.set(key, { annotation, id, ids: [annotation.id] });
      else known.ids.push(annotation.id);
    }
  }
  return [...found].map(([key, { annotation, id, ids }]): Stray => {
    const value = annotation.attributes[id] as AttributeValue;
    const code = findCode(after.codebook, annotation.codeId);
    const definition = findAttribute(code, id);
    const old = findAttribute(findCode(before.codebook, annotation.codeId), id);
    return {
      kind: 'stray-value',
      key: `stray-value/${key}`,
      sentence: t('merging.value', {
        code: code?.name ?? annotation.codeId,
        attribute: definition?.name ?? id,
        value: valueLabel(after, old, value),
        n: ids.length,
      }),
      options: [
        { value: 'keep', label: t('merging.value.keep') },
        ...offered(definition),
        { value: 'clear', label: t('merging.value.clear') },
      ],
      suggested: 'keep',
      codeId: annotation.codeId,
      attributeId: id,
      value,
      annotationIds: ids,
    };
  });
}

function offered(definition: AttributeDefinition | undefined): readonly MergeOption[] {
  switch (definition?.type) {
    case 'one':
    case 'several':
      return definition.choices.map(({ value, label }) => become(value, label));
    case 'scale':
      return definition.steps.map(({ value, label }) => become(String(value), label));
    default:
      return [];
  }
}

function become(value: string, label: string): MergeOption {
  return { value: `become:${value}`, label: t('merging.value.become', { label }) };
}

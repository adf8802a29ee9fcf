import type { AttributeValue } from '../annotation/annotation';
import { checkAttributeValue } from '../codebook/attribute-value';
import { findAttribute, type AttributeDefinition, type Code } from '../codebook/codebook';
import { valueSurroundings } from './effective';
import type { Project } from './project';
import { valuesKey, type Renaming } from './refit';
import { allAnnotations } from './uses';

/** A value or part that annotations have and that the code would no longer offer. */
export interface Stranded {
  readonly key: string;
  readonly attributeId?: string;
  /** Of the attribute; for a part, what the part is called. */
  readonly name: string;
  /** The value as people see it; absent for a part. */
  readonly value?: string;
  readonly raw: string;
  /** How many annotations have it. */
  readonly uses: number;
  /** What it could become. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The same value in another type, or the new option in the old one's place: most likely the same, renamed. */
  readonly guess: string | undefined;
}

/** What a changed code would strand, attribute by attribute and then its parts, most used first. */
export function findStranded(project: Project, before: Code, after: Code): readonly Stranded[] {
  if (before.attributes === after.attributes && before.parts === after.parts) return [];
  const own = allAnnotations(project).filter((one) => one.codeId === before.id);
  const around = valueSurroundings(project);
  const values = before.attributes.flatMap((attribute) => {
    const next = findAttribute(after, attribute.id);
    if (next === attribute) return [];
    const uses = new Map<string, { value: AttributeValue; n: number }>();
    for (const { attributes } of own) {
      const value = attributes[attribute.id];
      if (value === undefined || checkAttributeValue(attribute, value, around)) continue;
      for (const one of listed(value)) {
        if (next !== undefined && isOffered(next, one, value)) continue;
        const known = uses.get(String(one));
        uses.set(String(one), { value: one, n: (known?.n ?? 0) + 1 });
      }
    }
    const [old, options] = [optionsOf(attribute), next === undefined ? [] : optionsOf(next)];
    return [...uses].map(([raw, { n }]): Stranded => ({
      key: `${attribute.id}/${raw}`,
      attributeId: attribute.id,
      name: attribute.name,
      value: old.find((one) => one.value === raw)?.label ?? raw,
      raw,
      uses: n,
      options,
      guess: guessOf(old, options, raw),
    }));
    function isOffered(
      definition: AttributeDefinition,
      one: string | number | boolean,
      whole: AttributeValue,
    ): boolean {
      if (definition.type === 'several') {
        return definition.choices.some((choice) => choice.value === one);
      }
      const isSingle = typeof whole !== 'object' || whole.length === 1;
      const value = definition.type === 'actors' ? whole : one;
      return isSingle || definition.type === 'actors'
        ? checkAttributeValue(definition, value, around) === undefined
        : false;
    }
  });
  const partOptions = after.parts.map(({ name }) => ({ value: name, label: name }));
  const oldParts = before.parts.map(({ name }) => ({ value: name, label: name }));
  const parts = before.parts.flatMap(({ name }): readonly Stranded[] => {
    if (after.parts.some((part) => part.name === name)) return [];
    const uses = own.filter((one) => one.parts.some((part) => part.name === name)).length;
    const guess = guessOf(oldParts, partOptions, name);
    const key = `part/${name}`;
    return uses === 0 ? [] : [{ key, name, raw: name, uses, options: partOptions, guess }];
  });
  return [...values, ...parts];
}

/** What becomes of it all; `chosen` says what each becomes by its key, the empty text that it goes. */
export function renamingOf(
  code: Code,
  stranded: readonly Stranded[],
  chosen: Readonly<Record<string, string>>,
): Renaming {
  const values = new Map<string, Map<string, AttributeValue>>();
  const parts = new Map<string, string>();
  for (const one of stranded) {
    const becomes = chosen[one.key] ?? one.guess ?? '';
    if (becomes === '') continue;
    if (one.attributeId === undefined) {
      parts.set(one.raw, becomes);
      continue;
    }
    const key = valuesKey(code.id, one.attributeId);
    const renames = values.get(key) ?? new Map<string, AttributeValue>();
    const isScale = findAttribute(code, one.attributeId)?.type === 'scale';
    values.set(key, renames.set(one.raw, isScale ? Number(becomes) : becomes));
  }
  return { values, parts: new Map([[code.id, parts]]) };
}

type Options = Stranded['options'];

function optionsOf(attribute: AttributeDefinition): Options {
  switch (attribute.type) {
    case 'one':
    case 'several':
      return attribute.choices;
    case 'scale':
      return attribute.steps.map(({ value, label }) => ({
        value: String(value),
        label: `${String(value)} ${label}`,
      }));
    default:
      return [];
  }
}

function guessOf(old: Options, options: Options, raw: string): string | undefined {
  if (options.some((one) => one.value === raw)) return raw;
  if (old.length !== options.length) return undefined;
  const candidate = options[old.findIndex((one) => one.value === raw)]?.value;
  return old.some((one) => one.value === candidate) ? undefined : candidate;
}

function listed(value: AttributeValue): readonly (string | number | boolean)[] {
  return typeof value === 'object' ? value : [value];
}

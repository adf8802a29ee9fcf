import type { Code, Codebook } from './codebook';

/** True if two values of plain data are equal, whatever the order of their keys. */
export function sameData(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * True if an annotation of the one would be one of the other: definition, rules, attributes and parts agree. The order
 * in which attributes, choices and parts are offered is no part of the meaning; nor are name, looks, key and examples.
 */
export function sameMeaning(a: Code, b: Code): boolean {
  return a === b || sameData(meaningOf(a), meaningOf(b));
}

function meaningOf({ definition, include, exclude, attributes, parts }: Code): unknown {
  const sorted = (items: readonly object[]): readonly string[] => items.map(canonical).sort();
  const unordered = attributes.map((attribute) => {
    if ('choices' in attribute) return { ...attribute, choices: sorted(attribute.choices) };
    if ('steps' in attribute) return { ...attribute, steps: sorted(attribute.steps) };
    return attribute;
  });
  return { definition, include, exclude, attributes: sorted(unordered), parts: sorted(parts) };
}

/** True if the two are equal but for the revision in which their meaning last changed. */
export function sameCode(a: Code, b: Code): boolean {
  return a === b || sameData({ ...a, definedIn: 0 }, { ...b, definedIn: 0 });
}

type Content = Pick<Codebook, 'codes' | 'relationKinds' | 'lists'>;

/** True if the two hold the same codes in the same order, the same kinds and lists; revisions are not compared. */
export function sameContent(a: Content, b: Content): boolean {
  return (
    (a.codes === b.codes ||
      (a.codes.length === b.codes.length &&
        a.codes.every((code, i) => sameCode(code, b.codes[i] as Code)))) &&
    sameData(a.relationKinds, b.relationKinds) &&
    sameData(a.lists, b.lists)
  );
}

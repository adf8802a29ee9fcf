type Item = Readonly<Record<string, unknown>>;

/**
 * The data of a codebook as its files and the exports had it first, as they have it now; given away, never changed.
 * Version 2 says in which revision the meaning of a code last changed (the newest there is, since none was made before),
 * which codes a revision touched, and what a kind of relation means. Kinds that led to actors of the register, by an
 * empty list, lead to mentions of actors, and say the same as the attribute of their name.
 */
export function toCodebook2(body: Item): Item {
  const codes = itemsOf(body['codes']);
  const revisions = itemsOf(body['revisions']);
  const newest = revisions.at(-1)?.['number'] ?? 1;
  const mentions = codes.filter((code) => hasActors(code, undefined)).map((code) => code['id']);
  const own = mentions.filter((id) => id === 'actor');
  return {
    ...body,
    codes: codes.map((code) => ({ ...code, definedIn: newest })),
    relationKinds: itemsOf(body['relationKinds']).map((kind) => {
      const isToActors = Array.isArray(kind['to']) && kind['to'].length === 0;
      const from = Array.isArray(kind['from']) ? (kind['from'] as unknown[]) : [];
      const says = codes.some((code) => from.includes(code['id']) && hasActors(code, kind['id']));
      return {
        ...kind,
        definition: '',
        ...(isToActors && { to: own.length > 0 ? own : mentions }),
        ...(isToActors && says && { attribute: kind['id'] }),
      };
    }),
    revisions: revisions.map((revision) => ({ ...revision, codeIds: [] })),
  };
}

/** What is no list of objects was no codebook of version 1; the schema says so afterwards. */
function itemsOf(value: unknown): readonly Item[] {
  return Array.isArray(value)
    ? value.filter((item): item is Item => typeof item === 'object' && item !== null)
    : [];
}

/** True if a code has an attribute for actors, of this id if one is given. */
function hasActors(code: Item, id: unknown): boolean {
  return itemsOf(code['attributes']).some(
    (attribute) => attribute['type'] === 'actors' && (id === undefined || attribute['id'] === id),
  );
}

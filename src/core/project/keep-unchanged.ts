/**
 * `now` with everything that is in it as it was in `before` being the very objects of `before`: what was made of them is
 * kept by what asks for it by identity. For plain data and maps of it; things in lists are told by their `id`, where they
 * have one, else by their place.
 */
export function keepUnchanged<Value>(before: unknown, now: Value): Value {
  if (before === now || typeof now !== 'object' || now === null) return now;
  if (typeof before !== 'object' || before === null) return now;
  if (now instanceof Map) return before instanceof Map ? keepMap(before, now) : now;
  if (Array.isArray(now)) return Array.isArray(before) ? keepList(before, now) : now;
  return Array.isArray(before) || before instanceof Map ? now : keepRecord(before, now);
}

function keepMap<Value>(before: ReadonlyMap<unknown, unknown>, now: Value & Map<unknown, unknown>) {
  const kept = new Map(
    [...now].map(([key, value]) => [key, keepUnchanged(before.get(key), value)]),
  );
  const isSame = before.size === kept.size && isSameList([...before].flat(), [...kept].flat());
  return (isSame ? before : kept) as Value;
}

function keepList<Value>(before: readonly unknown[], now: Value & readonly unknown[]): Value {
  let places: ReadonlyMap<unknown, unknown> | undefined;
  const find = (value: unknown, place: number): unknown => {
    const id = idOf(value);
    if (id === undefined || idOf(before[place]) === id) return before[place];
    places ??= new Map(before.map((one) => [idOf(one), one]));
    return places.get(id);
  };
  const kept = now.map((value, place) => keepUnchanged(find(value, place), value));
  return (isSameList(before, kept) ? before : kept) as Value;
}

function keepRecord<Value extends object>(before: object, now: Value): Value {
  const was = before as Readonly<Record<string, unknown>>;
  const names = Object.keys(now);
  let isSame = Object.keys(was).length === names.length;
  const kept: Record<string, unknown> = {};
  for (const name of names) {
    const value = keepUnchanged(was[name], (now as Readonly<Record<string, unknown>>)[name]);
    kept[name] = value;
    isSame &&= value === was[name] && name in was;
  }
  return (isSame ? was : kept) as Value;
}

function isSameList(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((value, place) => value === before[place]);
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

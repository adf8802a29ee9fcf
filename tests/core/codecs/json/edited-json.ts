/** Changes to JSON data by path: `{ 'annotations[0].memo': 'x' }`. `undefined` takes a field out. */
export type Edits = Readonly<Record<string, unknown>>;

class Copy {
  constructor(readonly path: string) {}
}

/** As a value in `Edits`: what stands at another path. */
export function copyOf(path: string): unknown {
  return new Copy(path);
}

/** JSON text with the edits made in order. Throws where a path leads nowhere. */
export function editJson(text: string, edits: Edits): string {
  const root: unknown = JSON.parse(text);
  for (const [path, value] of Object.entries(edits)) {
    const steps = stepsOf(path);
    const holder = walk(root, steps.slice(0, -1), path);
    const last = steps.at(-1) ?? '';
    const next = value instanceof Copy ? walk(root, stepsOf(value.path), path) : value;
    if (next === undefined) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, structuredClone(next));
  }
  return JSON.stringify(root);
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/u).filter((step) => step !== '');
}

function walk(root: unknown, steps: readonly string[], path: string): object {
  const found = steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined,
    root,
  );
  if (typeof found !== 'object' || found === null) throw new Error(`Nothing at ${path}`);
  return found;
}

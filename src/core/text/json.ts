import { createFault, fail, ok, withPlace, type Result } from '../result';
import { findJsonFault } from './json-fault';

/** Deeper nesting than any of our formats has; deeper data is refused before anything walks it recursively. */
export const DEEPEST = 100;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Without a match no string of the data has half a pair: it stands in the text, or is written as an escape. */
const MAY_HOLD_SURROGATE = /\\u[dD]|\p{Surrogate}/u;

/**
 * Untrusted JSON text to plain data. Refused, with the place: what is not JSON (line and column), nesting deeper than
 * 100, the keys `__proto__`, `constructor` and `prototype`, and strings with half a surrogate pair (path).
 */
export function parseJsonText(text: string): Result<unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    if (text.trim() === '') return fail(createFault('fault.json.empty'));
    return fail(
      withPlace(createFault('fault.json.syntax'), placeInLines(text, findJsonFault(text))),
    );
  }
  return !MAY_HOLD_SURROGATE.test(text) && isSound(data, 0) ? ok(data) : findUnsound(data);
}

/** Whether keys and depth are all right. Nearly all data is, so nothing is noted on the way. */
function isSound(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((child) => isSound(child, depth + 1));
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields).every((key) => !FORBIDDEN.has(key) && isSound(fields[key], depth + 1));
}

/** The data, or what of it is refused, with its place. */
function findUnsound(root: unknown): Result<unknown> {
  const waiting: { value: unknown; path: string; depth: number }[] = [
    { value: root, path: '', depth: 0 },
  ];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string' && LONE_SURROGATE.test(value)) {
      return fail(withPlace(createFault('fault.json.surrogate'), path));
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST)
      return fail(withPlace(createFault('fault.json.depth', { max: DEEPEST }), path));
    for (const [key, child] of Object.entries(value)) {
      const childPath = Array.isArray(value) ? `${path}[${key}]` : joinPath(path, key);
      if (!Array.isArray(value) && (FORBIDDEN.has(key) || LONE_SURROGATE.test(key))) {
        return fail(withPlace(createFault('fault.json.key', { key }), childPath));
      }
      waiting.push({ value: child, path: childPath, depth: depth + 1 });
    }
  }
  return ok(root);
}

/** `annotations[3].memo`, from the parts of a path. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${String(part)}]` : joinPath(text, String(part)),
    '',
  );
}

function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function placeInLines(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  return `line ${String(line)}, column ${String(column)}`;
}

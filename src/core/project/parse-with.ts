import type { z } from 'zod';
import { createFault, fail, ok, withPlace, type Result } from '../result';
import { formatPath } from '../text/json';

/** Checks data against a schema; the fault says what was expected and the path to it. */
export function parseWith<Value>(schema: z.ZodType<Value>, data: unknown): Result<Value> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = deepest(parsed.error.issues[0]);
  const fault = createFault('fault.schema', { problem: issue?.message ?? 'not understood' });
  const place = formatPath(issue?.path ?? []);
  return fail(place === '' ? fault : withPlace(fault, place));
}

/** In a union the branch that came farthest tells most. */
export function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .map((branch) => deepest(branch[0]))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (inner === undefined || inner.path.length === 0) return issue;
  return { ...inner, path: [...issue.path, ...inner.path] };
}

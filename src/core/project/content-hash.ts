import { sha256 } from '../text/sha256';
import type { Project } from './project';

/**
 * SHA-256 over everything a project holds, 64 hexadecimal digits: projects with one hash have the same content, whatever
 * the order in which it came together. Takes time with the whole project; most of it goes by with a faster `digest` of
 * the same algorithm, where there is one.
 */
export function contentHash(project: Project, digest: (text: string) => string = sha256): string {
  return digest(JSON.stringify(canonical(withoutUnused(project))));
}

/** Kinds of content that came later count from the first item on: what has none keeps the hash that it always had. */
function withoutUnused({ verdicts, team, ...project }: Project): object {
  return {
    ...project,
    ...(verdicts.size > 0 && { verdicts }),
    ...(team.length > 0 && { team }),
  };
}

/** Maps as lists of pairs and keys of objects, sorted. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const pairs: [string, unknown][] =
    value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
  return pairs
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, canonical(one)]);
}

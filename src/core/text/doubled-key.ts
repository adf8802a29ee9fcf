import { formatPath } from './json';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gsu;

interface Level {
  readonly keys: Set<string> | undefined;
  /** The key or the index of what is being read. */
  at: string | number;
  isKeyNext: boolean;
}

/**
 * The path of the first key that an object of the text has twice; undefined when there is none. JSON.parse takes the last
 * and says nothing, so what stood under the first would be lost. The text must be JSON.
 */
export function findDoubledKey(text: string): string | undefined {
  const levels: Level[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '', isKeyNext: true });
    else if (token === '[') levels.push({ keys: undefined, at: 0, isKeyNext: false });
    else if (token === '}' || token === ']') levels.pop();
    else if (level === undefined) continue;
    else if (token === ',' && typeof level.at === 'number') level.at += 1;
    else if (token === ',') level.isKeyNext = true;
    else if (level.isKeyNext && level.keys !== undefined) {
      const key = JSON.parse(token) as string;
      level.at = key;
      level.isKeyNext = false;
      if (level.keys.has(key)) return formatPath(levels.map(({ at }) => at));
      level.keys.add(key);
    }
  }
  return undefined;
}

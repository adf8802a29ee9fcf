import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAnnotationSets } from '../../../../src/core/codecs/json/parse';
import { createAnnotation, createDesk, exportDesk } from './fixture';

const SUITE = join(
  import.meta.dirname,
  '../../../../../shared/hostile/json-test-suite/test_parsing',
);
const files = existsSync(SUITE) ? readdirSync(SUITE).sort() : [];
const missing = `The JSON test suite is not beside the repository (${join('..', 'shared')}).`;

const sample = exportDesk(
  createDesk({ one: 'Seoul must not wait.' }, [createAnnotation('a1', 'Seoul [must not] wait.')]),
);

/** The file's text, or undefined when it is not UTF-8, which the reader of the file refuses. */
function decode(name: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(SUITE, name)));
  } catch {
    return undefined;
  }
}

describe('hostile JSON', () => {
  it('is refused whole, and never crashes the reader', (context) => {
    if (files.length === 0) context.skip(missing);
    for (const name of files) {
      const text = decode(name);
      if (text === undefined) continue;
      const parsed = parseAnnotationSets(text);
      expect(parsed.ok, name).toBe(false);
      if (name.startsWith('n_')) {
        const code = parsed.ok ? 'read' : (parsed.fault.faults[0]?.code ?? 'no fault');
        expect(code, name).toMatch(/^fault\.json\./u);
      }
    }
  });

  it('is refused as a value inside a file of ours', (context) => {
    if (files.length === 0) context.skip(missing);
    for (const name of files.filter((file) => file.startsWith('n_'))) {
      const text = decode(name);
      if (text === undefined || text.trim() === '') continue;
      const hosted = sample.replace('"attributes": {}', () => `"attributes": ${text}`);
      expect(parseAnnotationSets(hosted).ok, name).toBe(false);
    }
  });

  it('is refused wherever a file is cut off', () => {
    for (let length = 0; length < sample.length - 2; length += 37) {
      const parsed = parseAnnotationSets(sample.slice(0, length));
      expect(parsed.ok, `cut at ${String(length)}`).toBe(false);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { annotationFields, annotationSchema } from '../../../src/core/project/schema';
import { isSoundAnnotation } from '../../../src/core/project/sound-annotation';
import { createAnnotation } from '../../support/annotations';

const whole = z.strictObject(annotationFields);

const ODD = [
  undefined,
  null,
  '',
  'x',
  'A b',
  'constructor',
  'x'.repeat(65),
  'x'.repeat(10_001),
  '2000-02-30T00:00:00.000Z',
  '2000-02-29T00:00:00.000Z',
  0,
  -1,
  1,
  3,
  4,
  0.5,
  2 ** 53,
  NaN,
  Infinity,
  true,
  [],
  ['x'],
  [1],
  {},
  { a: 1 },
];

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) => placesIn(child, [...path, key]))
      : [];
  return path.length === 0 ? inside : [path, ...inside];
}

type Change = 'set' | 'remove' | 'add' | 'reverse';

function changed(value: unknown, path: readonly string[], change: Change, odd: unknown): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const child = at[last];
  if (change === 'set') at[last] = odd;
  else if (change === 'remove') Reflect.deleteProperty(at, last);
  else if (typeof child !== 'object' || child === null || Array.isArray(child)) at['odd'] = odd;
  else if (change === 'add') (child as Record<string, unknown>)['odd'] = odd;
  else at[last] = Object.fromEntries(Object.entries(child).reverse());
  return copy;
}

describe('an annotation that is looked at quickly', () => {
  const plain = createAnnotation('Washington must not', 'a1', [0, 10]);
  const [piece] = plain.pieces;
  const full = {
    ...plain,
    parts: [{ name: 'cue', selector: piece }],
    attributes: { holder: ['us'], strength: 2, voice: 'own', direct: true },
    confidence: 2 as const,
  };

  it('[Z2] counts as sound when it is', () => {
    expect(isSoundAnnotation(plain)).toBe(true);
    const { memo, ...rest } = full;
    expect(isSoundAnnotation({ ...rest, memo })).toBe(true);
  });

  it('[Z2] never counts as sound when the schema refuses it, and reads as the schema reads it', () => {
    const places = [...placesIn(full)];
    const changes = fc.record({
      path: fc.constantFrom(...places),
      change: fc.constantFrom<Change>('set', 'remove', 'add', 'reverse'),
      odd: fc.constantFrom(...ODD),
    });
    fc.assert(
      fc.property(fc.constantFrom(plain, full), fc.array(changes, { maxLength: 2 }), (one, all) => {
        let data: unknown = one;
        for (const { path, change, odd } of all) {
          try {
            data = changed(data, path, change, odd);
          } catch {
            // The change before took that place away.
          }
        }
        const strictly = whole.safeParse(data);
        if (isSoundAnnotation(data)) expect(strictly.success).toBe(true);
        const read = annotationSchema.safeParse(data);
        expect(read.success).toBe(strictly.success);
        expect(JSON.stringify(read.data)).toBe(JSON.stringify(strictly.data));
        expect(read.error?.issues.map(({ path, message }) => [path, message])).toEqual(
          strictly.error?.issues.map(({ path, message }) => [path, message]),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

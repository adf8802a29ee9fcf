import { describe, expect, it } from 'vitest';
import { CODE_COLOURS, LINE_STYLES } from '../../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../../src/core/codebook/scheme';
import { isSafeId } from '../../../src/core/ids';
import { findCodebookFaults } from '../../../src/core/codebook/check-codebook';
import { codebookSchema } from '../../../src/core/project/codebook-schema';
import { parseWith } from '../../../src/core/project/parse-with';
import { EDITORIAL_IDS, readEditorial } from '../../support/editorials';
import { timeAt } from '../../support/random-annotation';

const codebook = createSchemeCodebook(timeAt(0));
const { codes } = codebook;

function expectUnique(values: readonly unknown[]): void {
  expect(new Set(values).size).toBe(values.length);
}

describe('the codebook a project starts with', () => {
  it('has the three codes with their keys', () => {
    expect(codes.map(({ name, key }) => `${name} ${key ?? '-'}`)).toEqual([
      'Stance s',
      'Precondition p',
      'Actor a',
    ]);
  });

  it('passes its own schema', () => {
    expect(parseWith(codebookSchema, codebook)).toEqual({ ok: true, value: codebook });
  });

  it('[C1] keys, ids, names, hues and line styles are unique', () => {
    for (const property of ['id', 'name', 'key', 'colour', 'lineStyle'] as const) {
      expectUnique(codes.map((code) => code[property]));
    }
    expectUnique(codebook.relationKinds.map((kind) => kind.id));
    expectUnique(codebook.lists.map((list) => list.id));
    for (const code of codes) {
      expectUnique(code.attributes.map((attribute) => attribute.id));
      expectUnique(code.parts.map((part) => part.name));
    }
  });

  it('[C2] hues and line styles are those there are, and keys one lower-case letter', () => {
    for (const { colour, lineStyle, key } of codes) {
      expect(CODE_COLOURS).toContain(colour);
      expect(LINE_STYLES).toContain(lineStyle);
      expect(key).toMatch(/^[a-z]$/u);
    }
  });

  it('[C3] every id is safe as a file name, CSS class and key', () => {
    const ids = [
      ...codes.map((code) => code.id),
      ...codes.flatMap((code) => code.attributes.map((attribute) => attribute.id)),
      ...codebook.relationKinds.map((kind) => kind.id),
      ...codebook.lists.map((list) => list.id),
    ];
    expect(ids.filter((id) => !isSafeId(id))).toEqual([]);
  });

  it('[C4] choices are unique and not alone, steps too, and every list exists', () => {
    for (const attribute of codes.flatMap((code) => code.attributes)) {
      expect(attribute.definition).not.toBe('');
      if (attribute.type === 'one' || attribute.type === 'several') {
        expect(attribute.choices.length).toBeGreaterThan(1);
        expectUnique(attribute.choices.map((choice) => choice.value));
        expectUnique(attribute.choices.map((choice) => choice.label));
      } else if (attribute.type === 'scale') {
        expect(attribute.steps.map((step) => step.value)).toEqual([3, 2, 1]);
      } else if (attribute.type === 'list') {
        expect(codebook.lists.map((list) => list.id)).toContain(attribute.list);
      }
    }
  });

  it('[C5] relations join codes that exist', () => {
    const known = codes.map((code) => code.id);
    for (const { from, to } of codebook.relationKinds) {
      expect(known).toEqual(expect.arrayContaining([...from, ...to]));
      expect(from).not.toEqual([]);
    }
  });

  it.each(codes.flatMap((code) => code.examples.map((example) => [code.name, example.quote])))(
    '[C6] an example of %s is in an editorial, word for word: %s',
    (_, quote) => {
      const texts = EDITORIAL_IDS.map(readEditorial);
      expect(texts.some((text) => text.includes(quote))).toBe(true);
    },
  );

  it('[C7] has no fault, and a link that says the same as an attribute names one for actors', () => {
    expect(findCodebookFaults(codebook)).toEqual([]);
    for (const { from, attribute } of codebook.relationKinds) {
      if (attribute === undefined) continue;
      const code = codes.find(({ id }) => from.includes(id));
      expect(code?.attributes.find(({ id }) => id === attribute)?.type).toBe('actors');
    }
  });

  it('has one revision, at the time given', () => {
    expect(codebook.revisions).toHaveLength(1);
    expect(codebook.revisions[0]).toMatchObject({ number: 1, at: timeAt(0) });
  });
});

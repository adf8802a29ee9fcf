import { describe, expect, it } from 'vitest';
import { parseCodebook } from '../../../../src/core/codecs/codebook/parse';
import { planCodebookImport } from '../../../../src/core/codecs/codebook/plan-import';
import { serializeCodebook } from '../../../../src/core/codecs/codebook/serialize';
import { findCode, type Codebook } from '../../../../src/core/codebook/codebook';
import { createCode, withAdded, withPatch, withRetired } from '../../../../src/core/codebook/edit';
import { createSchemeCodebook } from '../../../../src/core/codebook/scheme';
import type { CodeId } from '../../../../src/core/ids';
import { applyCommand } from '../../../../src/core/project/apply';
import type { Project } from '../../../../src/core/project/project';
import { describeFault } from '../../../../src/core/result';
import { timeAt } from '../../../support/random-annotation';
import { createWorld } from '../../../support/random-project';

const scheme = createSchemeCodebook(timeAt(0));
const id = (text: string): CodeId => text as CodeId;

type Json = Record<string, unknown>;

/** The exported scheme with one thing in it changed by hand. */
function edited(change: (file: { codes: Json[] } & Json) => void): string {
  const file = JSON.parse(serializeCodebook(scheme)) as { codes: Json[] } & Json;
  change(file);
  return JSON.stringify(file);
}

function faultsOf(text: string): readonly string[] {
  const parsed = parseCodebook(text);
  return parsed.ok ? [] : parsed.fault.faults.map(describeFault);
}

describe('a codebook file', () => {
  it('comes back as it was', () => {
    const retired = { ...scheme, codes: withRetired(scheme.codes, id('actor')) };
    for (const codebook of [scheme, retired]) {
      expect(parseCodebook(serializeCodebook(codebook))).toEqual({ ok: true, value: codebook });
    }
  });

  it.each<[what: string, text: string, sentence: string | RegExp]>([
    ['nothing', '', /^The file is empty/],
    ['half a file', serializeCodebook(scheme).slice(0, 400), /^line \d+, column \d+: This is not/],
    ['another format', '{"format": "postil-project"}', /^This is not a codebook from Postil/],
    [
      'no version',
      edited((file) => delete file['formatVersion']),
      /^formatVersion: The format version is missing/,
    ],
    ['a newer version', edited((file) => (file['formatVersion'] = 3)), /made by a newer Postil/],
    [
      'a missing id',
      edited((file) => delete file.codes[1]?.['id']),
      'codes[1].id: “id” is missing. Every entry must have it.',
    ],
    [
      'an unknown attribute type',
      edited((file) => (((file.codes[0]?.['attributes'] as Json[])[2] as Json)['type'] = 'sound')),
      /^codes\[0\].attributes\[2\].type: There is no attribute of type “sound”/,
    ],
    [
      'a cycle',
      edited((file) => {
        Object.assign(file.codes[0] as Json, { parentId: 'actor' });
        Object.assign(file.codes[2] as Json, { parentId: 'stance' });
      }),
      /^codes\[0\].parentId: The parent “actor” is not in the codebook, or leads back/,
    ],
    [
      'a doubled name',
      edited((file) => ((file.codes[1] as Json)['name'] = 'STANCE')),
      /^codes\[1\].name: There is a code “STANCE” in the same place already/,
    ],
    [
      'a doubled key',
      edited((file) => ((file.codes[1] as Json)['key'] = 's')),
      /^codes\[1\].key: The key “s” belongs to Stance/,
    ],
    [
      'a name of 10,000 characters',
      edited((file) => ((file.codes[1] as Json)['name'] = 'x'.repeat(10_000))),
      /^codes\[1\].name: /,
    ],
    [
      'a name that turns its direction',
      edited((file) => ((file.codes[1] as Json)['name'] = 'a\u202eb')),
      /^codes\[1\].name: A name cannot contain line breaks, control characters/,
    ],
    [
      'a colour nobody can read',
      edited((file) => ((file.codes[1] as Json)['colour'] = '#ffff00')),
      /^codes\[1\].colour: The colour “#ffff00” cannot be read/,
    ],
    ['a field of another app', edited((file) => (file['macro'] = 'x')), /macro/],
  ])('is refused with a sentence: %s', (_what, text, sentence) => {
    expect(faultsOf(text)[0]).toMatch(sentence);
  });

  it('of version 1 is read as a project of then would be', () => {
    const text = edited((file) => {
      file['formatVersion'] = 1;
      for (const code of file.codes) delete code['definedIn'];
      for (const kind of file['relationKinds'] as Json[]) delete kind['definition'];
      for (const revision of file['revisions'] as Json[]) delete revision['codeIds'];
    });
    const parsed = parseCodebook(text);
    expect(parsed.ok && parsed.value.codes).toEqual(scheme.codes);
  });

  it('lists every fault', () => {
    const text = edited((file) => {
      for (const code of file.codes) code['name'] = '\u0007';
    });
    expect(faultsOf(text)).toHaveLength(3 + 2);
  });
});

describe('importing a codebook', () => {
  const world = createWorld(['Some words here'], 1);
  const occasion = { at: timeAt(9), reason: 'Imported.' };
  const keep = { retireOthers: false };

  function plan(project: Project, file: Codebook, wish = keep) {
    const planned = planCodebookImport(project, file, wish, occasion);
    if (!planned.ok) throw new Error(planned.fault.faults.map(describeFault).join('\n'));
    return planned.value;
  }

  it('of the same codebook changes nothing', () => {
    const planned = plan(world.project, scheme);
    expect(planned).toMatchObject({ added: [], changed: [], unchanged: 3, conflicts: [] });
    const applied = applyCommand(world.project, planned.change.command, world.textOf);
    expect(applied.ok && applied.value.project).toEqual(world.project);
  });

  it('adds and changes codes, and keeps those that only we have', () => {
    const frame = createCode(scheme.codes, 'Frame');
    const file: Codebook = {
      ...scheme,
      codes: withPatch(withAdded(scheme.codes, frame, id('stance')), id('stance'), {
        definition: 'Other.',
      }).filter((code) => code.id !== 'actor'),
      relationKinds: [],
      lists: [{ id: 'concepts', name: 'Concepts', values: ['peace'] }],
    };
    const planned = plan(world.project, file);
    expect(planned).toMatchObject({
      added: ['Frame'],
      changed: ['Stance'],
      unchanged: 1,
      others: ['Actor'],
      lists: ['Concepts'],
    });
    const applied = applyCommand(world.project, planned.change.command, world.textOf);
    if (!applied.ok) throw new Error(applied.fault.text);
    const { codebook } = applied.value.project;
    expect(codebook.codes.map((code) => code.id)).toEqual([
      'stance',
      'frame',
      'precondition',
      'actor',
    ]);
    expect(findCode(codebook, id('stance'))).toMatchObject({ definition: 'Other.', definedIn: 2 });
    expect(codebook.lists.map((list) => list.id)).toEqual([
      'concepts',
      'required-acts',
      'gated-outcomes',
    ]);
    expect(codebook.relationKinds).toEqual(scheme.relationKinds);
  });

  it('leaves names and keys with our codes, and says so', () => {
    const foreign = { ...createCode(scheme.codes, 'Actor'), key: 's' };
    const planned = plan(world.project, { ...scheme, codes: [foreign], relationKinds: [] });
    expect(planned.conflicts.map((fault) => fault.text)).toEqual([
      'The key “s” stays with Stance; Actor comes without a key.',
      'There is a code “Actor” here already; the one from the file is called “Actor 2”.',
    ]);
  });

  it('retires what the file does not have if asked, and leaves out what nobody used', () => {
    const file = { ...scheme, codes: scheme.codes.slice(0, 1), relationKinds: [] };
    const codes = scheme.codes.slice(0, 1);
    const planned = plan(world.project, file, { retireOthers: true });
    const applied = applyCommand(world.project, planned.change.command, world.textOf);
    expect(applied.ok && applied.value.project.codebook.codes).toEqual(codes);
  });
});

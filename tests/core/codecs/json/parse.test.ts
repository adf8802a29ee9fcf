import { describe, expect, it } from 'vitest';
import { parseAnnotationSets } from '../../../../src/core/codecs/json/parse';
import type { FaultList } from '../../../../src/core/codecs/json/fault-list';
import { copyOf, editJson, type Edits } from './edited-json';
import {
  createAnnotation,
  createDesk,
  exportDesk,
  markedSelector,
  MONDAY,
  type Desk,
} from './fixture';

const TEXT = '𠮷野 said no.\n\nSeoul must not wa👍🏽it.';
const MARKED = '𠮷野 said no.\n\nSeoul [must not] wa👍🏽it.';

const desk: Desk = createDesk({ one: TEXT }, [
  createAnnotation('a1', MARKED, {
    parts: [{ name: 'cue', selector: markedSelector('𠮷野 [said] no.\n\nSeoul must not wa👍🏽it.') }],
  }),
]);

function faultsOf(text: string): FaultList {
  const parsed = parseAnnotationSets(text);
  return parsed.ok ? { faults: [], total: 0 } : parsed.fault;
}

function faultsAfter(edits: Edits, from = exportDesk(desk)): FaultList {
  return faultsOf(editJson(from, edits));
}

const MARK = { documentId: 'one', coderId: 'ann', decision: 'finished', at: MONDAY };

function actor(id: string, given: object = {}): unknown {
  return { id, label: id, kind: 'state', aliases: [], note: '', ...given };
}

function memo(kind: string, id: string): unknown {
  const times = { createdAt: MONDAY, modifiedAt: MONDAY };
  return { id: 'm', coderId: 'ann', about: { kind, id }, text: '', ...times };
}

/** A relation from the annotation of the desk to a second one. */
function link(given: object): unknown {
  const times = { createdAt: MONDAY, modifiedAt: MONDAY, codebookRevision: 1 };
  const ends = { kindId: 'holder', fromId: 'a1', toId: 'a2' };
  return { id: 'r', coderId: 'ann', ...ends, memo: '', ...times, ...given };
}

/** `code @ where` of each fault. */
function places({ faults }: FaultList): string[] {
  return faults.map((fault) => `${fault.code} @ ${fault.where ?? ''}`);
}

describe('parseAnnotationSets', () => {
  it('reads what was written', () => {
    const text = exportDesk(desk);
    const parsed = parseAnnotationSets(text);
    expect(parsed.ok && JSON.parse(text)).toEqual(parsed.ok && parsed.value);
    expect(parsed.ok).toBe(true);
  });

  it.each([
    ['nothing', '', 'fault.json.empty @ '],
    ['null', 'null', 'transfer.notOurs @ '],
    ['a list', '[]', 'transfer.notOurs @ '],
    ['an object', '{}', 'transfer.notOurs @ '],
    ['another format', '{"format":"w3c","formatVersion":1}', 'transfer.notOurs @ '],
    ['no version', '{"format":"postil-annotation-sets"}', 'transfer.version @ formatVersion'],
    [
      'a version that is no number',
      '{"format":"postil-annotation-sets","formatVersion":"2"}',
      'transfer.version @ formatVersion',
    ],
    [
      'a newer version',
      '{"format":"postil-annotation-sets","formatVersion":3}',
      'transfer.newer @ formatVersion',
    ],
    [
      'a truncated file',
      exportDesk(desk).split('\n').slice(0, 3).join('\n'),
      'fault.json.syntax @ line 3, column 22',
    ],
    [
      '__proto__',
      exportDesk(desk).replace('"attributes": {}', '"attributes": {"__proto__": {"x": 1}}'),
      'fault.json.key @ annotations[0].attributes.__proto__',
    ],
    [
      'half a character',
      exportDesk(desk).replace('"memo": ""', '"memo": "\\ud83d"'),
      'fault.json.surrogate @ annotations[0].memo',
    ],
  ])('[F9] refuses %s', (_what, text, place) => {
    expect(places(faultsOf(text))).toEqual([place]);
  });

  it('says the version of a newer file', () => {
    const [fault] = faultsAfter({ formatVersion: 7 }).faults;
    expect(fault?.text).toContain('version 7');
  });

  it.each<[string, Edits, string]>([
    ['an unknown field', { 'annotations[0].colour': 'red' }, 'annotations[0]'],
    ['a missing field', { 'annotations[0].memo': undefined }, 'annotations[0].memo'],
    ['an id with a path in it', { 'documents[0].id': '../x' }, 'documents[0].id'],
    ['a device name as an id', { 'coders[0].id': 'con' }, 'coders[0].id'],
    ['a time without a zone', { exportedAt: '2024-01-01T00:00:00' }, 'exportedAt'],
    [
      'a negative offset',
      { 'annotations[0].spans[0].utf16.start': -1 },
      'annotations[0].spans[0].utf16.start',
    ],
    [
      'a fractional offset',
      { 'annotations[0].spans[0].codePoint.end': 1.5 },
      'annotations[0].spans[0].codePoint.end',
    ],
    ['no span', { 'annotations[0].spans': [] }, 'annotations[0].spans'],
    ['a confidence of 4', { 'annotations[0].confidence': 4 }, 'annotations[0].confidence'],
    ['an empty relation', { 'relations[0]': {} }, 'relations[0].id'],
    ['another unit', { 'units.utf16': 'bytes' }, 'units.utf16'],
  ])('[F10] refuses %s, with its place', (_what, edits, where) => {
    expect(places(faultsAfter(edits))).toContain(`fault.schema @ ${where}`);
  });

  it.each<[string, Edits, string[]]>([
    [
      'a document twice',
      { 'documents[1]': copyOf('documents[0]') },
      ['transfer.twice @ documents[1].id'],
    ],
    ['a coder twice', { 'coders[1]': copyOf('coders[0]') }, ['transfer.twice @ coders[1].id']],
    [
      'an annotation twice',
      { 'annotations[1]': copyOf('annotations[0]') },
      ['transfer.twice @ annotations[1].id'],
    ],
    [
      'a code twice',
      { 'codebook.codes[3]': copyOf('codebook.codes[0]') },
      [
        'fault.codebook.twice @ codebook.codes[3].id',
        'fault.codebook.sameName @ codebook.codes[3].name',
        'fault.codebook.sameKey @ codebook.codes[3].key',
      ],
    ],
    [
      'an unknown document',
      { 'annotations[0].documentId': 'x' },
      ['transfer.unknownDocument @ annotations[0].documentId'],
    ],
    [
      'an unknown coder',
      { 'annotations[0].coderId': 'x' },
      ['transfer.unknownCoder @ annotations[0].coderId'],
    ],
    [
      'an unknown code',
      { 'annotations[0].codeId': 'x' },
      ['transfer.unknownCode @ annotations[0].codeId'],
    ],
    [
      'an unknown parent',
      { 'codebook.codes[1].parentId': 'x' },
      ['fault.codebook.parent @ codebook.codes[1].parentId'],
    ],
    [
      'codes that are each other’s parents',
      { 'codebook.codes[0].parentId': 'actor', 'codebook.codes[2].parentId': 'stance' },
      [
        'fault.codebook.parent @ codebook.codes[0].parentId',
        'fault.codebook.parent @ codebook.codes[2].parentId',
      ],
    ],
    [
      'a revision number twice',
      { 'codebook.revisions[1]': copyOf('codebook.revisions[0]') },
      ['fault.codebook.revisions @ codebook.revisions[1].number'],
    ],
    [
      'a coder without a visible name',
      { 'coders[0].name': '\u200b' },
      ['fault.command.emptyName @ coders[0].name'],
    ],
    [
      'a project without a visible title',
      { 'project.title': ' ' },
      ['fault.command.emptyName @ project.title'],
    ],
  ])('[F5] refuses %s, with its place', (_what, edits, expected) => {
    expect(places(faultsAfter(edits))).toEqual(expected);
  });

  it.each<[string, Edits, string[]]>([
    [
      'a text that was changed',
      { 'documents[0].text': `${TEXT}!` },
      ['transfer.text.hash @ documents[0].text'],
    ],
    [
      'a wrong length',
      { 'documents[0].length': { utf16: 40, codePoints: 39 } },
      [
        'transfer.text.length @ documents[0].length.utf16',
        'transfer.text.length @ documents[0].length.codePoints',
      ],
    ],
    [
      'an excluded region outside the text',
      {
        'documents[0].excluded': [
          { utf16: { start: 0, end: 99 }, codePoint: { start: 0, end: 98 }, reason: '' },
        ],
      },
      [
        'transfer.span.outside @ documents[0].excluded[0].utf16',
        'transfer.span.outside @ documents[0].excluded[0].codePoint',
      ],
    ],
    [
      'an excluded region whose units differ',
      {
        'documents[0].excluded': [
          { utf16: { start: 0, end: 2 }, codePoint: { start: 0, end: 2 }, reason: '' },
        ],
      },
      ['transfer.span.units @ documents[0].excluded[0].codePoint.end'],
    ],
  ])('[F6] refuses %s, with its place', (_what, edits, expected) => {
    expect(places(faultsAfter(edits))).toEqual(expected);
  });

  it.each<[string, Edits, string[]]>([
    [
      'an attribute of an unknown type',
      { 'codebook.codes[0].attributes[0].type': 'mood' },
      ['fault.schema @ codebook.codes[0].attributes[0].type'],
    ],
    [
      'a colour nobody can read',
      { 'codebook.codes[0].colour': '#ffffff' },
      ['fault.codebook.colour @ codebook.codes[0].colour'],
    ],
    [
      'a relation kind of an unknown code',
      { 'codebook.relationKinds[0].to': ['x'] },
      ['fault.codebook.unknownCode @ codebook.relationKinds[0].to[0]'],
    ],
    [
      'actors that are each other’s parents',
      { actors: [actor('a', { parentId: 'b' }), actor('b', { parentId: 'a' })] },
      ['fault.actor.parent @ actors[0].parentId', 'fault.actor.parent @ actors[1].parentId'],
    ],
    [
      'an actor of one name with another, one merged into nobody, one with hidden marks',
      {
        actors: [
          actor('a'),
          actor('b', { label: 'A' }),
          actor('c', { mergedInto: 'x' }),
          actor('d', { aliases: ['\u202e'] }),
        ],
      },
      [
        'fault.actor.sameLabel @ actors[1].label',
        'fault.actor.merged @ actors[2].mergedInto',
        'fault.command.hiddenMarks @ actors[3].aliases[0]',
      ],
    ],
    [
      'a memo and a mark about nothing in the file',
      {
        memos: [memo('actor', 'x'), memo('code', 'x'), memo('document', 'x')],
        marks: [{ documentId: 'x', coderId: 'x', codeId: 'x', decision: 'nothing', at: MONDAY }],
      },
      [
        'transfer.unknownCoder @ marks[0].coderId',
        'transfer.unknownDocument @ marks[0].documentId',
        'transfer.unknownCode @ marks[0].codeId',
        'transfer.twice @ memos[1].id',
        'transfer.twice @ memos[2].id',
        'transfer.unknownActor @ memos[0].about.id',
        'transfer.unknownCode @ memos[1].about.id',
        'transfer.unknownDocument @ memos[2].about.id',
      ],
    ],
  ])('[F5] refuses %s, with its place (the whole scheme)', (_what, edits, expected) => {
    expect(places(faultsAfter(edits)).sort()).toEqual(expected.toSorted());
  });

  it.each<[string, Edits, string[]]>([
    [
      'an end that is missing',
      { 'relations[0]': link({ toId: 'x' }) },
      ['transfer.unknownEnd @ relations[0].toId'],
    ],
    [
      'an unknown kind',
      { 'relations[0]': link({ kindId: 'x' }) },
      ['fault.relation.kind @ relations[0].kindId'],
    ],
    [
      'codes that the kind does not join',
      { 'relations[0]': link({ kindId: 'gates' }) },
      ['fault.relation.codes @ relations[0]'],
    ],
    [
      'the same link twice',
      { 'relations[0]': link({}), 'relations[1]': link({ id: 'r2' }) },
      ['fault.relation.twice @ relations[1]'],
    ],
    [
      'a link to itself',
      { 'relations[0]': link({ kindId: 'supports', toId: 'a1' }) },
      ['fault.relation.itself @ relations[0].toId'],
    ],
    [
      'a link by another coder',
      { 'coders[1]': { id: 'bob', name: 'Bob' }, 'relations[0]': link({ coderId: 'bob' }) },
      ['fault.relation.coder @ relations[0].fromId', 'fault.relation.coder @ relations[0].toId'],
    ],
    [
      'two decisions about one place',
      { 'marks[0]': MARK, 'marks[1]': { ...MARK, decision: 'nothing' } },
      ['transfer.sameMark @ marks[1]'],
    ],
  ])('[F11] refuses %s, with its place', (_what, edits, expected) => {
    const second = {
      'annotations[1]': copyOf('annotations[0]'),
      'annotations[1].id': 'a2',
      'annotations[1].codeId': 'actor',
    };
    expect(places(faultsAfter({ ...second, ...edits }))).toEqual(expected);
  });

  it('names the types that an attribute may have', () => {
    const [fault] = faultsAfter({ 'codebook.codes[0].attributes[0].type': 'mood' }).faults;
    expect(fault?.text).toContain('one of one, several, scale');
  });

  const span = 'annotations[0].spans[0]';

  it.each<[string, Edits, string[]]>([
    [
      'a wrong quote',
      { 'annotations[0].spans[0].exact': 'must nod' },
      [`transfer.span.quote @ ${span}.exact`],
    ],
    [
      'a wrong context',
      {
        'annotations[0].spans[0].prefix': '',
        'annotations[0].spans[0].suffix': ' wait.',
      },
      [`transfer.span.quote @ ${span}.prefix`, `transfer.span.quote @ ${span}.suffix`],
    ],
    [
      'code points that are UTF-16',
      { 'annotations[0].spans[0].codePoint': { start: 20, end: 28 } },
      [
        `transfer.span.units @ ${span}.codePoint.start`,
        `transfer.span.units @ ${span}.codePoint.end`,
      ],
    ],
    [
      'an empty passage',
      { 'annotations[0].spans[0].utf16.end': 20 },
      [`transfer.span.empty @ ${span}.utf16`],
    ],
    [
      'a passage outside the text',
      { 'annotations[0].spans[0].codePoint.end': 99 },
      [`transfer.span.outside @ ${span}.codePoint`],
    ],
    [
      'the wrong paragraph',
      { 'annotations[0].spans[0].paragraph': 1 },
      [`transfer.span.paragraph @ ${span}.paragraph`],
    ],
    [
      'a part with a wrong quote',
      { 'annotations[0].parts[0].span.exact': 'paid' },
      ['transfer.span.quote @ annotations[0].parts[0].span.exact'],
    ],
    [
      'spans that overlap',
      { 'annotations[0].spans[1]': copyOf('annotations[0].spans[0]') },
      ['transfer.span.order @ annotations[0].spans[1]'],
    ],
  ])('[F7] refuses %s, with its place', (_what, edits, expected) => {
    expect(places(faultsAfter(edits))).toEqual(expected);
  });

  it.each([
    ['CR LF', 'Seoul\r\nwaits.', 'transfer.text.form @ documents[0].text'],
    ['a byte order mark', '\ufeffSeoul waits.', 'transfer.text.form @ documents[0].text'],
    ['nothing to see', ' \n\u200b', 'transfer.text.blank @ documents[0].text'],
  ])('[F6] refuses a text with %s', (_what, text, place) => {
    expect(places(faultsOf(exportDesk(createDesk({ one: text }))))).toEqual([place]);
  });

  it('[F5] reads codes whose parents have parents', () => {
    const parents = {
      'codebook.codes[0].parentId': 'precondition',
      'codebook.codes[1].parentId': 'actor',
    };
    expect(places(faultsAfter(parents))).toEqual([]);
  });

  it('[F7] refuses a passage that ends inside an emoji with a skin tone', () => {
    const cut = '𠮷野 said no.\n\nSeoul must not [wa👍]🏽it.';
    const text = exportDesk(createDesk({ one: TEXT }, [createAnnotation('a1', cut)]));
    expect(places(faultsOf(text))).toEqual([`fault.command.cutsCharacter @ ${span}.utf16.end`]);
  });

  it('reads a file without texts, whose quotes wait for the project’s', () => {
    const text = exportDesk(desk, { includeTexts: false });
    expect(faultsAfter({ 'annotations[0].spans[0].exact': 'must nod' }, text).total).toBe(0);
  });

  it('counts all faults and lists the first hundred', () => {
    const copies = Array.from({ length: 150 }, (_, i): [string, unknown][] => [
      [`annotations[${String(i)}]`, copyOf('annotations[0]')],
      [`annotations[${String(i)}].id`, `a${String(i)}`],
      [`annotations[${String(i)}].coderId`, 'x'],
    ]);
    const many = faultsAfter(Object.fromEntries(copies.flat()));
    expect(many.total).toBe(150);
    expect(many.faults.map((fault) => fault.where)).toEqual(
      Array.from({ length: 100 }, (_, i) => `annotations[${String(i)}].coderId`),
    );
  });
});

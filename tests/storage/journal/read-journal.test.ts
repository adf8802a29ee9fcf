import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../src/core/ids';
import { joinLines } from '../../../src/storage/journal/join-lines';
import { encodeLine, decodeLine, LONGEST_LINE } from '../../../src/storage/journal/journal-line';
import { readJournal } from '../../../src/storage/journal/read-journal';
import { scanJournal, type JournalContent } from '../../../src/storage/journal/scan-journal';
import { temporaryFolder } from '../disk';
import { codeOf, value } from '../small-project';
import { act, acts, actsIn, HEAD, kindsIn, lineBytes, read, writeJournal } from './small-journal';

const scan = (...parts: readonly Uint8Array[]): JournalContent =>
  value(scanJournal(Buffer.concat(parts), 'journal'));
const text = (words: string): Buffer => Buffer.from(words);
const LINES = lineBytes(acts(1, 6));
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** A row of the same numbers each time (mulberry32), so that a failure can be looked into. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

describe('a whole journal', () => {
  it('[S5] is read line by line, without damage', async () => {
    const content = await read(await writeJournal(...LINES));
    expect(content.head).toEqual(HEAD);
    expect(content.lines.map(({ body }) => body)).toEqual(acts(1, 6));
    expect(content.lines.map(({ line }) => line)).toEqual(numbers(2, 7));
    expect(content.damage).toEqual([]);
    expect(content.end).toEqual({
      line: 7,
      hash: content.lines.at(-1)?.hash,
      length: Buffer.concat(LINES).length,
    });
  });

  it('[S5] with nothing in it but its head is an empty journal', () => {
    expect(scan(lineBytes([])[0] as Buffer)).toMatchObject({ head: HEAD, lines: [], damage: [] });
  });

  it('[S5] any body comes back as it was', () => {
    const body = fc.dictionary(
      fc
        .string({ unit: 'grapheme' })
        .filter((key) => !/^(?:hash|line|prev|__proto__|constructor|prototype)$/.test(key)),
      fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 5 }),
    );
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 5 }), (bodies) => {
        const plain = JSON.parse(JSON.stringify(bodies)) as typeof bodies;
        fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(bodies)));
        const content = scan(...lineBytes(bodies));
        expect(content.lines.map((line) => line.body)).toEqual(plain);
        expect(content.damage).toEqual([]);
      }),
    );
  });
});

describe('300 random cuts', () => {
  it('[S5] every whole line is kept, and a line that was cut is told', () => {
    const dice = createDice(4);
    const lines = lineBytes(acts(1, 40));
    const bytes = Buffer.concat(lines);
    const ends = lines.map((_, i) => Buffer.concat(lines.slice(0, i + 1)).length);
    for (let round = 0; round < 300; round += 1) {
      const length = dice(bytes.length);
      const result = scanJournal(bytes.subarray(0, length), 'journal');
      // A line that lacks only its line end is whole.
      const whole = ends.filter((end) => end - 1 <= length).length;
      if (whole === 0) {
        expect(result.ok, `cut at ${String(length)}`).toBe(false);
        continue;
      }
      const content = value(result);
      expect(actsIn(content), `cut at ${String(length)}`).toEqual(numbers(1, whole - 1));
      const isBetween = ends.includes(length);
      const kind = ends.includes(length + 1) ? 'ends' : 'torn';
      expect(kindsIn(content), `cut at ${String(length)}`).toEqual(isBetween ? [] : [kind]);
      if (kind === 'torn') {
        expect(content.end.length).toBe(ends[whole - 1]);
        if (!isBetween) expect(content.damage[0]?.offset).toBe(ends[whole - 1]);
      }
    }
  });
});

describe('2,000 random bit flips', () => {
  it('[S5] none goes unnoticed, and every line that was not touched is kept', () => {
    const dice = createDice(5);
    const lines = lineBytes(acts(1, 40));
    const bytes = Buffer.concat(lines);
    const ends = lines.map((_, i) => Buffer.concat(lines.slice(0, i + 1)).length);
    for (let round = 0; round < 2_000; round += 1) {
      const at = dice(bytes.length);
      const bit = dice(8);
      const flipped = Buffer.from(bytes);
      flipped[at] = (bytes[at] as number) ^ (1 << bit);
      const content = value(scanJournal(flipped, 'journal'));
      const where = `bit ${String(bit)} of byte ${String(at)}`;
      const touched = ends.findIndex((end) => at < end);
      expect(content.damage.length, where).toBeGreaterThan(0);
      expect(actsIn(content), where).toEqual(numbers(1, 40).filter((n) => n !== touched));
      expect(content.head, where).toEqual(touched === 0 ? undefined : HEAD);
    }
  });
});

describe('a bad line in the middle', () => {
  const [before, after] = [LINES.slice(0, 3), LINES.slice(4)];

  it.each([
    [
      'journal.bad.hash',
      'It was changed',
      text('{"hash":"0123456789abcdef0123456789abcdef","line":4,"prev":"","a":1}\n'),
    ],
    ['no line', 'does not begin', text('dear diary\n')],
    ['an empty line', 'does not begin', text('\n')],
    ['zeros', 'does not begin', Buffer.alloc(200)],
    ['a marker of git', 'take the lines with markers out', text('<<<<<<< HEAD\n')],
    ['not UTF-8', 'not UTF-8', sealed(Buffer.from([0x22, 0xc3, 0x28, 0x22]))],
    ['not JSON', 'not JSON', sealed(text('nul'))],
    ['too deep', 'not JSON that Postil reads', sealed(text('['.repeat(200) + ']'.repeat(200)))],
    ['a key that no JSON of ours has', 'not JSON that', sealed(text('{"__proto__":1}'))],
    ['two numbers', 'does not begin', sealed(text('1,"line":9'))],
  ])('[S5] %s: is told with its place, skipped, and the others are kept', (_, words, bad) => {
    const content = scan(...before, bad, ...after);
    expect(actsIn(content)).toEqual([1, 2, 4, 5, 6]);
    const found = content.damage.find(({ kind }) => kind === 'bad');
    expect(found?.fault.text).toContain(words);
    expect(found?.line).toBe(4);
    expect(found?.offset).toBe(Buffer.concat(before).length);
    const gap = content.damage.find(({ kind }) => kind === 'gap');
    expect(gap?.line).toBe(5);
  });

  it('[S5] one longer than 64 MB is not even read', () => {
    const long = Buffer.alloc(LONGEST_LINE + 1, 'x');
    const content = scan(...before, long, text('\n'), ...after);
    expect(content.damage[0]?.fault.text).toContain('longer than 64 MB');
    expect(actsIn(content)).toEqual([1, 2, 4, 5, 6]);
  });

  it('[S5] lines that were glued together are taken apart', () => {
    const torn = (LINES[3] as Buffer).subarray(0, 80);
    const content = scan(...before, torn, ...LINES.slice(3));
    expect(actsIn(content)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(kindsIn(content)).toEqual(['bad']);
  });

  it('[S5] a line end that is gone is told, and both lines are read', () => {
    const [third = text('')] = LINES.slice(3);
    const content = scan(...before, third.subarray(0, -1), ...after);
    expect(actsIn(content)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(kindsIn(content)).toEqual(['ends']);
  });

  it('[S5] a number that does not follow is refused', () => {
    const { hash } = value(decodeLine((LINES[2] as Buffer).subarray(0, -1)));
    const content = scan(...before, encodeLine(9, hash, '{"act":9}').bytes, ...LINES.slice(3));
    expect(actsIn(content)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(content.damage[0]?.fault.text).toContain('number');
  });
});

/** A fourth line with the right hash and this as the value of its one key. */
function sealed(inner: Buffer): Buffer {
  const { hash } = value(decodeLine((LINES[2] as Buffer).subarray(0, -1)));
  const rest = Buffer.concat([text(`"line":4,"prev":"${hash}","a":`), inner, text('}')]);
  const own = createHash('sha256').update(rest).digest('hex').slice(0, 32);
  return Buffer.concat([text(`{"hash":"${own}",`), rest, text('\n')]);
}

describe('the chain', () => {
  it('[S5] missing lines are a gap, and what comes after is kept', () => {
    const content = scan(...LINES.slice(0, 2), ...LINES.slice(5));
    expect(actsIn(content)).toEqual([1, 5, 6]);
    expect(content.damage).toMatchObject([{ kind: 'gap', line: 6 }]);
    expect(content.damage[0]?.fault.text).toContain('3 lines before line 6');
  });

  it('[S5] a line that is there twice counts once', () => {
    const content = scan(...LINES, ...LINES.slice(1, 4));
    expect(actsIn(content)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(content.damage).toEqual([]);
    expect(content.isForked).toBe(false);
  });

  it('[S5] two lines after the same one are a fork: both are kept, and it is told', () => {
    const { line, hash } = value(decodeLine((LINES[2] as Buffer).subarray(0, -1)));
    const other = lineBytes([act(13), act(14)], HEAD, { line, hash });
    const content = scan(...LINES, ...other);
    expect(new Set(actsIn(content))).toEqual(new Set([1, 2, 3, 13, 4, 14, 5, 6]));
    expect(content.damage).toMatchObject([{ kind: 'fork', line: 4 }]);
    expect(content.isForked).toBe(true);
  });

  it('[S5] both sides of a git conflict are kept, and its markers are told', () => {
    const { line, hash } = value(decodeLine((LINES[2] as Buffer).subarray(0, -1)));
    const content = scan(
      ...LINES.slice(0, 3),
      text('<<<<<<< HEAD\n'),
      ...LINES.slice(3),
      text('=======\n'),
      ...lineBytes([act(13)], HEAD, { line, hash }),
      text('>>>>>>> branch\n'),
    );
    expect(new Set(actsIn(content))).toEqual(new Set([1, 2, 3, 13, 4, 5, 6]));
    expect(kindsIn(content)).toEqual(['bad', 'bad', 'fork', 'bad']);
  });

  it('[S5] the same lines in any order, any of them twice, give the same list', () => {
    const known = scan(...LINES).lines;
    const line = fc.constantFrom(...known);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (some) => {
        const { lines, isForked } = joinLines(some);
        const expected = known.filter((one) => some.includes(one));
        expect(lines).toEqual(expected);
        expect(isForked).toBe(false);
      }),
    );
  });
});

describe('a file that is no journal', () => {
  it.each([
    ['journal.file.empty', ''],
    ['journal.file.zeros', '\0'.repeat(5000)],
    ['journal.file.foreign', '{"name":"something else"}\n'],
    ['journal.file.foreign', 'null'],
    ['journal.file.foreign', '[]\n'],
    ['journal.file.foreign', '<<<<<<< HEAD\n=======\n>>>>>>> branch\n'],
    ['journal.file.foreign', Buffer.concat(LINES).toString().slice(0, 90)],
    ['journal.file.utf16', Buffer.from(Buffer.concat(LINES).toString(), 'utf16le')],
    ['journal.file.utf16', Buffer.from(`\ufeff${Buffer.concat(LINES).toString()}`, 'utf16le')],
    [
      'journal.file.utf16',
      Buffer.from(`\ufeff${Buffer.concat(LINES).toString()}`, 'utf16le').swap16(),
    ],
    ['journal.file.foreign', encodeLine(1, '', '{"format":"diary","formatVersion":1}').bytes],
    [
      'journal.file.foreign',
      encodeLine(1, '', '{"format":"postil-journal","formatVersion":1}').bytes,
    ],
    ['journal.file.foreign', encodeLine(7, '', '{"act":1}').bytes],
    [
      'journal.file.newer',
      encodeLine(1, '', '{"format":"postil-journal","formatVersion":2,"x":1}').bytes,
    ],
  ])('[S5] %s, never an empty one: case %#', async (code, content) => {
    const path = join(await temporaryFolder(), 'journal.jsonl');
    await writeFile(path, content);
    const result = await readJournal(path);
    expect(codeOf(result)).toBe(code);
    expect(result.ok ? '' : result.fault.text).toContain(path);
  });

  it('[S5] a missing one is a fault too', async () => {
    const path = join(await temporaryFolder(), 'journal.jsonl');
    expect(codeOf(await readJournal(path))).toBe('storage.read.missing');
  });

  it('[S5] ids that are no ids are refused', () => {
    const bad = lineBytes([], { ...HEAD, deviceId: '../x' as DeviceId });
    expect(codeOf(scanJournal(bad[0] as Buffer, 'journal'))).toBe('journal.file.foreign');
  });
});

describe('what other programs do to a file', () => {
  it('[S5] line ends as on Windows are read and told', () => {
    const crlf = LINES.map((line) => Buffer.concat([line.subarray(0, -1), text('\r\n')]));
    const content = scan(...crlf);
    expect(actsIn(content)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(kindsIn(content)).toEqual(['ends']);
    expect(content.damage[0]?.fault.text).toContain('7 lines end as on Windows');
    expect(content.end.length).toBe(Buffer.concat(crlf).length);
  });

  it('[S5] a byte order mark is read over and told', () => {
    const content = scan(Buffer.from([0xef, 0xbb, 0xbf]), ...LINES);
    expect(actsIn(content)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(kindsIn(content)).toEqual(['ends']);
  });
});

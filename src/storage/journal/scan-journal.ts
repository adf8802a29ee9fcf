import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { eachInSteps } from '../in-steps';
import { joinLines, type JoinedLines } from './join-lines';
import {
  badDamage,
  breakDamage,
  endsDamage,
  tornDamage,
  type JournalDamage,
} from './journal-damage';
import { parseHead, type JournalHead } from './journal-head';
import { NO_LINES, type JournalLine } from './journal-line';
import { isLine, splitLines, type Piece } from './split-lines';

/** Where a journal ends: the number and hash of its last whole line, and the byte behind that line. */
export interface JournalEnd {
  readonly line: number;
  readonly hash: string;
  readonly length: number;
}

export interface JournalContent {
  /** Undefined when the first line is damaged and others are not. */
  readonly head: JournalHead | undefined;
  /** All whole lines but the head, by number (two of one number, after a fork, by hash), each once. */
  readonly lines: readonly JournalLine[];
  readonly end: JournalEnd;
  /** True when two lines have one number: then `end` is one of several, and nobody may go on writing here. */
  readonly isForked: boolean;
  readonly damage: readonly JournalDamage[];
}

/**
 * Reads the bytes of a journal strictly: a line counts when its hash is right, whatever stands around it. The result is
 * a fault when there is no line at all, or when the head is none of ours; it is never an empty journal that is not one.
 */
export function scanJournal(bytes: Buffer, file: string, known = NO_LINES): Result<JournalContent> {
  return contentOf(bytes, file, [...splitLines(bytes, startOf(bytes), known)]);
}

/** The same in steps, between which others run. */
export async function scanInSteps(
  bytes: Buffer,
  file: string,
  known = NO_LINES,
): Promise<Result<JournalContent>> {
  const pieces: Piece[] = [];
  await eachInSteps(splitLines(bytes, startOf(bytes), known), (piece) => pieces.push(piece));
  return contentOf(bytes, file, pieces);
}

function startOf(bytes: Buffer): number {
  return hasByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
}

function contentOf(bytes: Buffer, file: string, pieces: readonly Piece[]): Result<JournalContent> {
  const lastLine = pieces.findLastIndex(({ found }) => isLine(found));
  if (lastLine === -1) return fail(createFault(emptiness(bytes), { file }));
  const body = pieces.slice(0, lastLine + 1);
  const tail = pieces.slice(lastLine + 1);
  const joined = joinLines(body.map(({ found }) => found).filter(isLine));
  if (joined.lines.length === 0) return fail(createFault('journal.file.foreign', { file }));
  const first = body.map(({ found }) => found).find((found) => isLine(found) && found.line === 1);
  const head = first === undefined ? undefined : parseHead(first as JournalLine, file);
  if (head?.ok === false) return head;
  const damage = [
    ...findEnds(pieces, hasByteOrderMark(bytes), file),
    ...findBad(body, joined, file),
    ...joined.breaks.map((one) => breakDamage(file, one)),
    ...findTail(tail, file),
  ];
  const { line = 0, hash = '' } = joined.lines.at(-1) ?? {};
  return ok({
    head: head?.value,
    lines: joined.lines.filter((one) => one.line > 1),
    end: { line, hash, length: (body.at(-1) as Piece).end },
    isForked: joined.isForked,
    damage,
  });
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** What a file is that holds no line of a journal. */
function emptiness(
  bytes: Buffer,
): 'journal.file.empty' | 'journal.file.zeros' | 'journal.file.utf16' | 'journal.file.foreign' {
  if (bytes.length === 0) return 'journal.file.empty';
  if (bytes.every((byte) => byte === 0)) return 'journal.file.zeros';
  const beginning = bytes.subarray(0, 4).toString('hex');
  const isUtf16 = /^(?:fffe|feff|7b002200|007b0022)/.test(beginning);
  return isUtf16 ? 'journal.file.utf16' : 'journal.file.foreign';
}

function findEnds(pieces: readonly Piece[], hasMark: boolean, file: string): JournalDamage[] {
  const found: JournalDamage[] = [];
  const start = { line: 1, offset: 0 };
  if (hasMark) {
    found.push(endsDamage(start, createFault('journal.damage.byteOrderMark', { file })));
  }
  const converted = pieces.filter(({ ending }) => ending === 'crlf');
  const [first] = converted;
  if (first !== undefined) {
    const fault = createFault('journal.damage.lineEnds', { file, n: converted.length });
    found.push(endsDamage({ line: first.at, offset: first.start }, fault));
  }
  for (const { at, start, ending, found: line } of pieces) {
    if (ending !== 'none' || !isLine(line)) continue;
    const fault = createFault('journal.damage.unended', { file, line: at });
    found.push(endsDamage({ line: at, offset: start }, fault));
  }
  return found;
}

function findBad(
  body: readonly Piece[],
  { misfits }: JoinedLines,
  file: string,
): readonly JournalDamage[] {
  return body.flatMap(({ found, start, at }) => {
    const place = { line: at, offset: start };
    if (!isLine(found)) return badDamage(file, place, found);
    return misfits.has(found) ? badDamage(file, place, createFault('journal.bad.number')) : [];
  });
}

/** Behind the last line: markers of git are told as such, anything else is the rest of an interrupted write. */
function findTail(tail: readonly Piece[], file: string): readonly JournalDamage[] {
  const [first] = tail;
  if (first === undefined) return [];
  const markers = tail.filter(({ found }) => (found as Fault).code === 'journal.bad.conflict');
  if (markers.length === tail.length) {
    return tail.map(({ found, start, at }) =>
      badDamage(file, { line: at, offset: start }, found as Fault),
    );
  }
  return [tornDamage(file, { line: first.at, offset: first.start })];
}

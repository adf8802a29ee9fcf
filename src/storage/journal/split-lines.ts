import type { Fault } from '../../core/result';
import {
  beginsLine,
  decodeLine,
  NO_LINES,
  type JournalLine,
  type KnownLines,
} from './journal-line';

/** A piece of a file: a whole line with the right hash, or something that is none. Offsets are in bytes. */
export interface Piece {
  readonly start: number;
  /** Behind its line end, if it has one. */
  readonly end: number;
  /** The number of the line of the file, from 1, in which it stands. */
  readonly at: number;
  readonly ending: 'lf' | 'crlf' | 'none';
  readonly found: JournalLine | Fault;
}

const LF = 0x0a;
const CR = 0x0d;
const OPENING = Buffer.from('{"hash":"');

export function isLine(found: JournalLine | Fault): found is JournalLine {
  return 'hash' in found;
}

/** All of a file as pieces, in its order. Where lines were glued together by damage, the whole ones among them are found. */
export function* splitLines(bytes: Buffer, from: number, known = NO_LINES): Generator<Piece> {
  let at = 0;
  for (let start = from; start < bytes.length;) {
    at += 1;
    const feed = bytes.indexOf(LF, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const isCrlf = feed > start && bytes[feed - 1] === CR;
    const ending = feed === -1 ? 'none' : isCrlf ? 'crlf' : 'lf';
    const stop = feed === -1 ? end : isCrlf ? feed - 1 : feed;
    const whole = read(bytes.subarray(start, stop), known);
    if (isLine(whole)) yield { start, end, at, ending, found: whole };
    else yield* splitGlued(bytes, { start, end, at, ending, found: whole }, stop);
    start = end;
  }
}

/** A line whose line end was lost, or the rest of an unfinished one, stands before another in one line of the file. */
function* splitGlued(bytes: Buffer, piece: Piece, stop: number): Generator<Piece> {
  const starts = [piece.start];
  for (let i = piece.start + 1; ; i += 1) {
    i = bytes.indexOf(OPENING, i);
    if (i === -1 || i >= stop) break;
    if (beginsLine(bytes.subarray(i, stop))) starts.push(i);
  }
  if (starts.length === 1) {
    yield piece;
    return;
  }
  for (const [i, start] of starts.entries()) {
    const next = starts[i + 1];
    const isLast = next === undefined;
    yield {
      start,
      end: isLast ? piece.end : next,
      at: piece.at,
      ending: isLast ? piece.ending : 'none',
      found: read(bytes.subarray(start, isLast ? stop : next), NO_LINES),
    };
  }
}

function read(bytes: Buffer, known: KnownLines): JournalLine | Fault {
  const line = decodeLine(bytes, known);
  return line.ok ? line.value : line.fault;
}

import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createFault, fail, ok, type Result } from '../../core/result';
import { parseJsonText } from '../../core/text/json';

/** What a line says. `hash`, `line` and `prev` are the line's own keys and stand in no body. */
export type JournalBody = Readonly<Record<string, unknown>>;

export interface JournalLine {
  /** 32 hex digits; stands for this line and, through `prev`, for all before it. */
  readonly hash: string;
  /** The first line, the head, has the number 1. */
  readonly line: number;
  /** The hash of the line before; empty in the head. */
  readonly prev: string;
  readonly body: JournalBody;
}

/** Lines by their hash, which were decoded before: another copy of one is not decoded again. */
export type KnownLines = ReadonlyMap<string, JournalLine>;

export const NO_LINES: KnownLines = new Map();

const MEGABYTE = 1024 * 1024;
/** Longest line, in bytes without its line end. */
export const LONGEST_LINE = 64 * MEGABYTE;

/** How every line begins. The hash covers the bytes behind it: from `"line"` to the closing brace. */
const BEGINNING =
  /^\{"hash":"([0-9a-f]{32})","line":([1-9][0-9]{0,14}),"prev":"([0-9a-f]{32}|)"(?:,(?=")|\}$)/;
const LONGEST_BEGINNING = 128;
const HASHED_FROM = '{"hash":"",'.length + 32;

const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;

/** One line as it stands in a file, with its line end. `body` is the JSON text of an object. */
export function encodeLine(
  line: number,
  prev: string,
  body: string,
): { readonly hash: string; readonly bytes: Buffer } {
  const rest = `"line":${String(line)},"prev":"${prev}"${body === '{}' ? '}' : `,${body.slice(1)}`}`;
  const hash = hashOf(rest);
  return { hash, bytes: Buffer.from(`{"hash":"${hash}",${rest}\n`) };
}

/** Whether a line may begin here. */
export function beginsLine(bytes: Buffer): boolean {
  return BEGINNING.test(bytes.toString('latin1', 0, LONGEST_BEGINNING));
}

/** Untrusted bytes, without the line end, to a line whose own hash is right. Its place among others is not asked. */
export function decodeLine(bytes: Buffer, known = NO_LINES): Result<JournalLine> {
  if (bytes.length > LONGEST_LINE) {
    return fail(createFault('journal.bad.long', { max: LONGEST_LINE / MEGABYTE }));
  }
  const beginning = bytes.toString('latin1', 0, LONGEST_BEGINNING);
  const match = BEGINNING.exec(beginning);
  if (match === null) {
    const isMarker = CONFLICT_MARKER.test(beginning);
    return fail(createFault(isMarker ? 'journal.bad.conflict' : 'journal.bad.start'));
  }
  const [{ length }, hash = '', line, prev = ''] = match;
  if (hashOf(bytes.subarray(HASHED_FROM)) !== hash) return fail(createFault('journal.bad.hash'));
  const before = known.get(hash);
  if (before !== undefined) return ok(before);
  if (!isUtf8(bytes)) return fail(createFault('journal.bad.notUtf8'));
  const json = parseJsonText(length === bytes.length ? '{}' : `{${bytes.toString('utf8', length)}`);
  if (!json.ok) return fail(createFault('journal.bad.json', { problem: json.fault.text }));
  const body = json.value as JournalBody;
  // Another reader would take the last of two keys with one name, and the line would say something else to it.
  if (hasOwnKeys(body)) return fail(createFault('journal.bad.start'));
  return ok({ hash, line: Number(line), prev, body });
}

/** Whether a body has keys of the line itself. */
export function hasOwnKeys(body: JournalBody): boolean {
  return Object.hasOwn(body, 'hash') || Object.hasOwn(body, 'line') || Object.hasOwn(body, 'prev');
}

function hashOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 32);
}

import { analyse } from 'chardet';
import { fail, ok, type Result } from '../core/result';
import { decodeWindows1252 } from './windows-1252';

export interface Decoded {
  /** The characters of the file; a byte order mark and its line ends are still there. */
  readonly raw: string;
  /** Label of the Encoding Standard: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string;
  /** True if the encoding was concluded from the bytes, so that a person should look the text over. */
  readonly detected: boolean;
}

/** Why bytes are not a text. Each is the end of a message key `storage.text.…`. */
export type Undecodable = 'binary' | 'unknownEncoding' | 'brokenEncoding' | 'replacement';

/** A detection of less certainty (0 to 100), or with so small a lead over another reading, is no detection. */
const CERTAIN = 35;
const LEAD = 5;

/** As many bytes, from a little before the first one that is not ASCII, tell the encoding as well as all would. */
const SAMPLE = 200_000;

/** Characters that no plain text holds: controls but tab, line feed, form feed and carriage return. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** C1 controls: in a text that was decoded by detection they show the wrong encoding. NEL is a line end on mainframes. */
const WRONG = /[\u0080-\u0084\u0086-\u009f\ufffd]/;

/**
 * Bytes to characters: by byte order mark, as strict UTF-8, or by detection; never with replacement characters. What
 * cannot be read with certainty is refused.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded, Undecodable> {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) {
    const raw = decode(bytes, marked);
    return raw === undefined
      ? fail('brokenEncoding')
      : check({ raw, encoding: marked, detected: false });
  }
  const raw = decode(bytes, 'utf-8');
  if (raw !== undefined && !raw.includes('\u001b'))
    return check({ raw, encoding: 'utf-8', detected: false });
  if (bytes.includes(0)) return fail('binary');
  const detected = detect(bytes);
  if (detected === undefined) return fail(raw === undefined ? 'unknownEncoding' : 'binary');
  return check(detected);
}

/** The name a person knows: `UTF-16LE`, `Windows-1252`. */
export function describeEncoding(label: string): string {
  return label.startsWith('windows') ? label.replace('w', 'W') : label.toUpperCase();
}

function check(decoded: Decoded): Result<Decoded, Undecodable> {
  if (BINARY.test(decoded.raw)) return fail('binary');
  if (decoded.raw.includes('\ufffd')) return fail('replacement');
  return ok(decoded);
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function detect(bytes: Uint8Array): Decoded | undefined {
  const readings = new Map<string, { confidence: number; encoding: string }>();
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
  const start = Math.max(0, firstHigh - 1_000);
  for (const { name, confidence } of analyse(bytes.subarray(start, start + SAMPLE))) {
    if (confidence < CERTAIN - LEAD) break;
    const encoding = standardLabel(name);
    if (encoding === undefined || encoding === 'utf-8') continue;
    const raw = decode(bytes, encoding);
    if (raw === undefined || WRONG.test(raw) || BINARY.test(raw)) continue;
    if (!readings.has(raw)) readings.set(raw, { confidence, encoding });
  }
  const [best, second] = readings;
  if (best === undefined) return undefined;
  const [raw, { confidence, encoding }] = best;
  if (confidence < CERTAIN || confidence - (second?.[1].confidence ?? 0) < LEAD) return undefined;
  return { raw, encoding, detected: true };
}

/** The Encoding Standard reads ISO-8859-1 as windows-1252 and ISO-8859-9 as windows-1254, which hold all of them. */
function standardLabel(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    const raw = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return /\p{Surrogate}/u.test(raw) ? undefined : raw;
  } catch {
    return undefined;
  }
}

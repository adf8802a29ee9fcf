type Expected =
  'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** Where a string, number or word ends, or where it goes wrong. */
interface Scan {
  readonly at: number;
  readonly ok: boolean;
}

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a text stops being JSON: the UTF-16 offset of the first character (or number, or word) that cannot stand there;
 * `text.length` when it ends too early. For a text that JSON.parse has refused, whose own message names a place only
 * sometimes and differs between engines.
 */
export function findJsonFault(text: string): number {
  const open: ('{' | '[')[] = [];
  const closed = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  let expected: Expected = 'value';
  let at = skip(BLANKS, text, 0);
  for (; at < text.length; at = skip(BLANKS, text, at)) {
    const character = text[at];
    const isValue: boolean = expected === 'value' || expected === 'value or end';
    if ((character === '{' || character === '[') && isValue) {
      open.push(character);
      expected = character === '{' ? 'key or end' : 'value or end';
      at += 1;
    } else if (character === closerOf(open.at(-1)) && expected.endsWith('or end')) {
      open.pop();
      expected = closed();
      at += 1;
    } else if (character === ',' && expected === 'comma or end') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (character === ':' && expected === 'colon') {
      expected = 'value';
      at += 1;
    } else if (isValue || (character === '"' && expected.startsWith('key'))) {
      const scan = scanScalar(text, at);
      if (!scan.ok) return scan.at;
      expected = isValue ? closed() : 'colon';
      at = scan.at;
    } else {
      return at;
    }
  }
  return text.length;
}

function closerOf(opener: '{' | '[' | undefined): string | undefined {
  if (opener === undefined) return undefined;
  return opener === '{' ? '}' : ']';
}

function scanScalar(text: string, start: number): Scan {
  if (text[start] === '"') return scanString(text, start + 1);
  const at = Math.max(skip(NUMBER, text, start), skip(WORD, text, start));
  return { at, ok: at > start };
}

function scanString(text: string, start: number): Scan {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') return { at: at + 1, ok: true };
    if (character < ' ') return { at, ok: false };
    if (character !== '\\') continue;
    const end = skip(ESCAPE, text, at);
    if (end === at) return { at, ok: false };
    at = end - 1;
  }
  return { at: text.length, ok: false };
}

/** The offset after what `pattern` (sticky) finds at `at`; `at` when it finds nothing. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

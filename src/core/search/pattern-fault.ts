import { RE2JS, RE2JSSyntaxException } from 're2js';
import { createFault, type Fault } from '../result';

/**
 * The sentence for what RE2 found wrong with a pattern, with the place. Throws what is not about the pattern. RE2 says
 * which part is at fault but not where it stands; the place is that of the first part that fails in the same way when
 * the pattern is read from the left.
 */
export function describePatternFault(source: string, error: unknown): Fault {
  if (!(error instanceof RE2JSSyntaxException)) throw error;
  const problem = error.getDescription();
  const part = error.getPattern() ?? source;
  const at = (offset: number) => Array.from(source.slice(0, offset)).length + 1;
  switch (problem) {
    case 'missing closing ]':
      return unclosed('[', ']', at(source.length - part.length));
    case 'missing closing )':
      return unclosed('(', ')', at(lengthOfSoundStart(source)));
    case 'trailing backslash at end of expression':
      return createFault('search.pattern.backslash');
  }
  const place = at(lengthUntilFault(source, problem, part) - part.length);
  switch (problem) {
    case 'unexpected )':
      return createFault('search.pattern.unopened', {
        at: at(lengthUntilFault(source, problem) - 1),
      });
    case 'missing argument to repetition operator':
    case 'invalid nested repetition operator':
      return createFault('search.pattern.nothingToRepeat', { part, at: place });
    case 'invalid repeat count':
      return createFault('search.pattern.repeatCount', { part, at: place });
    case 'invalid escape sequence':
      return createFault('search.pattern.escape', { part, at: place });
    case 'invalid character class range':
      return createFault('search.pattern.characters', { part, at: place });
    case 'invalid named capture':
    case 'invalid or unsupported Perl syntax':
      return createFault('search.pattern.group', { part, at: place });
    default:
      return createFault('search.pattern.other', { part, at: Math.max(1, place) });
  }
}

function unclosed(sign: string, closing: string, at: number): Fault {
  return createFault('search.pattern.unclosed', { sign, closing, at });
}

/** How much of the pattern is a pattern by itself: what comes after is the bracket that is never closed. */
function lengthOfSoundStart(source: string): number {
  let length = source.length - 1;
  while (length > 0 && faultOf(source.slice(0, length)) !== undefined) length -= 1;
  return length;
}

/** How much of the pattern shows the fault already. */
function lengthUntilFault(source: string, problem: string, part?: string): number {
  for (let length = 1; length < source.length; length += 1) {
    const fault = faultOf(source.slice(0, length));
    if (fault?.getDescription() !== problem) continue;
    if (part === undefined || fault.getPattern() === part) return length;
  }
  return source.length;
}

function faultOf(source: string): RE2JSSyntaxException | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return error;
    throw error;
  }
}

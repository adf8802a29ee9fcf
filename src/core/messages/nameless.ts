import { en } from './en/index';

const PLACE = '…';
/** Whatever a sentence asks for, a name, a path or a number, it gets three dots. */
const NOTHING: unknown = new Proxy({}, { get: () => PLACE });

/** The sentence for a key of the catalogue without anything that was put into it; empty for another key. */
export function namelessSentence(key: string): string {
  if (!Object.hasOwn(en, key)) return '';
  const entry = en[key as keyof typeof en] as string | ((params: unknown) => string);
  if (typeof entry === 'string') return entry;
  try {
    return entry(NOTHING);
  } catch {
    // A sentence that makes more of what it gets than words.
    return '';
  }
}

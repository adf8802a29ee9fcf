import { getFileNameLowLevel, type Entry } from 'yauzl';
import type { MessageKey } from '../../core/messages/message';
import { HIDDEN_MARKS } from '../../core/text/label';

export type NameProblem = Extract<MessageKey, `zip.name.${string}`>;

/** General purpose bit 11: the name is UTF-8. */
const UTF8 = 0x800;

/**
 * The name as whoever made the archive read it: UTF-8 where the archive says so, in its flag or in a field of its own;
 * else UTF-8 if it can be, since the archives of a Mac do not say it; else CP437, as the format has it.
 */
export function decodeName(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const isUtf8 = (flags & UTF8) !== 0 || decodeUtf8(fileNameRaw) !== undefined;
  return getFileNameLowLevel(isUtf8 ? flags | UTF8 : flags, fileNameRaw, extraFields, true);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Devices of Windows, with or without an ending, whatever the case. */
const RESERVED = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/** What no file system of today takes for one step of a path, in bytes of UTF-8. */
const LONGEST_STEP = 255;
/** As Linux has it for a whole path. */
const LONGEST = 4_096;

/** Why a file of this name cannot be; undefined when it can. A folder's name ends with `/`. */
export function nameProblem(name: string): NameProblem | undefined {
  if (name.includes('\ufffd')) return 'zip.name.encoding';
  if (HIDDEN_MARKS.test(name)) return 'zip.name.hidden';
  if (name.includes('\\')) return 'zip.name.backslash';
  if (/^\/|^[a-z]:/i.test(name)) return 'zip.name.absolute';
  if (Buffer.byteLength(name) > LONGEST) return 'zip.name.long';
  const steps = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  for (const step of steps) {
    const problem = stepProblem(step);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function stepProblem(step: string): NameProblem | undefined {
  if (step.trim() === '') return 'zip.name.empty';
  if (step === '.' || step === '..') return 'zip.name.outside';
  if (/[. ]$/.test(step)) return 'zip.name.trailing';
  if (RESERVED.test(step)) return 'zip.name.reserved';
  if (Buffer.byteLength(step) > LONGEST_STEP) return 'zip.name.long';
  return undefined;
}

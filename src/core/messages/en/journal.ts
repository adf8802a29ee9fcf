import { count } from './plural';

const asItIs = 'The file was left as it is; Postil goes on in a new one.';

/** The journals in which everything a coder does is kept, line by line. */
export const journal = {
  'journal.file.empty': (p: { file: string }) =>
    `The journal “${p.file}” is empty: what was in it did not arrive here or was lost. Put it back from a copy if you have one. ${asItIs}`,
  'journal.file.zeros': (p: { file: string }) =>
    `The journal “${p.file}” holds nothing but zeros, as after a power cut or an interrupted copy. Put it back from a copy if you have one. ${asItIs}`,
  'journal.file.utf16': (p: { file: string }) =>
    `The journal “${p.file}” was saved in UTF-16 by another program and cannot be read. Put it back from a copy, or save it in UTF-8. ${asItIs}`,
  'journal.file.foreign': (p: { file: string }) =>
    `“${p.file}” is not a journal of Postil, or it is damaged from its first line on. Put it back from a copy if you have one. ${asItIs}`,
  'journal.file.newer': (p: { file: string; version: number; known: number }) =>
    `The journal “${p.file}” was written by a newer Postil (format ${p.version}; this one reads up to ${p.known}). Update Postil and open the project again. Nothing on disk was changed.`,
  'journal.file.otherOwner': (p: { file: string }) =>
    `The journal “${p.file}” belongs to another project, coder or computer. Move it to where it came from. ${asItIs}`,

  'journal.bad.start':
    'It does not begin as a line of a journal does, with a hash, a number and the hash of the line before.',
  'journal.bad.hash': 'It was changed after it was written: its hash does not fit.',
  'journal.bad.notUtf8': 'It is not UTF-8.',
  'journal.bad.json': (p: { problem: string }) => `It is not JSON that Postil reads: ${p.problem}`,
  'journal.bad.long': (p: { max: number }) => `It is longer than ${p.max} MB.`,
  'journal.bad.conflict':
    'It is a conflict marker of git; the lines of both sides are in the project. To be rid of this message, take the lines with markers out in a text editor, and no other.',
  'journal.bad.number': 'Its number does not follow that of the line before.',

  'journal.damage.bad': (p: { file: string; line: number; problem: string }) =>
    `Line ${p.line} of the journal “${p.file}” was skipped. ${p.problem} All other lines were read.`,
  'journal.damage.torn': (p: { file: string; offset: number }) =>
    `The journal “${p.file}” ends in an unfinished line (from byte ${p.offset}): it is still arriving, or writing it was interrupted. All lines before were read.`,
  'journal.damage.unended': (p: { file: string; line: number }) =>
    `Line ${p.line} of the journal “${p.file}” has lost its line end. It is whole and was read.`,
  'journal.damage.gap': (p: { file: string; line: number; missing: number }) =>
    `In the journal “${p.file}”, ${count(p.missing, 'line', 'lines')} before line ${p.line} did not arrive or cannot be read. All lines that are there were read; put the file back from a copy if you have one.`,
  'journal.damage.fork': (p: { file: string; line: number }) =>
    `The journal “${p.file}” goes on in two ways at line ${p.line}: a copy of this computer’s data, or a backup put back, wrote into it as well. Both were read, and there is nothing to do.`,
  'journal.damage.lineEnds': (p: { file: string; n: number }) =>
    `In the journal “${p.file}”, ${count(p.n, 'line ends', 'lines end')} as on Windows: git or an editor changed them. All lines were read. Keep the project’s .gitattributes, so that git leaves them.`,
  'journal.damage.byteOrderMark': (p: { file: string }) =>
    `Another program put a byte order mark before the journal “${p.file}”. All lines were read.`,

  'journal.repaired.cut': (p: { file: string; aside: string }) =>
    `An unfinished line at the end of the journal “${p.file}” was cut off and kept as “${p.aside}”. Nothing that was shown as saved is lost.`,

  'journal.changed': (p: { file: string }) =>
    `The journal “${p.file}” was changed by something else than this Postil: an older copy was put back, or another computer writes into it. It was left as it is; what you do is saved in a new one.`,
  'journal.forked': (p: { file: string }) =>
    `The journal “${p.file}” was written by two computers, or goes on in two ways. It was left as it is; what you do is saved in a new one.`,
  'journal.body': (p: { file: string; problem: string }) =>
    `This change cannot be written to the journal “${p.file}”, because it could not be read again. ${p.problem}`,
} as const;

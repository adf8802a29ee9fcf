import { count } from './plural';

/** Reading .zip archives. An archive that is refused gives nothing, and each sentence says so. */
export const archives = {
  'zip.fault.notZip': (p: { archive: string }) =>
    `“${p.archive}” is not a .zip archive, so nothing was taken from it. Make it again with your system’s own program.`,
  'zip.fault.cut': (p: { archive: string }) =>
    `“${p.archive}” is cut short: its end is missing, so nothing was taken from it. Copy or download it again.`,
  'zip.fault.trailing': (p: { archive: string }) =>
    `“${p.archive}” goes on after its end, so nothing was taken from it. Copy or download it again.`,
  'zip.fault.empty': (p: { archive: string }) =>
    `“${p.archive}” is an empty archive. Put the texts into it and add it again.`,
  'zip.fault.parts': (p: { archive: string }) =>
    `“${p.archive}” is one part of an archive in several, so nothing was taken from it. Unpack all parts together and add the folder.`,
  'zip.fault.damaged': (p: { archive: string }) =>
    `The list of contents of “${p.archive}” is damaged, so nothing was taken from it. Copy or download the archive again.`,
  'zip.fault.contradiction': (p: { archive: string }) =>
    `The list of contents of “${p.archive}” does not fit the archive, so nothing was taken from it. Copy or download the archive again; if it stays so, have it made anew.`,
  'zip.fault.damagedEntry': (p: { archive: string; entry: string }) =>
    `In “${p.archive}”, “${p.entry}” is damaged, so nothing was taken from the archive. Copy or download it again.`,
  'zip.fault.checksum': (p: { archive: string; entry: string }) =>
    `In “${p.archive}”, “${p.entry}” is not what was put in: its checksum differs. Nothing was taken from the archive. Copy or download it again.`,
  'zip.fault.size': (p: { archive: string; entry: string }) =>
    `In “${p.archive}”, “${p.entry}” is larger or smaller than the archive says, so nothing was taken from it. Have the archive made anew by somebody you trust.`,
  'zip.fault.largeArchive': (p: { archive: string; megabytes: number; max: number }) =>
    `“${p.archive}” has ${p.megabytes} MB, and an archive can have at most ${p.max}. Make several smaller ones, or unpack it and add the folder.`,
  'zip.fault.manyEntries': (p: { archive: string; max: number }) =>
    `“${p.archive}” holds more than ${p.max} files and folders, so nothing was taken from it. Make several smaller archives, or unpack it and add the folder.`,
  'zip.fault.largeEntry': (p: { archive: string; entry: string; max: number }) =>
    `In “${p.archive}”, “${p.entry}” becomes larger than ${p.max} MB when it is unpacked, so nothing was taken from the archive. Leave it out, or split it into several files.`,
  'zip.fault.largeTotal': (p: { archive: string; max: number }) =>
    `What is in “${p.archive}” becomes larger than ${p.max} MB when it is unpacked, so nothing was taken from it. Make several smaller archives.`,
  'zip.fault.ratio': (p: { archive: string; entry: string; max: number }) =>
    `In “${p.archive}”, “${p.entry}” becomes more than ${p.max} times as large when it is unpacked, as files made to fill a computer’s memory do. Nothing was taken from the archive. If the file is what it should be, add it by itself.`,
  'zip.fault.overlap': (p: { archive: string; entry: string }) =>
    `In “${p.archive}”, “${p.entry}” shares its place with other contents, as in archives made to fill a computer’s memory. Nothing was taken from it. Have the archive made anew by somebody you trust.`,
  'zip.fault.name': (p: { archive: string; entry: string; problem: string }) =>
    `In “${p.archive}” there is a file or folder called “${p.entry}”: ${p.problem}. Nothing was taken from the archive. Rename it and make the archive anew.`,
  'zip.name.empty': 'that is no name',
  'zip.name.long': 'no name can be that long',
  'zip.name.encoding': 'the name is not in UTF-8, though the archive says so',
  'zip.name.hidden': 'the name has hidden marks in it',
  'zip.name.backslash': 'a name cannot have a backslash in it',
  'zip.name.absolute': 'the name begins at the root or at a drive',
  'zip.name.outside': 'the name leads out of the archive',
  'zip.name.reserved': 'Windows keeps this name for a device',
  'zip.name.trailing': 'a name cannot end with a full stop or a blank',
  'zip.fault.sameName': (p: { archive: string; entry: string; other: string }) =>
    `“${p.archive}” holds “${p.other}” and “${p.entry}”, which many computers take for one name. Nothing was taken from it. Rename one of them and make the archive anew.`,
  'zip.fault.special': (p: { archive: string; entry: string }) =>
    `In “${p.archive}”, “${p.entry}” is a link or another thing that is neither file nor folder. Nothing was taken from the archive. Put the file itself there and make the archive anew.`,
  'zip.fault.encrypted': (p: { archive: string; entry: string }) =>
    `In “${p.archive}”, “${p.entry}” is locked with a password. Nothing was taken from the archive. Unpack it with the password and add the folder.`,
  'zip.fault.locked': (p: { archive: string }) =>
    `“${p.archive}” is locked with a password, so nothing was taken from it. Unpack it with the password and add the folder.`,
  'zip.fault.method': (p: { archive: string; entry: string; method: number }) =>
    `In “${p.archive}”, “${p.entry}” is packed in a way that Postil does not know (method ${p.method}). Nothing was taken from the archive. Make it anew with your system’s own program.`,
  'zip.fault.slow': (p: { archive: string }) =>
    `Reading “${p.archive}” took too long and was stopped; nothing was taken from it. Unpack it and add the folder.`,

  'zip.notice.passedOver': (p: { archive: string; n: number; names: string }) =>
    `Of “${p.archive}”, ${count(p.n, 'file was', 'files were')} not added, since only plain texts (.txt) can be: ${p.names}.`,
  'zip.notice.nested': (p: { archive: string; entry: string }) =>
    `“${p.entry}” in “${p.archive}” is an archive itself and was not opened. Take it out and add it by itself.`,
  'zip.notice.noTexts': (p: { archive: string }) =>
    `There is no text file (.txt) in “${p.archive}”. Choose another archive.`,
} as const;

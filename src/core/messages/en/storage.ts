import { count } from './plural';

/** Reading and writing files. Each sentence says what, where and what to do. */
export const storage = {
  'storage.merge.otherProject': (p: { here: string; there: string; folder: string }) =>
    `“${p.folder}” is another project (“${p.there}”, not “${p.here}”), so nothing was merged. To take over annotations from another project, export them there and import the file here.`,
  'storage.merge.noJournal': (p: { folder: string }) =>
    `The work in “${p.folder}” was written by an older Postil and has no journal yet, so nothing was merged. Open that project once with this Postil, then merge again.`,

  'storage.read.missing': (p: { file: string }) =>
    `“${p.file}” is not there. Check its name, or connect the drive it is on, and try again.`,
  'storage.read.noRights': (p: { file: string }) =>
    `You have no right to read “${p.file}”. Change its permissions, or ask its owner for a copy.`,
  'storage.read.folder': (p: { file: string }) =>
    `“${p.file}” is a folder, and a file was expected. Move the folder away and put the file back from a copy.`,
  'storage.read.failed': (p: { file: string; reason: string }) =>
    `“${p.file}” could not be read (${p.reason}). Check the disk or the connection and try again.`,

  'storage.write.full': (p: { file: string }) =>
    `The disk is full: “${p.file}” could not be saved. Free some space and try again. What was saved before is still there.`,
  'storage.write.noRights': (p: { file: string }) =>
    `You have no right to write “${p.file}”. Change the permissions of the file and of its folder, and try again.`,
  'storage.write.readOnly': (p: { file: string }) =>
    `“${p.file}” is on a disk that can only be read. Copy the folder to another disk and work there.`,
  'storage.write.gone': (p: { file: string }) =>
    `The folder of “${p.file}” is not there. Connect its drive, or put the folder back, and try again.`,
  'storage.write.inTheWay': (p: { file: string }) =>
    `“${p.file}” could not be saved because something else has this name. Move that away and try again.`,
  'storage.write.longName': (p: { file: string }) =>
    `The path “${p.file}” is too long for this system. Use a folder with a shorter path.`,
  'storage.write.failed': (p: { file: string; reason: string }) =>
    `“${p.file}” could not be saved (${p.reason}). Check the disk or the connection and try again.`,
  'storage.write.changed': (p: { file: string }) =>
    `Another program changed “${p.file}” in the meantime, so it was not written over. Export your annotation sets, open the project again and import them.`,

  'storage.file.damaged': (p: { file: string; problem: string }) =>
    `“${p.file}” is damaged. ${p.problem} Nothing on disk was changed; put the file back from a copy.`,
  'storage.file.conflict': (p: { file: string }) =>
    `“${p.file}” holds both sides of a conflict in git. The journals have what was done on either side: Postil writes the file anew from them when it is next saved, or at once with “postil doctor --repair”, and keeps it as it was found in “set-aside”. Commit it then. Should the project not open, take one side of the file in git.`,
  'storage.file.conflictMended': (p: { file: string }) =>
    `“${p.file}” came with both sides of a conflict in git. The journals have what was done on either side: Postil writes the file anew from them, and keeps it as it was found in “set-aside”. In git, add the file and commit it.`,
  'storage.file.notUtf8': (p: { file: string }) =>
    `“${p.file}” is damaged: it is not UTF-8. Nothing on disk was changed; put the file back from a copy.`,
  'storage.file.otherFormat': (p: { file: string; format: string }) =>
    `“${p.file}” is damaged or was not written by Postil: it does not say that it is a “${p.format}”. Nothing on disk was changed; put the file back from a copy.`,
  'storage.file.newer': (p: { file: string; version: number; known: number }) =>
    `“${p.file}” was written by a newer Postil (format ${p.version}; this one reads up to ${p.known}). Update Postil and open it again. Nothing on disk was changed.`,
  'storage.file.twice': (p: { file: string; id: string }) =>
    `“${p.file}” has two entries with the id “${p.id}”. Nothing on disk was changed; put the file back from a copy.`,
  'storage.file.fromJournals': 'The project was opened with what the journals of its coders hold.',
  'storage.file.strange': (p: { file: string; n: number }) =>
    `“${p.file}” was changed outside Postil, or is damaged: ${count(p.n, 'value in it was', 'values in it were')} never entered here. What the journals say counts. The file as it was found is in “set-aside”; what you want of it, enter in Postil.`,
  'storage.set.fromJournals': (p: { n: number }) =>
    p.n === 0
      ? 'The rest of the project was opened; none of this set’s annotations are in a journal.'
      : `The rest of the project was opened, with ${count(p.n, 'annotation', 'annotations')} of this set from the journals.`,
  'storage.set.copy': (p: { file: string; n: number }) =>
    `“${p.file}” is a copy that a sync service made of an annotation set. ${count(p.n, 'annotation', 'annotations')} that only the copy had ${p.n === 1 ? 'was' : 'were'} taken over; the copy was left as it is.`,

  'storage.project.missing': (p: { folder: string }) =>
    `The project folder “${p.folder}” is not there. It may have been moved or renamed: open it at its new place, or connect the drive it is on.`,
  'storage.project.notFolder': (p: { folder: string }) =>
    `“${p.folder}” is a file. A project is a folder: choose the folder that holds project.json.`,
  'storage.project.none': (p: { folder: string }) =>
    `“${p.folder}” is not a Postil project: it holds no project.json. Choose another folder, or make a new project.`,
  'storage.project.halfWritten': (p: { folder: string }) =>
    `The project in “${p.folder}” is incomplete: project.json is missing. If making the project was interrupted, make it again in another folder; otherwise put project.json back from a copy. Nothing was changed.`,
  'storage.project.noCodebook': (p: { folder: string }) =>
    `The project in “${p.folder}” is incomplete: codebook.json is missing. Put it back from a copy and open the project again. Nothing was changed.`,
  'storage.project.textMissing': (p: { title: string; file: string; source: string }) =>
    `The text of “${p.title}” is missing: “${p.file}” is not there. If the folder is still being synced, wait: the text is shown as soon as it is there, with all that was coded on it. Otherwise put it back from a copy; the file as imported is “${p.source}”.`,
  'storage.project.textChanged': (p: { title: string; file: string; source: string }) =>
    `The text of “${p.title}” was changed outside Postil, so its annotations may no longer fit. Put “${p.file}” back from a copy: the text is shown again as soon as it is as it was; the file as imported is “${p.source}”. Nothing was changed.`,
  'storage.project.textDescription': (p: { title: string; file: string }) =>
    `What “${p.file}” says about the text of “${p.title}” (length, excluded regions) does not fit the text. Put project.json back from a copy. Nothing was changed.`,
  'storage.project.readOnly': (p: { folder: string }) =>
    `The project was opened, but nothing can be saved in “${p.folder}”. Copy the project to a folder of your own before you change anything.`,
  'storage.project.strange': (p: { file: string }) =>
    `“${p.file}” does not belong to a coder and a document of this project. It was left as it is and is not shown.`,
  'storage.project.gone': (p: { folder: string }) =>
    `The project folder “${p.folder}” is gone or was emptied. Connect its drive, or put the folder back, and try again.`,
  'storage.project.leftBehind': (p: { n: number; place: string; from: string; to: string }) =>
    `${count(p.n, 'act', 'acts')} in this project, done when it was at “${p.place}”, ${p.n === 1 ? 'is' : 'are'} not in it. If this is the project that was there (moved to another disk, or restored from a backup), copy the “.jsonl” files from “${p.from}” to “${p.to}” (under another name if it is taken) and open it again. If that was a copy you gave up, there is nothing to do.`,
  'storage.set.wrongPlace': (p: { coder: string; document: string }) =>
    `Here only annotations of the coder “${p.coder}” on the document “${p.document}” are expected.`,
  'storage.set.taken': (p: { id: string }) =>
    `The annotation “${p.id}” is also in another set; an id is given once.`,
  'storage.memos.wrongPlace': (p: { coder: string }) =>
    `Here only memos of the coder “${p.coder}” are expected.`,
  'storage.act.large': (p: { name: string }) =>
    `“${p.name}” is too large for one step, so nothing was changed. Do it in several parts, for instance a document at a time.`,
  'storage.save.unexpected': (p: { reason: string }) =>
    `Saving stopped at an error in Postil (${p.reason}). Export your annotation sets to be safe, then try again.`,

  'storage.create.notFolder': (p: { folder: string }) =>
    `“${p.folder}” is a file. Choose another name for the project’s folder.`,
  'storage.create.isProject': (p: { folder: string }) =>
    `“${p.folder}” already holds a project. Open it, or choose an empty folder for the new one.`,
  'storage.create.notEmpty': (p: { folder: string }) =>
    `“${p.folder}” is not empty. Choose an empty folder, or the name of a new one.`,

  'storage.manifest.twice': (p: { file: string; id: string }) =>
    `“${p.file}” gives the id “${p.id}” to two documents. Give each its own.`,
  'storage.manifest.outside': (p: { file: string }) =>
    `“${p.file}” must be the name of a file beside the manifest, without folders.`,
  'storage.manifest.region': (p: { file: string; start: number; end: number; length: number }) =>
    `The excluded region ${p.start}–${p.end} does not fit the text of “${p.file}”, which has ${p.length} characters. Correct the manifest.`,

  'storage.text.notStored': (p: { title: string }) =>
    `The text of “${p.title}” is not in the project folder. Add the file again.`,
  'storage.text.otherKind': (p: { file: string }) =>
    `“${p.file}” was not added: only plain text files (.txt) and .zip archives of them can be. Save it as plain text, in UTF-8, and add that.`,
  'storage.text.noneInFolder': (p: { folder: string }) =>
    `There is no text file (.txt) in “${p.folder}”. Choose another folder.`,
  'storage.text.notFile': (p: { file: string }) =>
    `“${p.file}” was not added: it is not a file. Choose a text file.`,
  'storage.text.large': (p: { file: string; megabytes: number; max: number }) =>
    `“${p.file}” was not added: it has ${p.megabytes} MB, and a text can have at most ${p.max}. Split it into several files.`,
  'storage.text.empty': (p: { file: string }) =>
    `“${p.file}” was not added: the file is empty. Check that it was saved.`,
  'storage.text.blank': (p: { file: string }) =>
    `“${p.file}” was not added: it holds nothing but blanks. Check that it was saved.`,
  'storage.text.binary': (p: { file: string }) =>
    `“${p.file}” was not added: it is not plain text. Save it as plain text, in UTF-8, and add that.`,
  'storage.text.unknownEncoding': (p: { file: string }) =>
    `“${p.file}” was not added: it is not UTF-8, and its encoding could not be told with certainty. Save it in UTF-8 and add it again.`,
  'storage.text.brokenEncoding': (p: { file: string }) =>
    `“${p.file}” was not added: it says that it is UTF-8 or UTF-16 and holds characters that are not. Save it again in UTF-8 and add that.`,
  'storage.text.replacement': (p: { file: string }) =>
    `“${p.file}” was not added: it holds replacement characters (�), so some of its text was lost before. Get it again from its source.`,
  'storage.text.detected': (p: { file: string; encoding: string }) =>
    `“${p.file}” is not UTF-8; it was read as ${p.encoding}. Look it over: if letters are wrong, undo adding it, save the file in UTF-8 and add it again.`,
  'storage.text.converted': (p: { file: string; encoding: string }) =>
    `“${p.file}” is in ${p.encoding}; the project keeps the text in UTF-8, and the file as it was beside it.`,
  'storage.text.byteOrderMark': (p: { file: string }) =>
    `“${p.file}” began with a byte order mark, which is not part of the text and was left out.`,
  'storage.text.lineEnds': (p: { file: string; n: number }) =>
    `In “${p.file}”, ${count(p.n, 'line end', 'line ends')} of another system became plain ones (LF).`,
  'storage.text.known': (p: { file: string; title: string }) =>
    `“${p.file}” was not added: the project has the same text already, as “${p.title}”.`,
  'storage.text.twice': (p: { file: string; other: string }) =>
    `“${p.file}” was not added: it holds the same text as “${p.other}”.`,

  'storage.settings.setAside': (p: { file: string; aside: string }) =>
    `The settings in “${p.file}” could not be used and were set aside as “${p.aside}”. Postil starts with its own settings; your projects are not affected.`,
} as const;

/** The codebook: its page, its files, and what its changes are called in its history. */
export const codebook = {
  'codebook.file.notOurs':
    'This is not a codebook from Postil. Choose a file that was made with Export Codebook.',
  'codebook.file.older': (p: { version: number }) =>
    `This codebook is of format version ${p.version}, from an older Postil. Open its project in this Postil, then export the codebook again.`,
  'codebook.file.missing': (p: { field: string }) =>
    `“${p.field}” is missing. Every entry must have it.`,
  'codebook.file.type': (p: { type: string }) =>
    `There is no attribute of type “${p.type}”. The types are one, several, scale, boolean, number, date, text, actors and list.`,
  'codebook.import.key': (p: { key: string; code: string; owner: string }) =>
    `The key “${p.key}” stays with ${p.owner}; ${p.code} comes without a key.`,
  'codebook.import.name': (p: { name: string; free: string }) =>
    `There is a code “${p.name}” here already; the one from the file is called “${p.free}”.`,
  'codebook.import.reason': (p: { file: string }) => `Imported from ${p.file}.`,
} as const;

import { basename } from 'node:path/posix';
import { createFault, ok, type Fault, type Result } from '../core/result';
import { isArchive, isText, NATURAL } from './find-texts';
import { LARGEST_TEXT, readBoundedFile } from './read-text-file';
import { readZip } from './zip/read-zip';
import { showName } from './zip/shown-name';
import type { ZipLimits } from './zip/zip-limits';

/** A file's name without folders, and its bytes. */
export interface TextFile {
  readonly name: string;
  readonly source: Uint8Array;
}

export interface ArchivedTexts {
  readonly files: readonly TextFile[];
  /** What was passed over, for a person may miss it. */
  readonly notices: readonly Fault[];
}

/** All of it is in memory once, and what is taken once more. */
export const TEXTS_IN_ZIP: ZipLimits = {
  archive: 200_000_000,
  entries: 20_000,
  entry: LARGEST_TEXT,
  total: 200_000_000,
  ratio: 200,
};

/** In milliseconds. The largest archive takes a few seconds. */
const LONGEST = 60_000;

/** As many names are told of what was passed over. */
const TOLD = 5;

/**
 * The .txt files in a .zip archive, in the order in which the folder would give them. What is hidden, or was put there by
 * a system for itself, is passed over in silence, as in a folder.
 */
export async function readZipTexts(
  path: string,
  limits: ZipLimits = TEXTS_IN_ZIP,
): Promise<Result<ArchivedTexts>> {
  const bytes = await readBoundedFile(path, limits.archive, (sizes) =>
    createFault('zip.fault.largeArchive', { archive: path, ...sizes }),
  );
  if (!bytes.ok) return bytes;
  const read = await readZip(bytes.value, {
    archive: path,
    limits,
    wants: (name) => isText(name) && !isHidden(name),
    signal: AbortSignal.timeout(LONGEST),
  });
  if (!read.ok) return read;
  const files = [...read.value.files]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([name, source]) => ({ name: basename(name), source }));
  const passedOver = read.value.passedOver.filter((name) => !isHidden(name)).sort(inOrder);
  return ok({ files, notices: tellPassedOver(path, files.length, passedOver) });
}

function tellPassedOver(archive: string, taken: number, passedOver: readonly string[]): Fault[] {
  const nested = passedOver.filter(isArchive);
  const others = passedOver.filter((name) => !isArchive(name)).map(showName);
  const names = others.slice(0, TOLD).join(', ') + (others.length > TOLD ? ' …' : '');
  return [
    ...nested.map((name) => createFault('zip.notice.nested', { archive, entry: showName(name) })),
    ...(others.length === 0
      ? []
      : [createFault('zip.notice.passedOver', { archive, n: others.length, names })]),
    ...(taken === 0 ? [createFault('zip.notice.noTexts', { archive })] : []),
  ];
}

/** Begins with a full stop, or is the folder in which a Mac keeps what other systems have no place for. */
function isHidden(path: string): boolean {
  return path.split('/').some((step) => step.startsWith('.')) || path.startsWith('__MACOSX/');
}

/** Step by step, as a walk through the folder goes. */
function inOrder(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const depth = left.findIndex((step, i) => step !== right[i]);
  return NATURAL.compare(left[depth] ?? '', right[depth] ?? '');
}

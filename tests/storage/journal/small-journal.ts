import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CoderId, DeviceId, ProjectId } from '../../../src/core/ids';
import { encodeHead, type JournalHead } from '../../../src/storage/journal/journal-head';
import { encodeLine, type JournalBody } from '../../../src/storage/journal/journal-line';
import { openJournal } from '../../../src/storage/journal/open-journal';
import { readJournal } from '../../../src/storage/journal/read-journal';
import type { JournalContent } from '../../../src/storage/journal/scan-journal';
import type { JournalWriter } from '../../../src/storage/journal/journal-writer';
import { placesOf, type ProjectPlaces } from '../../../src/storage/project-folder';
import type { Disk } from '../../../src/storage/disk';
import { temporaryFolder } from '../disk';
import { value } from '../small-project';

export const HEAD: JournalHead = {
  projectId: 'winds' as ProjectId,
  coderId: 'ada' as CoderId,
  deviceId: 'k3f9' as DeviceId,
};

/** The n-th of a row of bodies with letters of one, two, three and four bytes. */
export function act(n: number): JournalBody {
  return { act: n, says: `naïve – 𠮷 ${'x'.repeat(n % 50)}` };
}

export function acts(from: number, to: number): readonly JournalBody[] {
  return Array.from({ length: to - from + 1 }, (_, i) => act(from + i));
}

/** The bytes of each line of a journal with these bodies, the head's first, chained. */
export function lineBytes(
  bodies: readonly JournalBody[],
  head = HEAD,
  after = { line: 1, hash: encodeHead(head).hash },
): readonly Buffer[] {
  let { line, hash } = after;
  const rest = bodies.map((body) => {
    const encoded = encodeLine((line += 1), hash, JSON.stringify(body));
    hash = encoded.hash;
    return encoded.bytes;
  });
  return after.line === 1 ? [encodeHead(head).bytes, ...rest] : rest;
}

/** A project's folder with room for Ada's journals. */
export async function journalPlaces(): Promise<{ places: ProjectPlaces; path: string }> {
  const folder = await temporaryFolder();
  const places = placesOf(folder);
  await mkdir(places.coder(HEAD.coderId), { recursive: true });
  return { places, path: places.journal(HEAD.coderId, HEAD.deviceId) };
}

export async function writeJournal(...parts: readonly Uint8Array[]): Promise<string> {
  const { path } = await journalPlaces();
  await writeFile(path, Buffer.concat(parts));
  return path;
}

export function setAsideOf(path: string): string {
  return join(dirname(dirname(dirname(path))), 'set-aside');
}

export async function openWriter(path: string, disk?: Disk): Promise<JournalWriter> {
  return value(await open(path, disk)).writer;
}

export function open(path: string, disk?: Disk): ReturnType<typeof openJournal> {
  const setAside = setAsideOf(path);
  return openJournal(path, HEAD, disk === undefined ? { setAside } : { setAside, disk });
}

export async function read(path: string): Promise<JournalContent> {
  return value(await readJournal(path));
}

export function numberOf(body: JournalBody): unknown {
  return body['act'];
}

/** Which acts are in it, in order of their lines. */
export function actsIn({ lines }: Pick<JournalContent, 'lines'>): readonly unknown[] {
  return lines.map(({ body }) => numberOf(body));
}

export function kindsIn({ damage }: Pick<JournalContent, 'damage'>): readonly string[] {
  return damage.map(({ kind }) => kind);
}

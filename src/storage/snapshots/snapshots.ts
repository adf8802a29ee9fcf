import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '../../core/project/content-hash';
import type { Project } from '../../core/project/project';
import type { CodedState } from '../../core/report/methods-report';
import { allAnnotations } from '../../core/project/uses';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { unpackProject } from '../backups/backup-format';
import { realDisk, type Disk } from '../disk';
import { ensureFolder } from '../durable-file';
import { exists } from '../file-fault';
import { damaged } from '../file-format';
import { placesOf } from '../project-folder';
import { hashOf, readSealed, readSealedHead, writeSealed } from '../sealed-file';
import { SNAPSHOT, type SnapshotHead, type SnapshotWish } from './snapshot-format';

/*
 * Snapshots of a project, in its folder: states on which agreement was computed, so that it can be computed again. Each is
 * a file of its own, named by what it holds, written once and never changed.
 */

const NAME = /^([0-9a-f]{64})[.]jsonl[.]gz$/u;

/** Writes what `packProject` made, and reads it back. What is there already with the same content stays as it is. */
export async function writeSnapshot(
  folder: string,
  body: string,
  wish: SnapshotWish,
  disk: Disk = realDisk,
): Promise<Result<SnapshotHead>> {
  const unpacked = unpackProject(body);
  if (!unpacked.ok) return unpacked;
  const project = unpacked.value;
  const hash = contentHash(project, hashOf);
  const path = pathOf(folder, hash);
  if (await exists(path)) {
    const known = await readSealed(SNAPSHOT, path);
    // A damaged one is written anew: its name says what it was to hold.
    if (known.ok && known.value.head.contentHash === hash) return ok(known.value.head);
  }
  const made = await ensureFolder(placesOf(folder).snapshots, disk);
  if (!made.ok) return made;
  const head: SnapshotHead = {
    ...wish,
    projectId: project.id,
    title: project.title,
    documents: project.documents.length,
    annotations: allAnnotations(project).length,
    contentHash: hash,
    bodyHash: hashOf(body),
  };
  const written = await writeSealed(SNAPSHOT, path, head, body, disk);
  if (!written.ok) return written;
  const back = await readSealed(SNAPSHOT, path);
  return back.ok ? ok(head) : back;
}

export interface Snapshot {
  readonly head: SnapshotHead;
  readonly project: Project;
}

/** What agreement is computed of, with what it is without. */
export function stateIn({ head, project }: Snapshot): CodedState {
  return {
    project,
    snapshot: head,
    ...(head.withheld && { withheld: head.withheld }),
  };
}

/** Refused unless it holds what was put in. */
export async function readSnapshot(folder: string, hash: string): Promise<Result<Snapshot>> {
  const path = pathOf(folder, hash);
  if (!(await exists(path))) return fail(createFault('snapshots.fault.none', { given: hash }));
  const sealed = await readSealed(SNAPSHOT, path);
  if (!sealed.ok) return sealed;
  const { head, body } = sealed.value;
  const project = unpackProject(body);
  if (!project.ok) return fail(damaged(path, project.fault));
  const isWhole = head.contentHash === hash && contentHash(project.value, hashOf) === hash;
  return isWhole ? ok({ head, project: project.value }) : fail(SNAPSHOT.broken(path));
}

/** What the files say of themselves, the oldest first, and why others cannot be read. A folder without any has none. */
export async function listSnapshots(
  folder: string,
): Promise<{ readonly heads: readonly SnapshotHead[]; readonly faults: readonly Fault[] }> {
  const { snapshots } = placesOf(folder);
  const heads: SnapshotHead[] = [];
  const faults: Fault[] = [];
  for (const name of (await readdir(snapshots).catch(() => [])).sort()) {
    const hash = NAME.exec(name)?.[1];
    if (hash === undefined) continue;
    const path = join(snapshots, name);
    const head = await readSealedHead(SNAPSHOT, path);
    if (!head.ok) faults.push(head.fault);
    else if (head.value.contentHash !== hash) faults.push(SNAPSHOT.broken(path));
    else heads.push(head.value);
  }
  return { heads: heads.sort(oldestFirst), faults };
}

/** The snapshot that a person names: `first`, `latest`, or as many digits of its hash as tell it from others. */
export async function findSnapshot(folder: string, given: string): Promise<Result<Snapshot>> {
  const { heads, faults } = await listSnapshots(folder);
  const found = heads.filter(({ contentHash: hash }) => hash.startsWith(given.toLowerCase()));
  const [only, another] = found;
  const head = given === 'first' ? heads[0] : given === 'latest' ? heads.at(-1) : only;
  if (head === undefined) {
    const [fault] = faults;
    return fail(fault ?? createFault('snapshots.fault.none', { given }));
  }
  const isNamed = given === 'first' || given === 'latest';
  if (!isNamed && another !== undefined) {
    return fail(createFault('snapshots.fault.several', { given, n: found.length }));
  }
  return readSnapshot(folder, head.contentHash);
}

function pathOf(folder: string, hash: string): string {
  return join(placesOf(folder).snapshots, `${hash}.jsonl.gz`);
}

function oldestFirst(a: SnapshotHead, b: SnapshotHead): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.contentHash < b.contentHash ? -1 : 1;
}

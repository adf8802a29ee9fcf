import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoderId, DeviceId, ProjectId } from '../../core/ids';
import type { LedgerImage } from '../../core/journal/ledger';
import type { History } from '../../core/project/history';
import { replaceFile } from '../durable-file';
import { isErrno } from '../file-fault';
import type { JournalPrefix } from './journal-prefix';
import type { JournalPlace } from './list-journals';

/**
 * What all journals of a project came to at some time, kept on this computer so that a start need not replay years of
 * work. It stands for nothing that is not in the journals: it is made of them, counts only while each of them begins with
 * exactly the bytes it was made of, and can be thrown away.
 */
export interface Checkpoint {
  readonly deviceId: DeviceId;
  readonly projectIds: readonly ProjectId[];
  readonly files: readonly (Pick<JournalPrefix, 'head' | 'end' | 'sha256'> & JournalPlace)[];
  readonly history: History;
  readonly adoptions: number;
  /** At which devices each coder did anything. */
  readonly devices: readonly (readonly [CoderId, readonly string[]])[];
  readonly ledger: LedgerImage;
}

/** Raise it when the fold of acts, or what an image holds, becomes another. */
const FORMAT = 'postil-checkpoint 2';

const pathOf = (local: string): string => join(local, 'checkpoint.json');

/** The hash that stands for it; undefined when it could not be written. */
export async function writeCheckpoint(
  local: string,
  checkpoint: Checkpoint,
): Promise<string | undefined> {
  const body = JSON.stringify(checkpoint);
  const hash = hashOf(body);
  const bytes = new TextEncoder().encode(`${FORMAT} ${hash}\n${body}\n`);
  return (await replaceFile(pathOf(local), bytes)).ok ? hash : undefined;
}

/** With the hash that stands for it. */
export async function readCheckpoint(
  local: string,
): Promise<{ readonly hash: string; readonly kept: Checkpoint } | undefined> {
  const text = await readFile(pathOf(local), 'utf8').catch(ignoreErrno);
  const end = text?.indexOf('\n') ?? -1;
  if (text === undefined || end === -1) return undefined;
  const body = text.slice(end + 1, -1);
  const hash = hashOf(body);
  // Ours as it was written, or nothing: what it was made of was parsed then.
  if (text.slice(0, end) !== `${FORMAT} ${hash}`) return undefined;
  return { hash, kept: JSON.parse(body) as Checkpoint };
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function ignoreErrno(error: unknown): undefined {
  if (!isErrno(error)) throw error;
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoderId, DeviceId, ProjectId } from '../../core/ids';
import { Ledger, type LedgerImage } from '../../core/journal/ledger';
import type { History } from '../../core/project/history';
import { replaceFile } from '../durable-file';
import { isErrno } from '../file-fault';
import { inSteps } from '../in-steps';
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

/** All but the ledger, which is read into one. */
export type CheckpointHead = Omit<Checkpoint, 'ledger'>;

/** Raise it when the fold of acts, or what an image holds, becomes another. */
const FORMAT = 'postil-checkpoint 3';

const pathOf = (local: string): string => join(local, 'checkpoint.json');

/** So many records are in one line: reading it takes a few milliseconds, between which others run. */
const IN_ONE_LINE = 500;
const LF = 0x0a;
/** So much is hashed at once, in bytes. */
const PIECE = 4 * 1024 * 1024;

/** The hash that stands for it; undefined when it could not be written. */
export async function writeCheckpoint(
  local: string,
  { ledger, ...head }: Checkpoint,
): Promise<string | undefined> {
  const lines = [Buffer.from(`${JSON.stringify({ ...head, latest: ledger.latest })}\n`)];
  for (const [kind, all] of ledger.records) {
    for (let at = 0; at < all.length; at += IN_ONE_LINE) {
      lines.push(Buffer.from(`${JSON.stringify([kind, all.slice(at, at + IN_ONE_LINE)])}\n`));
    }
  }
  const body = Buffer.concat(lines);
  const hash = await inSteps(hashInSteps(body));
  const bytes = Buffer.concat([Buffer.from(`${FORMAT} ${hash}\n`), body]);
  return (await replaceFile(pathOf(local), bytes)).ok ? hash : undefined;
}

/** With the hash that stands for it. */
export async function readCheckpoint(local: string): Promise<
  | {
      readonly hash: string;
      readonly kept: CheckpointHead;
      /** Of the acts that it stands for. */
      readonly ledger: () => Promise<Ledger>;
    }
  | undefined
> {
  const bytes = await readFile(pathOf(local)).catch(ignoreErrno);
  const start = (bytes?.indexOf(LF) ?? -1) + 1;
  if (bytes === undefined || start === 0) return undefined;
  const body = bytes.subarray(start);
  const hash = await inSteps(hashInSteps(body));
  // Ours as it was written, or nothing: what it was made of was parsed then.
  if (bytes.toString('latin1', 0, start - 1) !== `${FORMAT} ${hash}`) return undefined;
  const end = body.indexOf(LF);
  const { latest, ...kept } = JSON.parse(body.toString('utf8', 0, end)) as CheckpointHead &
    Pick<LedgerImage, 'latest'>;
  return { hash, kept, ledger: () => inSteps(ledgerInSteps(latest, body.subarray(end + 1))) };
}

function* ledgerInSteps(
  latest: LedgerImage['latest'],
  lines: Buffer,
): Generator<undefined, Ledger> {
  const ledger = Ledger.from({ latest, records: [] });
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf(LF, start);
    const line = JSON.parse(lines.toString('utf8', start, end)) as LedgerImage['records'][number];
    ledger.restore(...line);
    start = end + 1;
    yield;
  }
  return ledger;
}

function* hashInSteps(bytes: Buffer): Generator<undefined, string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE));
    yield;
  }
  return hash.digest('hex');
}

function ignoreErrno(error: unknown): undefined {
  if (!isErrno(error)) throw error;
}

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { singleFault, type FaultList } from '../core/codecs/json/fault-list';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import type { ImportRefusal } from '../ipc/contract';
import { reasonOf } from './log';

/** More than a large team's export with all texts; what is longer cannot be one string safely. */
const LARGEST_MEGABYTES = 256;

/** A file that a person chose, as `parse` reads it; `refuse` says what is wrong about it under its name. */
export interface ImportFile<Content> {
  readonly fileName: string;
  readonly content: Content;
  readonly refuse: (faults: FaultList) => Result<never, ImportRefusal>;
}

export async function readImportFile<Content>(
  path: string,
  parse: (text: string) => Result<Content, FaultList>,
): Promise<Result<ImportFile<Content>, ImportRefusal>> {
  const fileName = basename(path);
  const refuse = (list: FaultList): Result<never, ImportRefusal> => fail({ fileName, ...list });
  const text = await readFileText(path);
  if (!text.ok) return refuse(singleFault(text.fault));
  const content = parse(text.value);
  return content.ok ? ok({ fileName, content: content.value, refuse }) : refuse(content.fault);
}

/** Strict UTF-8. */
async function readFileText(path: string): Promise<Result<string>> {
  const file = basename(path);
  try {
    const bytes = await readLimited(path, LARGEST_MEGABYTES * 1_000_000);
    if (bytes === undefined) {
      return fail(createFault('main.fault.importTooLarge', { file, megabytes: LARGEST_MEGABYTES }));
    }
    return decode(bytes, createFault('main.fault.importEncoding', { file }));
  } catch (error) {
    return fail(createFault('main.fault.importRead', { file, problem: reasonOf(error) }));
  }
}

async function readLimited(path: string, bytes: number): Promise<Uint8Array | undefined> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return size > bytes ? undefined : await handle.readFile();
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array, fault: Fault): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail(fault);
  }
}

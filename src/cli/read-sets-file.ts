import { open } from 'node:fs/promises';
import { createFault, fail, ok, type Result } from '../core/result';
import { t } from '../core/messages/message';
import { readFault } from '../storage/file-fault';

/** Largest file that is read, in bytes: V8 holds no string much longer. */
const LARGEST = 400_000_000;

/** What a person calls this file. */
export function nameOfFile(file: string): string {
  return file === '-' ? t('cli.standardInput') : file;
}

/**
 * The text of a file, strict UTF-8; `-` is the standard input. A byte order mark is left out. `otherwise` is what to say
 * when it is not UTF-8: files of annotations come from Postil, those of ratings from a spreadsheet.
 */
export async function readSetsFile(
  file: string,
  otherwise: 'cli.file.encoding' | 'cli.agreement.encoding' = 'cli.file.encoding',
): Promise<Result<string>> {
  const bytes = file === '-' ? await readStandardInput() : await readBytes(file);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(createFault(otherwise, { file: nameOfFile(file) }));
  }
}

async function readBytes(file: string): Promise<Result<Uint8Array>> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      return size > LARGEST ? fail(tooLarge(file)) : ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(readFault(error, file));
  }
}

async function readStandardInput(): Promise<Result<Uint8Array>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return fail(tooLarge(nameOfFile('-')));
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

function tooLarge(file: string): ReturnType<typeof createFault> {
  return createFault('cli.file.large', { file, megabytes: LARGEST / 1_000_000 });
}

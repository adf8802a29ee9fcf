import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Low, type Adapter } from 'lowdb';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { replaceFile } from './durable-file';
import { isErrno, readFault } from './file-fault';
import { parseFile, serializeFile, type FileFormat } from './file-format';

/** Stands for "no file" among the states of a file that we know. */
const NO_FILE = 'no file';

/** lowdb's adapters throw; `JsonFile` turns this back into a value. */
class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.text);
  }
}

/**
 * Our own lowdb adapter, in place of lowdb's: reads strictly (UTF-8, format, version, schema), writes durably, and
 * refuses to write over what is not the state that it read or wrote last. So a damaged file, a newer one and one that
 * another program changed meanwhile all stay as they are. Reading costs one hash, writing one more read.
 */
class DurableAdapter<Data extends object> implements Adapter<Data> {
  #known = new Set([NO_FILE]);

  constructor(
    private readonly path: string,
    private readonly format: FileFormat<Data>,
    private readonly check: (data: Data) => Fault | undefined,
  ) {}

  async read(): Promise<Data | null> {
    const bytes = await this.#readBytes();
    if (bytes === undefined) {
      this.#known = new Set([NO_FILE]);
      return null;
    }
    // Until it is understood it is nothing that may be written over.
    this.#known = new Set();
    const parsed = parseFile(this.format, this.#decode(bytes), this.path);
    if (!parsed.ok) throw new FaultError(parsed.fault);
    const fault = this.check(parsed.value);
    if (fault !== undefined) throw new FaultError(fault);
    this.#known = new Set([fingerprint(bytes)]);
    return parsed.value;
  }

  async write(data: Data): Promise<void> {
    const bytes = new TextEncoder().encode(serializeFile(this.format, data));
    const before = await this.#readBytes();
    if (before !== undefined && !this.#known.has(fingerprint(before))) {
      throw new FaultError(createFault('storage.write.changed', { file: this.path }));
    }
    const next = fingerprint(bytes);
    // A write that fails late may have put the new file in place: then both states are ours.
    this.#known.add(next);
    const written = await replaceFile(this.path, bytes);
    if (!written.ok) throw new FaultError(written.fault);
    this.#known = new Set([next]);
  }

  async #readBytes(): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.path);
    } catch (error) {
      if (isErrno(error) && error.code === 'ENOENT') return undefined;
      throw new FaultError(readFault(error, this.path));
    }
  }

  #decode(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new FaultError(createFault('storage.file.notUtf8', { file: this.path }));
    }
  }
}

/** One JSON file of ours. Only one `JsonFile` may be in use for a path. */
export class JsonFile<Data extends object> {
  readonly #low: Low<Data | null>;

  /**
   * `initial` is the data of a file that is not there; without it, a missing file is a fault. `check` finds what the
   * schema cannot.
   */
  constructor(
    readonly path: string,
    format: FileFormat<Data>,
    private readonly initial?: Data,
    check: (data: Data) => Fault | undefined = () => undefined,
  ) {
    this.#low = new Low<Data | null>(
      new DurableAdapter<Data>(path, format, check) as Adapter<Data | null>,
      null,
    );
  }

  async read(): Promise<Result<Data>> {
    return attempt(async () => {
      this.#low.data = null;
      const data = (await this.#readThrough()) ?? this.initial;
      if (data === undefined)
        throw new FaultError(createFault('storage.read.missing', { file: this.path }));
      return data;
    });
  }

  /** Resolves with ok when a power cut can no longer undo it. A file that holds something unknown is not written over. */
  async write(data: Data): Promise<Result<undefined>> {
    return attempt(async () => {
      this.#low.data = data;
      await this.#low.write();
      return undefined;
    });
  }

  async #readThrough(): Promise<Data | null> {
    await this.#low.read();
    return this.#low.data;
  }
}

async function attempt<Value>(act: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await act());
  } catch (error) {
    if (error instanceof FaultError) return fail(error.fault);
    throw error;
  }
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

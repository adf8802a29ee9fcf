import { crc32, deflateRawSync } from 'node:zlib';

/** What a header says of an entry. Each can be a lie. */
interface Said {
  readonly name: string | Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly extra: Uint8Array;
}

export interface ZipInput {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** 8 packs the data, any other number keeps it. */
  readonly method?: number;
  readonly flags?: number;
  /** Put there instead of the packed data. */
  readonly packed?: Uint8Array;
  /** Mode of Unix in the upper half, attributes of DOS in the lower. */
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  /** What only the entry's own header says. */
  readonly local?: Partial<Said>;
  /** What only the list of contents says. */
  readonly central?: Partial<Said & { readonly header: number }>;
}

interface EndInput {
  readonly comment?: string;
  readonly disk?: number;
  readonly entries?: number;
  readonly length?: number;
  readonly start?: number;
  /** Adds the 64-bit records; what they say can be a lie too. */
  readonly zip64?: {
    readonly entries?: number;
    readonly length?: number;
    readonly start?: number;
    readonly end?: number;
  };
}

const ALL16 = 0xffff;
const ALL32 = 0xffffffff;
const UTF8 = 0x800;
const NOTHING = new Uint8Array();

/** A .zip archive of these entries, in their order, which lies where it is told to. */
export function makeZip(inputs: readonly ZipInput[], end: EndInput = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const input of inputs) {
    const data = toBytes(input.data ?? '');
    const method = input.method ?? 0;
    const packed = Buffer.from(input.packed ?? (method === 8 ? deflateRawSync(data) : data));
    const said: Said = {
      name: input.name,
      flags: input.flags ?? (typeof input.name === 'string' ? UTF8 : 0),
      method,
      checksum: crc32(data),
      packed: packed.length,
      size: data.length,
      extra: input.extra ?? NOTHING,
    };
    const local = localHeader({ ...said, ...input.local });
    const { header = at, ...central } = input.central ?? {};
    directory.push(centralHeader({ ...said, ...central }, input.attributes ?? 0, header));
    pieces.push(local, packed);
    at += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...pieces, list, endRecords(inputs.length, list.length, at, end)]);
}

/** Extra field for 64-bit numbers. */
export function zip64Extra(...numbers: readonly bigint[]): Buffer {
  const bytes = Buffer.alloc(4 + 8 * numbers.length);
  bytes.writeUInt16LE(0x0001, 0);
  bytes.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((number, i) => bytes.writeBigUInt64LE(number, 4 + 8 * i));
  return bytes;
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data) : data;
}

function sayings(said: Said): Buffer {
  const bytes = Buffer.alloc(26);
  const name = toBytes(said.name);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(said.flags, 2);
  bytes.writeUInt16LE(said.method, 4);
  // Noon on 1 January 2000.
  bytes.writeUInt16LE(0x6000, 6);
  bytes.writeUInt16LE(0x2821, 8);
  bytes.writeUInt32LE(said.checksum, 10);
  bytes.writeUInt32LE(said.packed, 14);
  bytes.writeUInt32LE(said.size, 18);
  bytes.writeUInt16LE(name.length, 22);
  bytes.writeUInt16LE(said.extra.length, 24);
  return bytes;
}

function localHeader(said: Said): Buffer {
  return Buffer.concat([
    Buffer.from('PK\u0003\u0004'),
    sayings(said),
    toBytes(said.name),
    said.extra,
  ]);
}

function centralHeader(said: Said, attributes: number, header: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(attributes >>> 0, 6);
  rest.writeUInt32LE(header, 10);
  // Made by version 2.0 on Unix.
  const begin = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 3]);
  return Buffer.concat([begin, sayings(said), rest, toBytes(said.name), said.extra]);
}

function endRecords(count: number, length: number, start: number, end: EndInput): Buffer {
  const { zip64, comment = '' } = end;
  const old = Buffer.alloc(22);
  old.write('PK\u0005\u0006', 0, 'latin1');
  old.writeUInt16LE(end.disk ?? 0, 4);
  const entries = end.entries ?? (zip64 ? ALL16 : count);
  old.writeUInt16LE(entries, 8);
  old.writeUInt16LE(entries, 10);
  old.writeUInt32LE(end.length ?? (zip64 ? ALL32 : length), 12);
  old.writeUInt32LE(end.start ?? (zip64 ? ALL32 : start), 16);
  old.writeUInt16LE(comment.length, 20);
  const last = Buffer.concat([old, Buffer.from(comment, 'latin1')]);
  if (zip64 === undefined) return last;
  const long = Buffer.alloc(56);
  long.write('PK\u0006\u0006', 0, 'latin1');
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE(45, 12);
  long.writeUInt16LE(45, 14);
  for (const at of [24, 32]) long.writeBigUInt64LE(BigInt(zip64.entries ?? count), at);
  long.writeBigUInt64LE(BigInt(zip64.length ?? length), 40);
  long.writeBigUInt64LE(BigInt(zip64.start ?? start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(zip64.end ?? start + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([long, locator, last]);
}

import * as fs from 'node:fs/promises';

/** The calls of the file system that durable writing needs, so that a test can make each of them fail. */
export type Disk = Pick<
  typeof fs,
  'link' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'stat' | 'unlink'
>;

export const realDisk: Disk = fs;

import { access } from 'node:fs/promises';
import { createFault, type Fault } from '../core/result';

/** An error of the file system, told by its code. */
export type Errno = Error & { readonly code: string };

export function isErrno(error: unknown): error is Errno {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Why `file` could not be read. Anything but an error of the file system is a bug and is thrown on. */
export function readFault(error: unknown, file: string): Fault {
  if (!isErrno(error)) throw error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return createFault('storage.read.missing', { file });
    case 'EACCES':
    case 'EPERM':
      return createFault('storage.read.noRights', { file });
    case 'EISDIR':
      return createFault('storage.read.folder', { file });
    default:
      return createFault('storage.read.failed', { file, reason: error.code });
  }
}

/** Why `file` could not be written. Anything but an error of the file system is a bug and is thrown on. */
export function writeFault(error: unknown, file: string): Fault {
  if (!isErrno(error)) throw error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return createFault('storage.write.full', { file });
    case 'EACCES':
    case 'EPERM':
      return createFault('storage.write.noRights', { file });
    case 'EROFS':
      return createFault('storage.write.readOnly', { file });
    case 'ENOENT':
    case 'ENOTDIR':
      return createFault('storage.write.gone', { file });
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
      return createFault('storage.write.inTheWay', { file });
    case 'ENAMETOOLONG':
      return createFault('storage.write.longName', { file });
    default:
      return createFault('storage.write.failed', { file, reason: error.code });
  }
}

/** True unless the system says that nothing is there: a file that may not be looked at exists. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    return !(isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR'));
  }
}

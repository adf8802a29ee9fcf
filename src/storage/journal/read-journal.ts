import { fail, type Result } from '../../core/result';
import { realDisk, type Disk } from '../disk';
import { readFault } from '../file-fault';
import { NO_LINES } from './journal-line';
import { scanInSteps, type JournalContent } from './scan-journal';

/** Reads a journal, one's own or another's, and changes nothing. */
export async function readJournal(
  path: string,
  disk: Disk = realDisk,
  known = NO_LINES,
): Promise<Result<JournalContent>> {
  try {
    return await scanInSteps(await disk.readFile(path), path, known);
  } catch (error) {
    return fail(readFault(error, path));
  }
}

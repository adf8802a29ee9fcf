import { t } from '../../messages/message';
import { floorGrapheme } from '../../text/grapheme';
import { LONGEST_NAME } from '../../text/label';

/** Room for a blank and a number in brackets, in code units. */
const ROOM = 10;

/** The name, or with the first number from 2 that makes it free: `Japan (2)`. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const longest = Math.min(name.length, LONGEST_NAME - ROOM);
  const short = name.slice(0, floorGrapheme(name, longest));
  let free = name;
  for (let n = 2; isTaken(free); n += 1) free = t('transfer.again', { name: short, n });
  return free;
}

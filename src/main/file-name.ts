import { floorGrapheme } from '../core/text/grapheme';

/** In code units. At up to three bytes each it leaves room for an ending in the 255 bytes of a file system. */
const LONGEST = 60;

/** What separates folders or is kept for devices, what cannot be seen, and what turns the direction of a name. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** A name that every file system takes, from a title. */
export function toFileName(title: string): string {
  const plain = title.replace(UNFIT, ' ').replace(/\s+/gu, ' ').trim();
  const short = plain.length <= LONGEST ? plain : plain.slice(0, floorGrapheme(plain, LONGEST));
  return short.replace(/^[. ]+|[. ]+$/g, '') || 'Postil';
}

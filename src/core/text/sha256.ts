import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. The text must hold no lone surrogate. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

import { randomInt } from 'node:crypto';
import type { DeviceId } from '../core/ids';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A new id for one Postil at one computer; of 32^12 nobody draws the same twice. */
export function createDeviceId(): DeviceId {
  return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('') as DeviceId;
}

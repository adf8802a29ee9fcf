import type { Timestamp } from '../core/ids';

export function now(): Timestamp {
  return new Date().toISOString() as Timestamp;
}

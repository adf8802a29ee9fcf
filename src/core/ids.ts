declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type ProjectId = Id<'project'>;
export type DocumentId = Id<'document'>;
export type CoderId = Id<'coder'>;
export type CodeId = Id<'code'>;
export type AnnotationId = Id<'annotation'>;
export type RelationId = Id<'relation'>;
export type ActorId = Id<'actor'>;
export type MemoId = Id<'memo'>;
export type VerdictId = Id<'verdict'>;
export type TeamActId = Id<'team-act'>;
/** One installation of Postil, which alone writes the journals that carry its id. */
export type DeviceId = Id<'device'>;

/** ISO 8601, UTC, to the millisecond: `2000-10-15T09:30:00.000Z`. */
export type Timestamp = Id<'timestamp'>;

/**
 * Ids become file names, CSS classes and object keys. So: 1 to 64 of a-z, 0-9 and hyphen, not starting with a hyphen.
 * Upper case is left out because two ids must not meet on a disk that ignores case.
 */
const SAFE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Names that Windows keeps for devices, and keys that no JSON of ours may hold. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|constructor|prototype)$/;

export function isSafeId(text: string): boolean {
  return SAFE_ID.test(text) && !RESERVED.test(text);
}

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Of a day that every month has: nothing else has to be asked. */
const SURE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export function isTimestamp(text: string): text is Timestamp {
  if (SURE.test(text)) return true;
  const time = TIMESTAMP.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse takes 30 February for 1 March; a time that is one comes back as it was.
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

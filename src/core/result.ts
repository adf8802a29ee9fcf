import { t, type MessageKey, type MessageParams } from './messages/message';

/**
 * An expected failure, ready to be shown: what is wrong, where, and what to do about it.
 * `where` is a path into the data at fault (`annotations[3].spans[0].quote`), a file or a line; absent when the text says it all.
 */
export interface Fault {
  readonly code: MessageKey;
  readonly text: string;
  readonly where?: string;
}

/** Expected failures are values; bugs throw. */
export type Result<Value, Failure = Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Failure };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Failure>(fault: Failure): { readonly ok: false; readonly fault: Failure } {
  return { ok: false, fault };
}

/** A fault with its sentence taken from the message catalogue. */
export function createFault<Key extends MessageKey>(
  code: Key,
  ...params: MessageParams<Key>
): Fault {
  return { code, text: t(code, ...params) };
}

/** The same fault, said to be at `where`. */
export function withPlace(fault: Fault, where: string): Fault {
  return { ...fault, where };
}

/** One line for a terminal or a list: the place, when there is one, and the sentence. */
export function describeFault(fault: Fault): string {
  return fault.where === undefined ? fault.text : `${fault.where}: ${fault.text}`;
}

/** Ends every switch over a union: a case that was forgotten does not compile, and throws if it comes from outside. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}

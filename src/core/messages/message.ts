import { en } from './en/index';

/**
 * Every string a person reads goes through this catalogue. English is the first language; another one is another object
 * of the same type, and a key that it lacks does not compile.
 */
export type Catalogue = typeof en;
export type MessageKey = keyof Catalogue;

/** The parameters of a message: none for a plain string. */
export type MessageParams<Key extends MessageKey> = Catalogue[Key] extends (
  params: infer Params,
) => string
  ? [params: Params]
  : [];

/** The sentence for `key`. */
export function t<Key extends MessageKey>(key: Key, ...params: MessageParams<Key>): string {
  const entry = en[key] as string | ((params: unknown) => string);
  return typeof entry === 'string' ? entry : entry(params[0]);
}

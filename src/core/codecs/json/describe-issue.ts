import type { z } from 'zod';
import { t } from '../../messages/message';

type Kind = 'list' | 'object' | 'word' | 'number' | 'truth' | 'null';

/** What is wrong with `data` at one place, for a person who wrote the file by hand or by a script. Without a full stop. */
export function describeIssue(issue: z.core.$ZodIssue, data: unknown): string {
  const found = issue.path.reduce<unknown>(valueAt, data);
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) {
        return t('agreement.file.missing', { name: String(issue.path.at(-1)) });
      }
      if (issue.expected === 'int')
        return t('agreement.file.notInteger', { given: JSON.stringify(found) });
      if (found === Infinity || found === -Infinity) return t('agreement.file.notHeld');
      return t('agreement.file.kind', {
        found: t(`agreement.file.kind.${kindOf(found)}`),
        expected: expectedKind(issue.expected),
      });
    case 'invalid_value': {
      const words = issue.values.map(String).join(', ');
      const name = String(issue.path.at(-1));
      if (found === undefined) return t('agreement.file.missingOneOf', { name, words });
      return t('agreement.file.noneOf', { given: JSON.stringify(found), words });
    }
    case 'too_small':
      return t('agreement.file.tooSmall', { given: String(found), least: Number(issue.minimum) });
    case 'too_big':
      return t('agreement.file.tooBig', { given: String(found), most: Number(issue.maximum) });
    default:
      return issue.message;
  }
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
    : undefined;
}

function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'null';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'truth' : 'word';
}

/** What zod expects, as it names it. */
function expectedKind(expected: string): string {
  if (expected === 'array') return t('agreement.file.kind.list');
  if (expected === 'object' || expected === 'record') return t('agreement.file.kind.object');
  return t(expected === 'number' ? 'agreement.file.kind.number' : 'agreement.file.kind.word');
}

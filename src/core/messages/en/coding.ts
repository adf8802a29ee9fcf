import { count } from './plural';

/** Attributes: the bar that asks for them, the inspector, the list and its filter. */
export const coding = {
  'coding.yes': 'Yes',
  'coding.no': 'No',

  'coding.create': (p: { name: string }) => `Create “${p.name}”`,
  'coding.createAs': (p: { kind: string }) => `… as ${p.kind}`,
  'coding.none': 'Nothing is called that.',
  'coding.empty': 'Nothing to pick from yet.',
  'coding.remove': (p: { name: string }) => `Remove ${p.name}`,
  'coding.pick': 'Type to find',
  'coding.pickOrCreate': 'Type to find or create',
  'coding.number': 'A number',
  'coding.date': '2000, 2000-10 or 2000-10-15',
  'coding.text': 'Some words',
  'coding.numberWrong': 'Write a number, such as 12 or 3.5.',
  'coding.dateWrong': 'Write the date as 2000, 2000-10 or 2000-10-15.',
  'coding.offers': (p: { name: string }) => `Values of ${p.name}`,

  'coding.bar': (p: { code: string }) => `Attributes of ${p.code}`,
  'coding.bar.optional': 'optional',
  'coding.bar.set': 'set',
  'coding.bar.missing': 'missing',
  'coding.bar.pick': 'pick',
  'coding.bar.more': 'one more',
  'coding.bar.take': 'take',
  'coding.bar.next': 'next',
  'coding.bar.back': 'back',
  'coding.bar.later': 'later',
  'coding.bar.step': (p: { name: string; n: number; of: number }) =>
    `${p.name}, ${String(p.n)} of ${String(p.of)}`,
  'coding.bar.done': (p: { code: string }) => `${p.code} is complete`,
  'coding.bar.left': (p: { code: string; n: number }) =>
    `${p.code} is left incomplete: ${count(p.n, 'attribute', 'attributes')} missing`,
  'coding.bar.nothing': (p: { code: string }) => `${p.code} has no attributes.`,
} as const;

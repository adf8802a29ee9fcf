import { z } from 'zod';
import { LEVELS, type Level, type Value } from '../../agreement/rating-table';
import { t } from '../../messages/message';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../../result';
import { findDoubledKey } from '../../text/doubled-key';
import { formatPath, parseJsonText } from '../../text/json';
import { findJsonFault } from '../../text/json-fault';
import { describeIssue } from '../json/describe-issue';
import { createFaultCollector, singleFault, type FaultList } from '../json/fault-list';
import { wordsForMissing } from './look-alikes';
import type { RatingsFile } from './ratings-file';
import { isOfUsualSize, readDeclared, readNumber } from './read-rating';

const givenSchema = z.union([z.string(), z.number(), z.boolean()], {
  error: () => t('agreement.file.noRating'),
});
const ratingSchema = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: () => t('agreement.file.noRating'),
});
const fileSchema = z.looseObject({
  level: z.enum(LEVELS as [Level, ...Level[]]),
  ratings: z.array(z.array(ratingSchema)),
  categories: z.array(givenSchema).optional(),
});

const KNOWN = new Set(['level', 'ratings', 'categories']);

/** What Python, R and JavaScript write where there is no value; none of it is JSON. */
const NO_VALUE = /^(nan|none|na|undefined)\b/iu;

/** `{ "level", "ratings": [[a value a coder, null where missing], a row a unit], "categories"? }`. */
export function parseRatingsJson(text: string): Result<RatingsFile, FaultList> {
  const data = parseJsonText(text);
  if (!data.ok) return fail(singleFault(withWordForMissing(text, data.fault)));
  const doubled = findDoubledKey(text);
  if (doubled !== undefined) {
    return fail(singleFault(withPlace(createFault('agreement.file.doubledKey'), doubled)));
  }
  const parsed = fileSchema.safeParse(data.value);
  const faults = createFaultCollector();
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      faults.add(
        createFault('agreement.file.schema', { problem: describeIssue(issue, data.value) }),
        formatPath(issue.path),
      );
    }
    return fail(faults.list() ?? singleFault(createFault('agreement.file.noRatings')));
  }
  const { level, ratings, categories: declared = [] } = parsed.data;
  const isOfNumbers =
    level !== 'nominal' &&
    (level !== 'ordinal' || declared.every((one) => typeof one === 'number'));
  const categories = declared.map((one, index): Value => {
    if (!isOfNumbers) return String(one).normalize('NFC');
    const number = readDeclared(one, level, '');
    if (!number.ok) faults.add(number.fault, `categories[${index}]`);
    return number.ok ? number.value : NaN;
  });
  const undeclarable = faults.list();
  if (undeclarable !== undefined) return fail(undeclarable);
  const known = new Set(categories);
  const coders = ratings[0]?.length ?? 0;
  if (ratings.length === 0) return fail(singleFault(createFault('agreement.file.noRatings')));
  const rows = ratings.map((row, unit) => {
    if (row.length !== coders) {
      const sizes = { found: row.length, expected: coders };
      faults.add(createFault('agreement.file.raggedRow', sizes), `ratings[${unit}]`);
    }
    return row.map((given, coder): Value | undefined => {
      if (given === null) return undefined;
      const value = isOfNumbers ? given : String(given).normalize('NFC');
      if (typeof value === 'boolean' || (isOfNumbers && typeof value !== 'number')) {
        const isQuoted = readNumber(String(given), '') !== undefined;
        const code = isQuoted ? 'agreement.file.quotedNumber' : 'agreement.file.notNumber';
        const fault = createFault(code, { cell: String(given), level });
        faults.add(fault, `ratings[${unit}][${coder}]`);
        return undefined;
      }
      if (typeof value === 'number' && !isOfUsualSize(value)) {
        const fault = createFault('agreement.file.size', { cell: String(given) });
        faults.add(fault, `ratings[${unit}][${coder}]`);
      }
      if (known.size > 0 && !known.has(value)) {
        const words = { cell: String(given), categories: categories.join(', ') };
        faults.add(createFault('agreement.file.notCategory', words), `ratings[${unit}][${coder}]`);
      }
      return value;
    });
  });
  const list = faults.list();
  if (list !== undefined) return fail(list);
  if (coders < 2) return fail(singleFault(createFault('agreement.file.oneCoder')));
  const unknown = Object.keys(parsed.data).filter((key) => !KNOWN.has(key));
  const notes = [
    ...unknown.map((key) => t('agreement.note.unknownKey', { key })),
    ...(declared.length === 0 ? wordsForMissing(rows) : []).map((word) =>
      t('agreement.note.looksMissingJson', { word }),
    ),
  ];
  return ok({ level, rows, categories, notes });
}

/** Why the text is not JSON: another program's word for a missing rating is told from a file that was cut short. */
function withWordForMissing(text: string, fault: Fault): Fault {
  const [word] = NO_VALUE.exec(text.slice(findJsonFault(text))) ?? [];
  if (word === undefined || fault.where === undefined) return fault;
  return withPlace(createFault('agreement.file.noValue', { word }), fault.where);
}

import { z } from 'zod';
import { createContinuum, type Continuum, type Unit } from '../../agreement/continuum';
import type { GammaRequest } from '../../agreement/gamma/gamma';
import { t } from '../../messages/message';
import { createFault, fail, ok, withPlace, type Result } from '../../result';
import { findDoubledKey } from '../../text/doubled-key';
import { formatPath, parseJsonText } from '../../text/json';
import { describeIssue } from '../json/describe-issue';
import { createFaultCollector, singleFault, type FaultList } from '../json/fault-list';

/** What is read from a file of stretches on one text. */
export interface ContinuumFile {
  readonly continuum: Continuum;
  /** Names of the coders, in the order of the continuum. */
  readonly coders: readonly string[];
  /** What the file says about gamma. */
  readonly gamma: Partial<GammaRequest>;
  readonly notes: readonly string[];
}

/** More samples than anybody waits for. */
export const MOST_SAMPLES = 100_000;
export const LARGEST_SEED = 2 ** 32 - 1;

const weightSchema = z.number().min(0).max(1_000);
const placeSchema = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const codeSchema = z.union([z.string(), z.number()], { error: () => t('agreement.file.noName') });
const fileSchema = z.looseObject({
  length: placeSchema.refine((length) => length > 0, { error: () => t('agreement.file.noLength') }),
  begin: placeSchema.optional(),
  coders: z.record(
    z.string(),
    z.array(
      z.looseObject({
        start: placeSchema,
        end: placeSchema,
        code: codeSchema,
      }),
    ),
  ),
  seed: z.int().min(0).max(LARGEST_SEED).optional(),
  samples: z.int().min(1).max(MOST_SAMPLES).optional(),
  alpha: weightSchema.optional(),
  beta: weightSchema.optional(),
  deltaEmpty: z.number().positive().max(1_000).optional(),
});

const KNOWN = new Set(Object.keys(fileSchema.shape));

/**
 * `{ "length", "coders": { "a": [{ "start", "end", "code" }] }, "seed"?, "samples"? }`, and `begin` (where the text
 * begins, 0 by default) and the weights of gamma. Every unit at fault is told by its path.
 */
export function parseContinuum(text: string): Result<ContinuumFile, FaultList> {
  const data = parseJsonText(text);
  if (!data.ok) return fail(singleFault(data.fault));
  const doubled = findDoubledKey(text);
  if (doubled !== undefined) {
    return fail(singleFault(withPlace(createFault('agreement.file.doubledKey'), doubled)));
  }
  const parsed = fileSchema.safeParse(data.value);
  const faults = createFaultCollector();
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const fault = createFault('agreement.file.schema', {
        problem: describeIssue(issue, data.value),
      });
      faults.add(fault, formatPath(issue.path));
    }
    return fail(faults.list() ?? singleFault(createFault('agreement.file.oneCoderOfStretches')));
  }
  const { length, begin = 0, coders, ...rest } = parsed.data;
  const names = Object.keys(coders);
  const units = names.map((name) =>
    (coders[name] ?? []).map(({ start, end, code }, index): Unit => {
      const where = formatPath(['coders', name, index]);
      if (end <= start) faults.add(createFault('agreement.file.emptyUnit', { start, end }), where);
      else if (start < begin || end > begin + length) {
        const bounds = { start, end, begin, last: begin + length };
        faults.add(createFault('agreement.file.unitOutside', bounds), where);
      }
      return { start, end, code: String(code).normalize('NFC') };
    }),
  );
  const list = faults.list();
  if (list !== undefined) return fail(list);
  if (names.length < 2) return fail(singleFault(createFault('agreement.file.oneCoderOfStretches')));
  const unknown = Object.keys(parsed.data).filter((key) => !KNOWN.has(key));
  return ok({
    continuum: createContinuum(length, units, begin),
    coders: names,
    gamma: {
      ...(rest.seed !== undefined && { seed: rest.seed }),
      ...(rest.samples !== undefined && { samples: rest.samples }),
      ...(rest.alpha !== undefined && { alpha: rest.alpha }),
      ...(rest.beta !== undefined && { beta: rest.beta }),
      ...(rest.deltaEmpty !== undefined && { deltaEmpty: rest.deltaEmpty }),
    },
    notes: unknown.map((key) => t('agreement.note.unknownKey', { key })),
  });
}

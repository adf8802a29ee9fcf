import type { z } from 'zod';
import { t } from '../../messages/message';
import { deepest } from '../../project/parse-with';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../../result';
import { formatPath, parseJsonText } from '../../text/json';
import { checkFile } from './check-file';
import { createFaultCollector, singleFault, type FaultList } from './fault-list';
import { FORMAT, FORMAT_VERSION, type AnnotationSetsFile } from './format';
import { migrateSets } from './migrate-sets';
import { annotationSetsSchema } from './schema';

/**
 * Untrusted text (decoded from strict UTF-8, without a byte order mark) to a file that is consistent in itself; else
 * every fault with its place. Where the file holds a text, its quotes and offsets are checked against it;
 * `planImport` does the same against the project's texts.
 */
export function parseAnnotationSets(text: string): Result<AnnotationSetsFile, FaultList> {
  const data = parseJsonText(text);
  if (!data.ok) return fail(singleFault(data.fault));
  const stranger = checkHeader(data.value);
  if (stranger !== undefined) return fail(singleFault(stranger));
  const parsed = annotationSetsSchema.safeParse(migrateSets(data.value));
  if (!parsed.success) return fail(listIssues(parsed.error));
  const faults = checkFile(parsed.data);
  return faults === undefined ? ok(parsed.data) : fail(faults);
}

/** Ours, and of a version that we read? Asked before the shape, so that the answer is not a list of missing fields. */
function checkHeader(data: unknown): Fault | undefined {
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== FORMAT) {
    return createFault('transfer.notOurs');
  }
  const version = 'formatVersion' in data ? data.formatVersion : undefined;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    return withPlace(createFault('transfer.version'), 'formatVersion');
  }
  if (version > FORMAT_VERSION) {
    return withPlace(
      createFault('transfer.newer', { version, known: FORMAT_VERSION }),
      'formatVersion',
    );
  }
  return undefined;
}

function listIssues(error: z.ZodError): FaultList {
  const faults = createFaultCollector();
  for (const given of error.issues) {
    const issue = deepest(given) ?? given;
    faults.add(createFault('fault.schema', { problem: problemOf(issue) }), formatPath(issue.path));
  }
  return faults.list() ?? { faults: [], total: 0 };
}

/** For a union that is told apart by a word, the words it knows; zod only says that none fits. */
function problemOf(issue: z.core.$ZodIssue): string {
  const words = issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
  return words.length === 0 ? issue.message : t('transfer.oneOf', { words: words.join(', ') });
}

import { z } from 'zod';
import { findCodebookFaults } from '../../codebook/check-codebook';
import type { Codebook } from '../../codebook/codebook';
import { toCodebook2 } from '../../codebook/migrate-codebook';
import { codebookSchema } from '../../project/codebook-schema';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../../result';
import { formatPath, parseJsonText } from '../../text/json';
import { createFaultCollector, singleFault, type FaultList } from '../json/fault-list';
import { CODEBOOK_FORMAT_NAME, CODEBOOK_FORMAT_VERSION } from './serialize';

const headerSchema = z.looseObject({ format: z.literal(CODEBOOK_FORMAT_NAME) });

/** Untrusted text to a codebook that is consistent in itself; else every fault with its place. */
export function parseCodebook(text: string): Result<Codebook, FaultList> {
  const data = parseJsonText(text);
  if (!data.ok) return fail(singleFault(data.fault));
  const header = headerSchema.safeParse(data.value);
  if (!header.success) return fail(singleFault(createFault('codebook.file.notOurs')));
  const { format: _format, formatVersion, ...body } = header.data;
  const stranger = checkVersion(formatVersion);
  if (stranger !== undefined) return fail(singleFault(withPlace(stranger, 'formatVersion')));
  const current = formatVersion === 1 ? toCodebook2(body) : body;
  const parsed = codebookSchema.safeParse(current);
  const faults = createFaultCollector();
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      faults.add(describeIssue(issue, current), formatPath(issue.path));
    }
  } else {
    for (const fault of findCodebookFaults(parsed.data)) faults.add(fault, fault.where ?? '');
  }
  const list = faults.list();
  return parsed.success && list === undefined
    ? ok(parsed.data)
    : fail(list ?? { faults: [], total: 0 });
}

function checkVersion(version: unknown): Fault | undefined {
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    return createFault('transfer.version');
  }
  if (version > CODEBOOK_FORMAT_VERSION) {
    return createFault('transfer.newer', { version, known: CODEBOOK_FORMAT_VERSION });
  }
  return undefined;
}

/** What is missing or of an unknown kind, said in words; anything else as the schema says it. */
function describeIssue(issue: z.core.$ZodIssue, body: unknown): Fault {
  const field = String(issue.path.at(-1));
  const given = valueAt(body, issue.path);
  if (given === undefined && issue.code !== 'unrecognized_keys') {
    return createFault('codebook.file.missing', { field });
  }
  if (issue.code === 'invalid_union' && issue.path.includes('attributes') && field === 'type') {
    return createFault('codebook.file.type', { type: shorten(given) });
  }
  return createFault('fault.schema', { problem: issue.message });
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    body,
  );
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

import { continuumReport, type ContinuumReport } from '../core/agreement/continuum-report';
import { ratingReport, type RatingReport } from '../core/agreement/rating-report';
import { createRatingTable, LEVELS, type Level } from '../core/agreement/rating-table';
import { parseContinuum } from '../core/codecs/continuum/parse';
import { parseRatingsCsv } from '../core/codecs/ratings/parse-csv';
import { parseRatingsJson } from '../core/codecs/ratings/parse-json';
import { singleFault, type FaultList } from '../core/codecs/json/fault-list';
import type { RatingsFile } from '../core/codecs/ratings/ratings-file';
import { t } from '../core/messages/message';
import { createFault, fail, ok, withPlace, type Result } from '../core/result';
import { parseJsonText } from '../core/text/json';
import { formatContinuumReport, formatRatingReport } from './agreement-table';
import { DEFAULTS, readDraws, type DrawnOptions, type Draws } from './draws';
import { EXIT, type ExitCode } from './exit-code';
import { nameOfFile, readSetsFile } from './read-sets-file';
import { complainAbout, complainAboutList, printJson, type Terminal } from './terminal';

export interface AgreementOptions extends DrawnOptions {
  readonly ratings?: string;
  readonly continuum?: string;
  readonly level?: string;
  readonly categories?: readonly string[];
  readonly missing?: readonly string[];
  readonly header?: boolean;
  readonly json?: boolean;
}

/** The options that were understood. */
interface Settings extends Draws {
  readonly subject: { readonly kind: 'ratings' | 'continuum'; readonly file: string };
  readonly level: Level | undefined;
}

/** `postil agreement --ratings` and `--continuum`: figures for data from elsewhere, without a project. */
export async function runAgreement(
  terminal: Terminal,
  options: AgreementOptions,
): Promise<ExitCode> {
  const settings = readSettings(options);
  if (!settings.ok) {
    const problem = settings.fault.text;
    terminal.complain(t('cli.usage', { problem, command: 'postil agreement' }));
    return EXIT.usage;
  }
  const { kind, file } = settings.value.subject;
  const text = await readSetsFile(file, 'cli.agreement.encoding');
  if (!text.ok) {
    complainAbout(terminal, [text.fault]);
    return EXIT.failed;
  }
  const printed =
    kind === 'ratings'
      ? compareRatings(text.value, settings.value, options)
      : compareStretches(text.value, settings.value);
  if (!printed.ok) {
    complainAboutList(terminal, placedIn(nameOfFile(file), printed.fault));
    return EXIT.failed;
  }
  if (options.json === true) printJson(terminal, printed.value.report);
  else terminal.print(printed.value.table());
  return EXIT.done;
}

/** A report as it is printed for scripts, and for people. */
interface Printed {
  readonly report: RatingReport | ContinuumReport;
  table(): string;
}

function compareRatings(
  text: string,
  settings: Settings,
  options: AgreementOptions,
): Result<Printed, FaultList> {
  const parsed = readRatings(text, settings.level, options);
  if (!parsed.ok) return parsed;
  const { level, rows, categories, notes } = parsed.value;
  const { draws, seed = DEFAULTS.seed } = settings;
  const found = ratingReport(
    createRatingTable(level, rows, categories),
    draws === undefined ? undefined : { draws, seed },
  );
  const report: RatingReport = { ...found, notes: [...notes, ...found.notes] };
  return ok({ report, table: () => formatRatingReport(report) });
}

function compareStretches(text: string, { seed, samples }: Settings): Result<Printed, FaultList> {
  const parsed = parseContinuum(text);
  if (!parsed.ok) return parsed;
  const { continuum, gamma, notes } = parsed.value;
  const found = continuumReport(continuum, {
    ...DEFAULTS,
    ...gamma,
    ...(seed !== undefined && { seed }),
    ...(samples !== undefined && { samples }),
  });
  const report: ContinuumReport = { ...found, notes: [...notes, ...found.notes] };
  return ok({ report, table: () => formatContinuumReport(report) });
}

/** JSON begins with a brace, or is a list, which is told to be none of ours; anything else is CSV. JSON says its level itself. */
function readRatings(
  text: string,
  level: Level | undefined,
  options: AgreementOptions,
): Result<RatingsFile, FaultList> {
  if (!text.trimStart().startsWith('{') && !isJsonList(text)) {
    return parseRatingsCsv(text, { ...options, level: level ?? 'nominal' });
  }
  const parsed = parseRatingsJson(text);
  if (parsed.ok && level !== undefined && level !== parsed.value.level) {
    const words = { given: level, said: parsed.value.level };
    return fail(singleFault(createFault('cli.agreement.otherLevel', words)));
  }
  return parsed;
}

/** A category may begin with a bracket, but a whole list of JSON is no CSV. */
function isJsonList(text: string): boolean {
  return text.trimStart().startsWith('[') && parseJsonText(text).ok;
}

function placedIn(name: string, { faults, total }: FaultList): FaultList {
  const placed = faults.map((fault) =>
    withPlace(fault, fault.where === undefined ? name : `${name}, ${fault.where}`),
  );
  return { faults: placed, total };
}

function readSettings(options: AgreementOptions): Result<Settings> {
  const subject = readSubject(options);
  if (!subject.ok) return subject;
  const level = LEVELS.find((one) => one === options.level);
  if (options.level !== undefined && level === undefined) {
    const words = { given: options.level, known: LEVELS.join(', ') };
    return fail(createFault('cli.agreement.noLevel', words));
  }
  const draws = readDraws(options);
  if (!draws.ok) return draws;
  return ok({ subject: subject.value, level, ...draws.value });
}

function readSubject({ ratings, continuum }: AgreementOptions): Result<Settings['subject']> {
  if (ratings !== undefined && continuum !== undefined) {
    return fail(createFault('cli.agreement.both'));
  }
  if (ratings !== undefined) return ok({ kind: 'ratings', file: ratings });
  if (continuum !== undefined) return ok({ kind: 'continuum', file: continuum });
  return fail(createFault('cli.agreement.nothing'));
}

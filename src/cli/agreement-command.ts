import { continuumReport, type ContinuumReport } from '../core/agreement/continuum-report';
import { ratingReport, type RatingReport } from '../core/agreement/rating-report';
import { createRatingTable, LEVELS, type Level } from '../core/agreement/rating-table';
import { LARGEST_SEED, MOST_SAMPLES, parseContinuum } from '../core/codecs/continuum/parse';
import { parseRatingsCsv } from '../core/codecs/ratings/parse-csv';
import { parseRatingsJson } from '../core/codecs/ratings/parse-json';
import type { FaultList } from '../core/codecs/json/fault-list';
import type { RatingsFile } from '../core/codecs/ratings/ratings-file';
import { t } from '../core/messages/message';
import { fail, withPlace, type Result } from '../core/result';
import { formatContinuumReport, formatRatingReport } from './agreement-table';
import { EXIT, type ExitCode } from './exit-code';
import { nameOfFile, readSetsFile } from './read-sets-file';
import { complainAbout, complainAboutList, printJson, type Terminal } from './terminal';

export interface AgreementOptions {
  readonly ratings?: string;
  readonly continuum?: string;
  readonly level?: string;
  readonly categories?: readonly string[];
  readonly missing?: readonly string[];
  readonly header?: boolean;
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly samples?: string;
  readonly json?: boolean;
}

/** How often an interval may be drawn: fewer say nothing, more take all day. */
const DRAWS = { least: 100, most: 100_000 };
const SEEDS = { least: 0, most: LARGEST_SEED };
/** What gamma is drawn from when nobody says. */
const GAMMA_DRAW = { seed: 1, samples: 300 };

/** A command line that was not understood, said in words. */
class Misused extends Error {}

/** `postil agreement --ratings` and `--continuum`: figures for data from elsewhere, without a project. */
export async function runAgreement(
  terminal: Terminal,
  options: AgreementOptions,
): Promise<ExitCode> {
  try {
    const { ratings, continuum } = options;
    if (ratings !== undefined && continuum !== undefined) {
      throw new Misused(t('cli.agreement.both'));
    }
    if (ratings !== undefined) return await runRatings(terminal, ratings, options);
    if (continuum !== undefined) return await runContinuum(terminal, continuum, options);
    throw new Misused(t('cli.agreement.nothing'));
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    terminal.complain(t('cli.usage', { problem: error.message, command: 'postil agreement' }));
    return EXIT.usage;
  }
}

async function runRatings(
  terminal: Terminal,
  file: string,
  options: AgreementOptions,
): Promise<ExitCode> {
  const level = readLevel(options.level);
  const draws = readNumber('--bootstrap', options.bootstrap, DRAWS);
  const seed = readNumber('--seed', options.seed, SEEDS) ?? 1;
  const text = await readSetsFile(file);
  if (!text.ok) {
    complainAbout(terminal, [text.fault]);
    return EXIT.failed;
  }
  const parsed = placedIn(nameOfFile(file), readRatings(text.value, level, options));
  if (!parsed.ok) {
    complainAboutList(terminal, parsed.fault);
    return EXIT.failed;
  }
  const { rows, categories, notes } = parsed.value;
  const table = createRatingTable(parsed.value.level, rows, categories);
  const report = ratingReport(table, draws === undefined ? undefined : { draws, seed });
  const withNotes: RatingReport = { ...report, notes: [...notes, ...report.notes] };
  if (options.json === true) printJson(terminal, withNotes);
  else terminal.print(formatRatingReport(withNotes));
  return EXIT.done;
}

async function runContinuum(
  terminal: Terminal,
  file: string,
  options: AgreementOptions,
): Promise<ExitCode> {
  const seed = readNumber('--seed', options.seed, SEEDS);
  const samples = readNumber('--samples', options.samples, { least: 1, most: MOST_SAMPLES });
  const text = await readSetsFile(file);
  if (!text.ok) {
    complainAbout(terminal, [text.fault]);
    return EXIT.failed;
  }
  const parsed = placedIn(nameOfFile(file), parseContinuum(text.value));
  if (!parsed.ok) {
    complainAboutList(terminal, parsed.fault);
    return EXIT.failed;
  }
  const { continuum, gamma, notes } = parsed.value;
  const report = continuumReport(continuum, {
    ...GAMMA_DRAW,
    ...gamma,
    ...(seed !== undefined && { seed }),
    ...(samples !== undefined && { samples }),
  });
  const withNotes: ContinuumReport = { ...report, notes: [...notes, ...report.notes] };
  if (options.json === true) printJson(terminal, withNotes);
  else terminal.print(formatContinuumReport(withNotes));
  return EXIT.done;
}

/** JSON begins with a brace; anything else is CSV. JSON says its level itself. */
function readRatings(
  text: string,
  level: Level | undefined,
  options: AgreementOptions,
): Result<RatingsFile, FaultList> {
  if (!text.trimStart().startsWith('{')) {
    return parseRatingsCsv(text, { ...options, level: level ?? 'nominal' });
  }
  const parsed = parseRatingsJson(text);
  if (parsed.ok && level !== undefined && level !== parsed.value.level) {
    throw new Misused(t('cli.agreement.otherLevel', { given: level, said: parsed.value.level }));
  }
  return parsed;
}

function placedIn<Value>(name: string, result: Result<Value, FaultList>): Result<Value, FaultList> {
  if (result.ok) return result;
  const { faults, total } = result.fault;
  const placed = faults.map((fault) =>
    withPlace(fault, fault.where === undefined ? name : `${name}, ${fault.where}`),
  );
  return fail({ faults: placed, total });
}

function readLevel(given: string | undefined): Level | undefined {
  if (given === undefined) return undefined;
  const level = LEVELS.find((one) => one === given);
  if (level === undefined) {
    throw new Misused(t('cli.agreement.noLevel', { given, known: LEVELS.join(', ') }));
  }
  return level;
}

function readNumber(
  option: string,
  given: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (given === undefined) return undefined;
  const number = /^\d+$/u.test(given) ? Number(given) : NaN;
  if (number >= least && number <= most) return number;
  throw new Misused(t('cli.agreement.noNumber', { option, given, least, most }));
}

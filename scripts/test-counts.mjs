// @ts-check
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @type {Counts} what one check or one crash counts */
export const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
/** @type {Counts} */
export const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * @typedef {object} VitestReport what is used of vitest's JSON report
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one a file
 */

/**
 * A file that failed without a failed test (it does not load, a hook throws) is one failure, and so
 * is a test that was begun or queued and never ended ("pending").
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function vitestCounts({ testResults }) {
  return sumCounts(
    testResults.map(({ status, assertionResults }) => {
      const number = (/** @type {string[]} */ ...statuses) =>
        assertionResults.filter((test) => statuses.includes(test.status)).length;
      const failed = number('failed', 'pending');
      return {
        passed: number('passed'),
        failed: status === 'failed' && failed === 0 ? 1 : failed,
        skipped: number('skipped', 'todo', 'disabled'),
      };
    }),
  );
}

/**
 * @typedef {object} PlaywrightReport what is used of Playwright's JSON report
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors those outside any test
 */

/**
 * A test that passed only when repeated has failed.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a runner counts for. A runner that left no report, ran nothing, or ended badly with no
 * failure in its report has crashed, and that is a failure.
 * @param {number} exitCode
 * @param {Counts | undefined} counts from its report
 * @returns {Counts}
 */
export function runnerCounts(exitCode, counts) {
  if (counts === undefined) return ONE_FAILED;
  const ranNothing = counts.passed + counts.failed === 0;
  const diedSilently = exitCode !== 0 && counts.failed === 0;
  return ranNothing || diedSilently ? { ...counts, failed: counts.failed + 1 } : counts;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const sumCounts = (all) =>
  all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/**
 * @param {Counts} counts
 * @returns {string} the last line of `npm test`
 */
export const sumLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * @param {Counts} counts
 * @returns {0 | 1} a run without a single pass has proved nothing
 */
export const sumExitCode = ({ passed, failed }) => (failed === 0 && passed > 0 ? 0 : 1);

/**
 * The skipped tests in Playwright's JSON report with the reasons their authors gave.
 * @param {any} report
 * @returns {string[]}
 */
export function playwrightSkips({ suites = [] }) {
  return suites.flatMap((/** @type {any} */ suite) => [
    ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
      spec.tests
        .filter((/** @type {any} */ test) => test.status === 'skipped')
        .map((/** @type {any} */ test) =>
          skipLine(`${spec.file}: ${spec.title}`, skipReason(test)),
        ),
    ),
    ...playwrightSkips(suite),
  ]);
}

/** @param {any} test */
const skipReason = (test) =>
  test.annotations.find((/** @type {any} */ { type }) => type === 'skip' || type === 'fixme')
    ?.description;

/**
 * The failed tests in vitest's JSON report, each with the beginning of what went wrong, for the end of a long run.
 * @param {any} report
 * @param {string} root the folder that file names are given from
 * @returns {string[]}
 */
export function vitestFailures({ testResults }, root) {
  return testResults.flatMap((/** @type {any} */ { name, status, message, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length + 1) : name;
    const failed = assertionResults.filter((/** @type {any} */ test) =>
      ['failed', 'pending'].includes(test.status),
    );
    if (failed.length === 0) return status === 'failed' ? [failureLine(file, message)] : [];
    return failed.map((/** @type {any} */ test) =>
      failureLine(`${file}: ${test.fullName}`, test.failureMessages?.[0]),
    );
  });
}

/**
 * The same for Playwright's report.
 * @param {any} report
 * @returns {string[]}
 */
export function playwrightFailures({ suites = [], errors = [] }) {
  return [
    ...errors.map((/** @type {any} */ error) => failureLine('outside any test', error.message)),
    ...suites.flatMap((/** @type {any} */ suite) => [
      ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
        spec.tests
          .filter((/** @type {any} */ test) => ['unexpected', 'flaky'].includes(test.status))
          .map((/** @type {any} */ test) =>
            failureLine(
              `${spec.file}: ${spec.title}`,
              test.results.find((/** @type {any} */ { error }) => error)?.error.message,
            ),
          ),
      ),
      ...playwrightFailures(suite),
    ]),
  ];
}

/** How many lines of a failure are said again at the end. */
const FAILURE_LINES = 12;

/**
 * @param {string} name
 * @param {string | undefined} message
 */
function failureLine(name, message) {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, FAILURE_LINES);
  return [`Failed: ${name}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/**
 * @param {string} name
 * @param {string | undefined} reason
 */
export const skipLine = (name, reason) => `Skipped: ${name} (${reason || 'no reason given'})`;

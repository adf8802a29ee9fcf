// @ts-check
import { describe, expect, it } from 'vitest';
import {
  ONE_FAILED,
  playwrightCounts,
  playwrightFailures,
  playwrightSkips,
  runnerCounts,
  sumCounts,
  sumExitCode,
  sumLine,
  vitestCounts,
  vitestFailures,
} from '../../scripts/test-counts.mjs';

/** @param {string[]} statuses */
const tests = (...statuses) => statuses.map((status) => ({ status }));

describe('vitestCounts', () => {
  it('counts tests over all files', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped', 'todo') },
        { status: 'failed', assertionResults: tests('passed', 'failed', 'failed') },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that does not load as one failure', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestCounts(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a file whose hook throws after its tests passed as one failure', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: tests('passed') }] };
    expect(vitestCounts(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('counts a test that never ended as a failure', () => {
    const report = { testResults: [{ status: 'passed', assertionResults: tests('pending') }] };
    expect(vitestCounts(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('playwrightCounts', () => {
  it('takes flaky tests and errors outside tests for failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 };
    const report = { stats, errors: [{ message: 'the setup threw' }] };
    expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 4, skipped: 3 });
  });
});

describe('runnerCounts', () => {
  const counts = { passed: 3, failed: 0, skipped: 1 };

  it('is the report when the runner ended well', () => {
    expect(runnerCounts(0, counts)).toEqual(counts);
  });

  it('does not count the failures of a report twice', () => {
    expect(runnerCounts(1, { ...counts, failed: 2 })).toEqual({ ...counts, failed: 2 });
  });

  it('counts a runner that left no report as one failure, whatever its exit code', () => {
    expect(runnerCounts(0, undefined)).toEqual(ONE_FAILED);
  });

  it('counts a bad end that its report does not explain', () => {
    expect(runnerCounts(1, counts)).toEqual({ ...counts, failed: 1 });
  });

  it('counts a run in which nothing ran as a failure, skipped tests or not', () => {
    const skipped = { passed: 0, failed: 0, skipped: 5 };
    expect(runnerCounts(0, skipped)).toEqual({ ...skipped, failed: 1 });
  });
});

describe('the sum', () => {
  it('adds each column', () => {
    const all = [
      { passed: 1, failed: 20, skipped: 300 },
      { passed: 4, failed: 50, skipped: 600 },
    ];
    expect(sumCounts(all)).toEqual({ passed: 5, failed: 70, skipped: 900 });
  });

  it('is said in one line of a fixed form', () => {
    expect(sumLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });

  it('is a success only with passes and without failures', () => {
    expect(sumExitCode({ passed: 1, failed: 0, skipped: 9 })).toBe(0);
    expect(sumExitCode({ passed: 9, failed: 1, skipped: 0 })).toBe(1);
    expect(sumExitCode(sumCounts([]))).toBe(1);
  });
});

describe('playwrightSkips', () => {
  it('names skipped tests in nested suites with their reasons', () => {
    const test = (/** @type {string} */ status, /** @type {object[]} */ ...annotations) => ({
      status,
      annotations,
    });
    const spec = (/** @type {string} */ title, /** @type {object} */ test) => ({
      file: 'a.spec.ts',
      title,
      tests: [test],
    });
    const report = {
      suites: [
        {
          specs: [
            spec('opens', test('expected', { type: 'skip', description: 'not this one' })),
            spec('prints', test('skipped', { type: 'skip', description: 'no printer' })),
          ],
          suites: [{ specs: [spec('speaks', test('skipped', { type: 'fixme' }))] }],
        },
      ],
    };
    expect(playwrightSkips(report)).toEqual([
      'Skipped: a.spec.ts: prints (no printer)',
      'Skipped: a.spec.ts: speaks (no reason given)',
    ]);
  });
});

describe('failures said again at the end', () => {
  it('names the failed tests of vitest with how they failed, and files that do not load', () => {
    const failed = {
      status: 'failed',
      fullName: 'a disk is full',
      failureMessages: ['\u001b[31mAssertionError: 1 is not 2\u001b[39m\n\n    at x.ts:3'],
    };
    const report = {
      testResults: [
        {
          name: '/p/tests/a.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'passed', fullName: 'b' }, failed],
        },
        {
          name: '/p/tests/c.test.ts',
          status: 'failed',
          message: 'no such file',
          assertionResults: [],
        },
        { name: '/p/tests/d.test.ts', status: 'passed', assertionResults: [] },
      ],
    };
    expect(vitestFailures(report, '/p')).toEqual([
      'Failed: tests/a.test.ts: a disk is full\n  AssertionError: 1 is not 2\n      at x.ts:3',
      'Failed: tests/c.test.ts\n  no such file',
    ]);
  });

  it('names those of Playwright, flaky ones and errors outside tests with them', () => {
    const spec = (/** @type {string} */ title, /** @type {string} */ status) => ({
      file: 'a.spec.ts',
      title,
      tests: [{ status, results: [{}, { error: { message: 'late' } }] }],
    });
    const report = {
      errors: [{ message: 'the setup threw' }],
      suites: [
        { specs: [spec('opens', 'expected'), spec('closes', 'unexpected')] },
        { suites: [{ specs: [spec('prints', 'flaky')] }] },
      ],
    };
    expect(playwrightFailures(report)).toEqual([
      'Failed: outside any test\n  the setup threw',
      'Failed: a.spec.ts: closes\n  late',
      'Failed: a.spec.ts: prints\n  late',
    ]);
  });
});

// @ts-check
import { skipLine } from './test-counts.mjs';

/** A vitest reporter that prints each skipped test with the reason given to `skip(reason)`. */
export default class SkipReporter {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    for (const module of modules)
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const reason = result.state === 'skipped' ? result.note : undefined;
        console.log(skipLine(`${module.relativeModuleId}: ${test.fullName}`, reason));
      }
  }
}

import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';
import { reportResults } from './results.mjs';

/** Counts tests for `npm test`, and names those that were skipped with the reason they gave. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const broken = modules.flatMap((module) => module.errors());
    const failed = inState('failed').length + broken.length + errors.length;
    reportResults({
      passed: inState('passed').length,
      failed: reason === 'passed' ? failed : Math.max(failed, 1),
      skipped: inState('skipped').map((test) => {
        const result = test.result();
        return { name: test.fullName, how: (result.state === 'skipped' && result.note) || 'no reason given' };
      }),
    });
  }
}

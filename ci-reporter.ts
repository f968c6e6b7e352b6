import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Prints one plain closing line, "N passed, N failed, N skipped", for CI to count by. */
export default class CiLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const n = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) n[test.result().state]++;
      n.failed += module.errors().length; // a file that cannot be loaded has no tests to count
    }
    const failed = n.failed + n.pending + unhandled.length;
    process.stdout.write(`\n${n.passed} passed, ${failed} failed, ${n.skipped} skipped\n`);
  }
}

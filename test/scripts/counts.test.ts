import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addCounts, readCounts } from '../../scripts/test/counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossary-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A report as vitest writes it, with these files of tests. */
function report(files: { status: string; tests: string[] }[]): string {
  const count = (status: string) =>
    files.flatMap(({ tests }) => tests).filter((one) => one === status).length;
  const path = join(folder, `${files.length}-${count('passed')}.json`);
  const text = JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((one) => ({ status: one })),
    })),
  });
  writeFileSync(path, text);
  return path;
}

describe('readCounts', () => {
  it('counts what passed, failed and was left out', () => {
    const path = report([
      { status: 'passed', tests: ['passed', 'passed', 'passed', 'todo'] },
      { status: 'failed', tests: ['passed', 'failed', 'pending'] },
    ]);
    expect(readCounts(path)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });
  it('counts a file that could not be loaded as a failure', () => {
    const path = report([{ status: 'failed', tests: [] }]);
    expect(readCounts(path)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it('counts a run without a report as a failure', () =>
    expect(readCounts(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 }));
});

describe('addCounts', () => {
  it('adds each kind', () =>
    expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    }));
});

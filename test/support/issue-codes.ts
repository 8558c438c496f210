import type { ImportIssue } from '../../src/lib/flame/formats/import-issue.ts';

/** Issues as `code` or `code:line`, in order. */
export function issueCodes(issues: readonly ImportIssue[]): string[] {
  return issues.map(({ code, line }) => (line === undefined ? code : `${code}:${line}`));
}

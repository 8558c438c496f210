import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import { parentsByIndent, selfFromTotals } from './lines/parents-by-indent.ts';
import { ownText } from './own-text.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

const headingShape = /^@ (\S+) \[\d+ samples\]/;
/** ` 50.62%  [2610]      arc_cksum_verify @ /boot/kernel/zfs.ko` */
const rowShape = /^\s*[\d.]+%\s+\[(\d+)\]\s+(\S.*)$/;

/**
 * Call graph of FreeBSD's `pmcstat -G`: leaf functions at the margin, their callers indented below
 * them with the samples that came through each. What no caller accounts for (pmcstat leaves out
 * rare callers) stays with the function, as a stack that begins there.
 */
export const pmcstat: ProfileFormat = {
  id: 'pmcstat',
  label: 'pmcstat call graph',
  extensions: ['pmcstat.graph', 'graph', 'txt'],

  sniff({ text }: FileHead): number {
    return /^@ \S+ \[\d+ samples\]/m.test(text.slice(0, 4000)) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const profiles: Profile[] = [];
    let event: { name: string; rows: Row[] } | undefined;
    const finish = (): void => {
      if (event !== undefined) profiles.push(profileOf(event.name, event.rows, report));
    };
    for (const { line, number } of numberedLines(input.text())) {
      const [, heading] = (line.startsWith('@') ? headingShape.exec(line) : undefined) ?? [];
      const [, count, name] = rowShape.exec(line) ?? [];
      if (heading !== undefined) {
        finish();
        event = { name: heading, rows: [] };
      } else if (event !== undefined && name !== undefined && isCount(count)) {
        // Callers may be as deep as their shares are wide: the function's column is what counts.
        event.rows.push({ indent: line.length - name.length, count: Number(count), name });
      } else if (line.trim() !== '') {
        report.add({
          code: 'bad-line',
          message: 'The line is no row of the call graph. It was left out.',
          line: number,
          excerpt: line,
        });
      }
    }
    finish();
    return requireSamples(profiles, this.label, report);
  },
};

/** `arc_cksum_verify @ /boot/kernel/zfs.ko` */
function frameOf(text: string, builder: ProfileBuilder): number {
  const [, bare = text, library] = /^(.*?) @ (.+)$/.exec(text) ?? [];
  return builder.frame(bare, library === undefined ? undefined : { library });
}

/** A row of digits may also be too long for a count. */
function isCount(digits: string | undefined): boolean {
  return Number.isSafeInteger(Number(digits));
}

interface Row {
  readonly indent: number;
  readonly count: number;
  readonly name: string;
}

function profileOf(name: string, rows: readonly Row[], report: ImportReport): Profile {
  const builder = new ProfileBuilder();
  const known = new Map<string, number>();
  const frames = rows.map(({ name: text }) => {
    const frame = known.get(text) ?? frameOf(ownText(text), builder);
    known.set(text, frame);
    return frame;
  });
  const parents = parentsByIndent(rows.map(({ indent }) => indent));
  const counts = rows.map(({ count }) => count);
  const unaccounted = selfFromTotals(counts, parents);
  let cut = 0;
  rows.forEach(({ count }, i) => {
    const own = unaccounted[i] ?? 0;
    if (own <= 0) return;
    if (own < count) cut += own;
    // The row's caller is indented more: its path to the margin is the stack, root first.
    let stack = noStack;
    for (let row = i; row !== -1; row = parents[row] ?? -1) {
      stack = builder.stack(stack, frames[row] ?? 0);
    }
    builder.sample(stack, own);
  });
  if (cut > 0) {
    report.add({
      code: 'missing-caller',
      ...say`"${name}": the callers of ${cut} samples are not in the graph. Their stacks begin where it ends.`,
      count: cut,
    });
  }
  return builder.build(name, 'samples');
}

import { ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { OpenStack } from './stacks/open-stack.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/** `500:PUSH:3053:1:quest (24021278):script..function`: milliseconds, event, stack, …, function. */
const eventShape = /^(\d{1,15}):(PUSH|POP):(\d+):\d+:.*:([^:]+)$/;

/**
 * Script profile of Papyrus, the language of Bethesda's games: functions pushed to and popped from
 * numbered stacks that run side by side. Each stack is a root of its own, by the time that its
 * functions were on it; so the stacks together may weigh more than the clock.
 */
export const papyrus: ProfileFormat = {
  id: 'papyrus',
  label: 'Papyrus script profile',
  extensions: ['log'],

  sniff({ text }: FileHead): number {
    return /^\d+:(PUSH|QUEUE_PUSH|START):\d*:/m.test(text.slice(0, 4000)) ? 0.8 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const builder = new ProfileBuilder();
    const open = new Map<string, OpenStack>();
    let last = 0;
    for (const { line, number } of numberedLines(input.text())) {
      const [, time, event, stack, name] = eventShape.exec(line) ?? [];
      if (time === undefined || stack === undefined || name === undefined) continue;
      last = Math.max(last, Number(time));
      const calls = open.get(stack) ?? new OpenStack(builder, { scale: 1e6, isTime: false });
      open.set(stack, calls);
      calls.advance(last);
      if (event === 'PUSH') {
        if (calls.depth === 0) calls.enter(builder.frame(`STACK ${stack}`));
        calls.enter(builder.frame(name));
      } else if (calls.leaveFrame(builder.frame(name)) === 'not-open') {
        report.add({
          code: 'unmatched-close',
          message: 'The function was not on its stack. The line was left out.',
          line: number,
          excerpt: line,
        });
      } else if (calls.depth === 1) calls.leave();
    }
    closeAll(open, last, report);
    return requireSamples(
      [builder.build(input.fileName ?? 'Papyrus', 'nanoseconds')],
      this.label,
      report,
    );
  },
};

function closeAll(open: ReadonlyMap<string, OpenStack>, end: number, report: ImportReport): void {
  for (const [stack, calls] of open) {
    if (calls.depth === 0) continue;
    report.add({
      code: 'unclosed',
      ...say`Stack ${stack} was not popped to its end. Its functions end with the log.`,
    });
    calls.advance(end);
    while (calls.depth > 0) calls.leave();
  }
}

import type { Profile } from '../model/profile.ts';
import { profileOfEvent } from './callgrind/event-profile.ts';
import { GraphReader } from './callgrind/graph-reader.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { readLines } from './read-lines.ts';

/**
 * Callgrind, and what Xdebug, ruby-prof and others write in its format: costs of functions and of
 * calls between them. It holds no stacks, so they are rebuilt by an assumption that the report
 * states. Self costs are exact. One profile for each event.
 */
export const callgrind: ProfileFormat = {
  id: 'callgrind',
  label: 'Callgrind',
  extensions: ['callgrind', 'out', 'cachegrind', 'log'],

  sniff({ text }: FileHead): number {
    if (text.startsWith('# callgrind format')) return 0.98;
    const hasEvents = /^events:[ \t]*\S/m.test(text);
    if (hasEvents && /^fn=/m.test(text)) return 0.95;
    return hasEvents && /^(?:creator|positions|cmd|pid):/m.test(text) ? 0.8 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const reader = new GraphReader(report);
    readLines(input, (line, number, isCut) => reader.readLine(line, number, isCut));
    const graph = reader.finish();
    const profiles = graph.events
      .map((_, event) => profileOfEvent(graph, event, report))
      .filter((profile) => profile !== undefined);
    if (profiles.length === 0) {
      throw new ImportError('no-samples', 'This callgrind file holds no costs.', {
        advice: 'Profile the program until it ends, or dump with "callgrind_control -d".',
      });
    }
    report.add({
      code: 'rebuilt-stacks',
      message:
        'The file counts calls and holds no stacks. They were rebuilt: each call of a function is taken to cost the same wherever its caller was called from. Self weights are exact, the order of recursion is not known.',
    });
    return profiles;
  },
};

import { ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';

const lineShape = /^(.*?)\s+(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)\s*$/;

/** One stack a line, root first: `main;parse;read 12`. */
export const folded: ProfileFormat = {
  id: 'folded',
  label: 'folded stacks',
  extensions: ['folded', 'collapsed', 'txt'],

  sniff({ text }: FileHead): number {
    const lines = text.split('\n', 200).filter((line) => line.trim() !== '');
    const stacks = lines.filter((line) => lineShape.test(line)).length;
    return stacks === 0 ? 0 : 0.1 + 0.4 * (stacks / lines.length);
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const builder = new ProfileBuilder();
    input
      .text()
      .split('\n')
      .forEach((text, index) => {
        if (text.trim() === '') return;
        const match = lineShape.exec(text);
        if (match === null) {
          report.add({
            code: 'no-weight',
            message: 'No weight at the end of the line. The line was skipped.',
            line: index + 1,
            excerpt: text,
          });
          return;
        }
        const [, stack = '', weight = ''] = match;
        builder.sample(builder.stackOfNames(stack.split(';')), Number(weight));
      });
    if (builder.sampleCount === 0) {
      throw new ImportError('no-samples', 'No line is a stack with a weight.', { line: 1 });
    }
    return [builder.build(input.fileName ?? 'folded stacks', 'samples')];
  },
};

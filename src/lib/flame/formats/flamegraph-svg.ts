import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';
import { detailOfName } from './folded/detail-of-name.ts';
import { unitOfWeights } from './folded/unit-of-weights.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { fitWeights } from './svg/fit-weights.ts';
import { isEverything, nestBoxes, type NestedBoxes } from './svg/nest-boxes.ts';
import { readBoxes, type Boxes } from './svg/read-boxes.ts';
import { say } from './say.ts';

const signsOfFlames =
  /\sfg:w=|\stotal_samples=|<g id="frames"|class="func_g"|\sonmouseover="s\(|Flame graph stack/;

/**
 * The picture that flamegraph.pl and inferno (cargo flamegraph, py-spy) draw. It holds the counts,
 * as hover texts, and the stacks, as places: frames too narrow to be drawn are gone, and their
 * weight is with the frame that called them. inferno's `fg:x` and `fg:w` are exact.
 */
export const flamegraphSvg: ProfileFormat = {
  id: 'flamegraph-svg',
  label: 'flame graph SVG',
  extensions: ['svg'],

  sniff({ text }: FileHead): number {
    if (!/<svg[\s>]/.test(text)) return 0;
    return signsOfFlames.test(text) ? 0.97 : 0.3;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const boxes = readBoxes(input.text(), report, input.checkpoint);
    if (boxes.boxes.length === 0) throw noFrames();
    const nested = nestBoxes(boxes);
    noteGaps(boxes, nested, report);
    return [profileOf(nested, boxes.countName, input.fileName ?? 'flame graph', report)];
  },
};

function noFrames(): ImportError {
  return new ImportError(
    'not-a-flame-graph',
    'This SVG has no frames with a hover text and a place.',
    {
      advice:
        'Open an SVG as flamegraph.pl or inferno wrote it, not one that a drawing program saved.',
    },
  );
}

function noteGaps({ isDifference }: Boxes, { orphans }: NestedBoxes, report: ImportReport): void {
  if (isDifference) {
    report.add({
      code: 'difference',
      message:
        'The picture shows a difference: its widths, which are the profile after, were read.',
    });
  }
  if (orphans > 0) {
    report.add({
      code: 'no-parent',
      message: 'Some frames stand on no frame in the file: they were read as roots.',
      count: orphans,
    });
  }
}

function profileOf(
  nested: NestedBoxes,
  countName: string | undefined,
  name: string,
  report: ImportReport,
): Profile {
  const { boxes, parent } = nested;
  const builder = new ProfileBuilder();
  const total = fitWeights(nested, report);
  const self = total.slice();
  const hasChild = new Uint8Array(boxes.length);
  const stack = new Int32Array(boxes.length);
  for (const [index, box] of boxes.entries()) {
    const below = parent[index] ?? noStack;
    if (below === noStack && isEverything(box)) stack[index] = noStack;
    else {
      const prefix = below === noStack ? noStack : (stack[below] ?? noStack);
      stack[index] = builder.stack(prefix, builder.frame(box.name));
    }
    if (below === noStack) continue;
    self[below]! -= total[index] ?? 0; // `below` is the index of an earlier box
    hasChild[below] = 1;
  }
  const sampled: number[] = [];
  for (let index = 0; index < boxes.length; index++) {
    if (self[index]! > 0 || hasChild[index] === 0) sampled.push(index); // index < length
  }
  sampled.sort((a, b) => (boxes[a]?.x ?? 0) - (boxes[b]?.x ?? 0));
  for (const index of sampled) builder.sample(stack[index] ?? noStack, self[index] ?? 0);
  const profile = builder.build(name, 'samples');
  const { length, names } = profile.frames;
  const frames = { length, names, details: names.map(detailOfName) };
  return { ...profile, frames, unit: unitOf(countName, profile.samples.weight, report) };
}

/** `samples` and `bytes` are ours; of `ms` or "lock waits" the numbers stay what they are. */
function unitOf(
  countName: string | undefined,
  weights: Float64Array,
  report: ImportReport,
): WeightUnit {
  if (countName === 'bytes') return 'bytes';
  if (countName === 'ns' || countName === 'nanoseconds') return 'nanoseconds';
  if (countName === undefined || countName === 'samples') return unitOfWeights([weights], report);
  report.add({
    code: 'assumed-unit',
    ...say`The file counts in "${countName}": its numbers are kept, as counts.`,
  });
  return 'count';
}

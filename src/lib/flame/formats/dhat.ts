import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { asIndex, isArray, listOf, member, numberOf, textOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { brokenStack } from './stacks/linked-stacks.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';

/** Members of a program point that weigh it, in the order in which the profiles are given. */
const weights = [
  ['tb', 'bytes allocated in all', 'bytes'],
  ['tbk', 'blocks allocated in all', 'count'],
  ['gb', 'bytes at the peak', 'bytes'],
  ['eb', 'bytes at the end', 'bytes'],
] as const;

/**
 * DHAT's heap profile (Valgrind's dhat, the Rust crate dhat): per program point its stack and what
 * it allocated. Gives one profile for each way to weigh it that the file has.
 * Format: Valgrind, dhat/dh_main.c, "DHAT output file format", version 2.
 */
export const dhat: ProfileFormat = {
  id: 'dhat',
  label: 'DHAT heap profile',
  extensions: ['dhat.json', 'json'],

  sniff({ text }: FileHead): number {
    return /^\s*\{\s*"dhatFileVersion"\s*:/.test(text) ? 0.9 : 0;
  },

  sniffJson(value: unknown): number {
    return numberOf(value, 'dhatFileVersion') === undefined ? 0 : 0.95;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const file = parsedJson(input);
    const points = listOf(file, 'pps');
    const frames = listOf(file, 'ftbl');
    if (points === undefined || frames === undefined) {
      throw unexpectedShape('DHAT', 'it has no program points or no frames');
    }
    const command = textOf(file, 'cmd') ?? input.fileName ?? 'DHAT';
    const profiles = weights.flatMap(([key, what, unit]) => {
      const has = points.filter((point) => member(point, key) !== undefined);
      if (has.length === 0) return [];
      const name = `${command}: ${what}`;
      const builder = new ProfileBuilder();
      const intake = new SampleIntake(builder, { scale: 1 });
      for (const point of has) {
        const weight = member(point, key);
        if (weight !== 0) intake.add(stackOf(point, frames, builder), weight);
      }
      intake.reportTo(report, name, unit);
      return builder.sampleCount === 0 ? [] : [builder.build(name, unit)];
    });
    return requireSamples(profiles, this.label, report);
  },
};

/** The stack of a program point, whose frames are leaf first; frame 0 is DHAT's own root. */
function stackOf(point: unknown, frames: readonly unknown[], builder: ProfileBuilder): number {
  const places = member(point, 'fs');
  if (!isArray(places)) return brokenStack;
  let stack = noStack;
  for (let i = places.length - 1; i >= 0; i--) {
    const index = asIndex(places[i], frames.length);
    const text = index === undefined ? undefined : frames[index];
    if (typeof text !== 'string') return brokenStack;
    if (text === '[root]') continue;
    const { name, detail } = frameOf(text);
    stack = builder.stack(stack, builder.frame(name, detail));
  }
  return stack;
}

/** `0x1084f45f9: alloc::raw_vec::allocate_in (raw_vec.rs:188:45)` taken apart. */
function frameOf(text: string): { name: string; detail: FrameDetail } {
  const [, address] = /^(0x[0-9a-fA-F]+): /.exec(text) ?? [];
  const named = address === undefined ? text : text.slice(address.length + 2);
  const open = named.lastIndexOf(' (');
  const inside = open > 0 && named.endsWith(')') ? named.slice(open + 2, -1) : '';
  const [, file, line] = /^([^():]+):(\d+)(?::\d+)?$/.exec(inside) ?? [];
  const [, library] = /^in (.+)$/.exec(inside) ?? [];
  return {
    name: file === undefined && library === undefined ? named : named.slice(0, open),
    detail: {
      ...(address === undefined ? {} : { address }),
      ...(file === undefined ? {} : { file, line: Number(line) }),
      ...(library === undefined ? {} : { library }),
    },
  };
}

import { ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { listOf, member, textOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { readEvents } from './speedscope/evented.ts';
import { FrameList } from './speedscope/frame-list.ts';
import { readSamples } from './speedscope/sampled.ts';
import { valueUnitOf } from './speedscope/value-unit.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/**
 * speedscope's own JSON, versions 0.0.1 to 1.x: several profiles over one list of frames, each
 * `sampled` (stacks and weights) or `evented` (frames opened and closed).
 * Format: https://www.speedscope.app/file-format-schema.json
 */
export const speedscope: ProfileFormat = {
  id: 'speedscope',
  label: 'speedscope JSON',
  extensions: ['speedscope.json', 'json'],

  sniff({ text }: FileHead): number {
    return /"\$schema"\s*:\s*"https?:\/\/(www\.)?speedscope\.app\//.test(text) ? 0.9 : 0;
  },

  sniffJson(value: unknown): number {
    if (textOf(value, '$schema')?.includes('speedscope.app') === true) return 0.95;
    const frames = listOf(member(value, 'shared'), 'frames');
    return frames !== undefined && listOf(value, 'profiles') !== undefined ? 0.7 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const file = parsedJson(input);
    const frames = listOf(member(file, 'shared'), 'frames');
    const profiles = listOf(file, 'profiles');
    if (frames === undefined || profiles === undefined) {
      throw unexpectedShape('speedscope', 'it has no list of frames or no list of profiles');
    }
    const fallbackName = textOf(file, 'name') ?? input.fileName ?? 'speedscope profile';
    const read = profiles.flatMap((profile, index) => {
      input.checkpoint(index / profiles.length);
      return readProfile(profile, frames, fallbackName, report) ?? [];
    });
    return requireSamples(read, this.label, report);
  },
};

function readProfile(
  profile: unknown,
  frames: readonly unknown[],
  fallbackName: string,
  report: ImportReport,
): Profile | undefined {
  const name = textOf(profile, 'name') ?? fallbackName;
  const builder = new ProfileBuilder();
  const unit = valueUnitOf(textOf(profile, 'unit'), name, report);
  const target = { name, builder, unit, frames: new FrameList(frames, builder, report) };
  const events = listOf(profile, 'events');
  const samples = listOf(profile, 'samples');
  if (textOf(profile, 'type') === 'evented' && events !== undefined) {
    readEvents(events, member(profile, 'endValue'), target, report);
  } else if (samples !== undefined) {
    readSamples(samples, listOf(profile, 'weights'), target, report);
  } else {
    report.add({
      code: 'unknown-profile',
      ...say`"${name}" is neither a sampled nor an evented profile. It was left out.`,
    });
    return undefined;
  }
  return builder.build(name, unit.unit);
}

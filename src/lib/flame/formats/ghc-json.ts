import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { asTime, isRecord, listOf, member, numberOf, textOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';

/**
 * GHC's time and allocation profile as JSON (`+RTS -pj`): a tree of cost centre stacks. Gives the
 * time in ticks (as nanoseconds) and the bytes allocated.
 * Format: GHC user's guide, "JSON profile format".
 */
export const ghcJson: ProfileFormat = {
  id: 'ghc-json',
  label: 'GHC profile as JSON (+RTS -pj)',
  extensions: ['prof', 'prof.json'],

  sniff({ text }: FileHead): number {
    return /^\s*\{[^]{0,600}?"rts_arguments"\s*:/.test(text) ? 0.8 : 0;
  },

  sniffJson(value: unknown): number {
    return listOf(value, 'cost_centres') !== undefined && isRecord(member(value, 'profile'))
      ? 0.95
      : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const file = parsedJson(input);
    const centres = listOf(file, 'cost_centres');
    const root = member(file, 'profile');
    if (centres === undefined || !isRecord(root)) {
      throw unexpectedShape('GHC profile', 'it has no cost centres or no profile');
    }
    const program = textOf(file, 'program') ?? input.fileName ?? 'GHC';
    const tick = (asTime(member(file, 'tick_interval')) ?? 1000) * 1e3; // the file says microseconds
    const time = { name: `${program} time`, key: 'ticks', scale: tick, report };
    const allocation = { name: `${program} allocation`, key: 'alloc', scale: 1, report };
    const frames = framesOf(centres);
    return requireSamples(
      [
        readTree(root, frames, time).build(time.name, 'nanoseconds'),
        readTree(root, frames, allocation).build(allocation.name, 'bytes'),
      ],
      this.label,
      report,
    );
  },
};

interface CostCentre {
  readonly name: string;
  readonly detail: FrameDetail;
}

function framesOf(centres: readonly unknown[]): Map<unknown, CostCentre> {
  return new Map(
    centres.map((centre) => {
      const library = textOf(centre, 'module') ?? '';
      const name = textOf(centre, 'label') ?? '(unknown)';
      const place = textOf(centre, 'src_loc') ?? '';
      const detail = { library, ...(place === '' || place.startsWith('<') ? {} : { file: place }) };
      return [member(centre, 'id'), { name: `${library}.${name}`, detail }];
    }),
  );
}

function readTree(
  root: unknown,
  frames: ReadonlyMap<unknown, CostCentre>,
  { name, key, scale, report }: { name: string; key: string; scale: number; report: ImportReport },
): ProfileBuilder {
  const builder = new ProfileBuilder();
  const intake = new SampleIntake(builder, { scale });
  const pending: { node: unknown; prefix: number }[] = [{ node: root, prefix: noStack }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, prefix } = next;
    const centre = frames.get(member(node, 'id')) ?? { name: '(unknown)', detail: {} };
    const stack = builder.stack(prefix, builder.frame(centre.name, centre.detail));
    const children = listOf(node, 'children') ?? [];
    // A centre that was never entered says nothing; one that was entered is kept at weight 0.
    const wasEntered =
      children.length > 0 || ['ticks', 'alloc', 'entries'].some((one) => numberOf(node, one) !== 0);
    if (wasEntered) intake.add(stack, member(node, key));
    for (let i = children.length - 1; i >= 0; i--) {
      pending.push({ node: children[i], prefix: stack });
    }
  }
  intake.reportTo(report, name, key);
  return builder;
}

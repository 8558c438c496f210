import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { isRecord, listOf, member, numberOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';
import { detailOf, nameOrPlace, readFlatNodes } from './v8/cpu-nodes.ts';

/**
 * V8's sampling heap profile (.heapprofile of DevTools and `node --heap-prof`): bytes allocated
 * and still alive, by the stack that allocated them. The root stays: it can own memory itself.
 * Format: https://chromedevtools.github.io/devtools-protocol/v8/HeapProfiler/#type-SamplingHeapProfile
 */
export const v8HeapProfile: ProfileFormat = {
  id: 'v8-heapprofile',
  label: 'V8 heap profile (.heapprofile)',
  extensions: ['heapprofile', 'json'],

  sniff({ text }: FileHead): number {
    return /^\s*\{\s*"head"\s*:/.test(text) && /"selfSize"\s*:/.test(text) ? 0.6 : 0;
  },

  sniffJson(value: unknown): number {
    return numberOf(member(value, 'head'), 'selfSize') === undefined ? 0 : 0.9;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const head = member(parsedJson(input), 'head');
    if (!isRecord(head)) throw unexpectedShape('.heapprofile', 'it has no tree under "head"');
    const name = input.fileName ?? 'heap profile';
    const builder = new ProfileBuilder();
    const intake = new SampleIntake(builder, { scale: 1 });
    const pending: { node: unknown; prefix: number }[] = [{ node: head, prefix: noStack }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node, prefix } = next;
      if (!isRecord(node)) continue;
      const [frame] = readFlatNodes([node]).nodes;
      if (frame === undefined) continue;
      const stack = builder.stack(prefix, builder.frame(nameOrPlace(frame), detailOf(frame)));
      const size = member(node, 'selfSize');
      if (size !== 0) intake.add(stack, size);
      const children = listOf(node, 'children') ?? [];
      for (let i = children.length - 1; i >= 0; i--) {
        pending.push({ node: children[i], prefix: stack });
      }
    }
    intake.reportTo(report, name, 'bytes');
    return requireSamples([builder.build(name, 'bytes')], this.label, report);
  },
};

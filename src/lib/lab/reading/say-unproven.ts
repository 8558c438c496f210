import { frameText } from '../../flame/index.ts';
import type { CallTree, CautionCode, Reading } from '../../flame/index.ts';
import type { Statement } from '../said.ts';
import { measuredOf } from './measured-of.ts';
import { callEvidence } from './say-calls.ts';
import { timesWithout } from './times-without.ts';
import type { Subject } from './subject.ts';
import { callersText, figureOf } from './subject.ts';

/** What people conclude from graphs like this one and what it does not say, each on its own figures. */
export function sayUnproven(subject: Subject): Statement[] {
  return [
    ...callsNotCounted(subject),
    ...totalIsNotCost(subject),
    ...nameIsNotCause(subject),
    ...waitIsNotContention(subject),
    ...kernelIsNotCalls(subject),
    ...gainIsBounded(subject),
    ...cpuIsNotLatency(subject),
    ...orderIsNotTime(subject),
    oneRecording(subject),
  ];
}

export function cautionOf({ cautions }: Reading, code: CautionCode) {
  return cautions.find((caution) => caution.code === code);
}

function callsNotCounted(subject: Subject): Statement[] {
  const { reading, evidence, words } = subject;
  const [hottest] = reading.hotBySelf;
  if (hottest === undefined) return [];
  const { name, self, rows } = hottest;
  return [
    {
      id: 'unproven:calls-not-counted',
      text: words.unproven.callsNotCounted(figureOf(subject, name, self), reading.unit),
      measured: self,
      evidence: evidence.self(name, rows),
    },
  ];
}

/** Near the root everybody knows that a frame is wide for others, and a narrow one misleads nobody. */
const surprising = { from: 0.1, to: 0.75 };

/** The widest function that has nothing of its own and is not just the way in. */
export function widestHolder({ hotByTotal }: Reading) {
  return hotByTotal.find(
    ({ self, total: { share } }) =>
      self.weight === 0 && share >= surprising.from && share <= surprising.to,
  );
}

function totalIsNotCost(subject: Subject): Statement[] {
  const { reading, evidence, words } = subject;
  const holder = widestHolder(reading);
  if (holder === undefined) return [];
  const { name, total, rows } = holder;
  return [
    {
      id: 'unproven:total-is-not-cost',
      text: words.unproven.totalIsNotCost(figureOf(subject, name, total)),
      measured: total,
      evidence: evidence.named([name], total.weight, rows),
    },
  ];
}

function nameIsNotCause({ reading, evidence, words }: Subject): Statement[] {
  const caution = cautionOf(reading, 'name-misleads');
  if (caution === undefined) return [];
  const { frames, rows, values } = caution;
  return [
    {
      id: 'unproven:name-is-not-cause',
      text: words.unproven.nameIsNotCause(frameText(frames[0] ?? ''), String(values['word'] ?? '')),
      measured: measuredOf(caution),
      evidence: evidence.rows(rows),
    },
  ];
}

function waitIsNotContention(subject: Subject): Statement[] {
  const { reading, words, callRows } = subject;
  const call = reading.systemCalls.calls.find(({ kind }) => kind === 'wait' || kind === 'lock');
  if (call === undefined) return [];
  return [
    {
      id: 'unproven:wait-is-not-contention',
      text: words.unproven.waitIsNotContention(
        figureOf(subject, call.frame, call),
        callersText(subject, call.callers),
      ),
      measured: measuredOf(call),
      evidence: callEvidence(subject, callRows.ofCall(call), call.weight),
    },
  ];
}

function kernelIsNotCalls(subject: Subject): Statement[] {
  const { reading, words, figures, callRows } = subject;
  const { all } = reading.systemCalls;
  if (all.weight === 0 || reading.unit === 'bytes') return [];
  return [
    {
      id: 'unproven:kernel-is-not-calls',
      text: words.unproven.kernelIsNotCalls(figures.measured(all)),
      measured: all,
      evidence: callEvidence(subject, callRows.all(), all.weight),
    },
  ];
}

function gainIsBounded(subject: Subject): Statement[] {
  const { reading, evidence, words, figures, terms } = subject;
  const [hottest] = reading.hotBySelf;
  const times = hottest && timesWithout(hottest.self, reading, terms.locale);
  if (hottest === undefined || times === undefined) return [];
  const { name, self, rows } = hottest;
  return [
    {
      id: 'unproven:gain-is-bounded',
      text: words.unproven.gainIsBounded(frameText(name), figures.share(self), times),
      measured: self,
      evidence: evidence.self(name, rows),
    },
  ];
}

function cpuIsNotLatency({ reading, evidence, words }: Subject): Statement[] {
  if (cautionOf(reading, 'on-cpu-only') === undefined || reading.unit === 'count') return [];
  return [
    {
      id: 'unproven:cpu-is-not-latency',
      text: words.unproven.cpuIsNotLatency,
      evidence: evidence.all(),
    },
  ];
}

/** Whether two frames stand on this one: the first, right after it in the rows, is not all. */
function isFork({ end }: CallTree, row: number): boolean {
  const last = end[row] ?? row + 1;
  return row + 1 < last && (end[row + 1] ?? last) < last;
}

/** The heaviest place where two frames stand side by side, in the order of names. */
function orderIsNotTime({ reading, tree, profile, evidence, words }: Subject): Statement[] {
  const fork = reading.chains.flatMap(({ steps }) => steps).find(({ row }) => isFork(tree, row));
  if (fork === undefined) return [];
  const left = fork.row + 1;
  const right = tree.end[left] ?? left;
  return [
    {
      id: 'unproven:order-is-not-time',
      text: words.unproven.orderIsNotTime(
        frameText(tree.nameOf(left)),
        frameText(tree.nameOf(right)),
        profile.samples.time !== undefined,
      ),
      evidence: evidence.rows([left, right]),
    },
  ];
}

function oneRecording({ reading, evidence, words }: Subject): Statement {
  return {
    id: 'unproven:one-recording',
    text: words.unproven.oneRecording(reading.samples !== undefined),
    evidence: evidence.all(),
  };
}

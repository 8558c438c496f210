import { frameText, joinEqualSteps, samplesNeeded, say } from '../../flame/index.ts';
import type { CallChain, ChainStep } from '../../flame/index.ts';
import type { Question } from '../said.ts';
import { measuredOf } from './measured-of.ts';
import { callEvidence } from './say-calls.ts';
import { cautionOf, widestHolder } from './say-unproven.ts';
import { timesWithout } from './times-without.ts';
import type { Subject } from './subject.ts';
import { callersText, figureOf } from './subject.ts';

/** Questions about this very profile, each with the answer computed from it. */
export function sayQuestions(subject: Subject): Question[] {
  return [
    ...calls(subject),
    ...own(subject),
    ...nested(subject),
    ...first(subject),
    ...sure(subject),
    ...callers(subject),
    ...places(subject),
    ...waiting(subject),
    ...gain(subject),
  ];
}

function calls(subject: Subject): Question[] {
  const { reading, words, figures, callRows } = subject;
  const { all, calls: found } = reading.systemCalls;
  const [largest] = found;
  if (largest === undefined) return [];
  const most = words.weighed(frameText(largest.frame), figures.weight(largest.weight));
  return [
    {
      id: 'ask:calls',
      text: words.questions.calls,
      answer: {
        id: 'answer:calls',
        text: words.questions.callsAnswer(figures.measured(all), most),
        measured: all,
        evidence: callEvidence(subject, callRows.all(), all.weight),
      },
    },
  ];
}

/** The widest function with nothing of its own, or simply the widest below the root. */
function own(subject: Subject): Question[] {
  const { reading, words, figures, evidence } = subject;
  const misleading = cautionOf(reading, 'name-misleads')?.frames[0];
  const fact =
    reading.hotByTotal.find(({ name }) => name === misleading) ??
    widestHolder(reading) ??
    reading.hotByTotal.find(({ wider }) => wider > 0);
  if (fact === undefined) return [];
  const { name, self, total, rows } = fact;
  return [
    {
      id: 'ask:own',
      text: words.questions.own(figureOf(subject, name, total)),
      answer: {
        id: 'answer:own',
        text: words.questions.ownAnswer(
          frameText(name),
          figures.weight(self.weight),
          self.weight === 0,
        ),
        measured: self,
        evidence: self.weight === 0 ? evidence.rows(rows) : evidence.self(name, rows),
      },
    },
  ];
}

/** Two frames of one chain whose weights look like those of neighbours: the guide's mistake in 1.3. */
function nested(subject: Subject): Question[] {
  const { reading, words, figures, evidence } = subject;
  const pair = pairOfChain(reading.chains[0]);
  if (pair === undefined) return [];
  const { outer, inner, between, holder } = pair;
  // Two weights that read the same are no question.
  if (figures.weight(outer.total) === figures.weight(inner.total)) return [];
  const named = ({ name, total }: ChainStep) => ({
    frame: frameText(name),
    measured: figures.weight(total),
  });
  const answer = words.questions.nestedAnswer(
    frameText(outer.name),
    frameText(inner.name),
    between,
  );
  const proof =
    holder === undefined
      ? []
      : words.questions.nestedProof(figures.weight(outer.total + inner.total), named(holder));
  return [
    {
      id: 'ask:nested',
      text: words.questions.nested(named(inner), named(outer)),
      answer: {
        id: 'answer:nested',
        text: say`${answer}${proof}`,
        evidence: evidence.rows([outer.row, inner.row]),
      },
    },
  ];
}

/** The end of a chain, a frame halfway down to it, and one above both that is narrower than their sum. */
function pairOfChain(chain: CallChain | undefined) {
  const steps = chain?.steps ?? [];
  const inner = steps.at(-1);
  const lines = joinEqualSteps(steps);
  const outer = lines[Math.min(lines.length >> 1, lines.length - 2)]?.at(-1);
  if (inner === undefined || outer === undefined || outer.name === inner.name) return undefined;
  const at = steps.indexOf(outer);
  const holder = steps.slice(0, at).findLast(({ total }) => total < outer.total + inner.total);
  return { outer, inner, between: steps.length - 2 - at, holder };
}

function first({ reading, words, figures, evidence }: Subject): Question[] {
  const [one, two] = reading.hotBySelf;
  if (reading.samples === undefined || one === undefined || two === undefined) return [];
  return [
    {
      id: 'ask:first',
      text: words.questions.first(frameText(one.name), frameText(two.name)),
      answer: {
        id: 'answer:first',
        text: words.questions.firstAnswer(
          figures.weight(one.self.weight),
          figures.weight(two.self.weight),
          cautionOf(reading, 'rank-undecided') === undefined,
        ),
        evidence: evidence.leaves([one.name, two.name], [...one.rows, ...two.rows]),
      },
    },
  ];
}

function sure({ reading, words, figures, evidence }: Subject): Question[] {
  const [hottest] = reading.hotBySelf;
  if (hottest?.self.interval === undefined) return [];
  const { name, self, rows } = hottest;
  return [
    {
      id: 'ask:sure',
      text: words.questions.sure(frameText(name), figures.share(self)),
      answer: {
        id: 'answer:sure',
        text: words.questions.sureAnswer(
          figures.interval(self),
          figures.number(samplesNeeded(0.01, self.share)),
        ),
        measured: self,
        evidence: evidence.self(name, rows),
      },
    },
  ];
}

function callers(subject: Subject): Question[] {
  const { reading, words, evidence } = subject;
  const fact = reading.hotBySelf.find((each) => each.callers.length > 1);
  if (fact === undefined) return [];
  return [
    {
      id: 'ask:callers',
      text: words.questions.callers(frameText(fact.name)),
      answer: {
        id: 'answer:callers',
        text: words.questions.callersAnswer(callersText(subject, fact.callers)),
        evidence: {
          view: { view: 'sandwich', function: fact.name },
          rows: evidence.order(fact.rows),
        },
      },
    },
  ];
}

function places({ reading, words, figures, evidence }: Subject): Question[] {
  const shape = reading.shapes.find(({ code }) => code === 'scattered-leaf');
  if (shape === undefined) return [];
  const [name = ''] = shape.frames;
  return [
    {
      id: 'ask:places',
      text: words.questions.places(frameText(name)),
      answer: {
        id: 'answer:places',
        text: words.questions.placesAnswer(
          figures.number(Number(shape.values['places'])),
          figures.weight(shape.weight),
          figures.weight(Number(shape.values['largest'])),
        ),
        measured: measuredOf(shape),
        evidence: evidence.self(name, shape.rows),
      },
    },
  ];
}

function waiting(subject: Subject): Question[] {
  const { reading, words, figures, callRows } = subject;
  const call = reading.systemCalls.calls.find(
    ({ kind, callers: who }) => kind === 'wait' && who.length > 0,
  );
  if (call === undefined) return [];
  const idle = cautionOf(reading, 'idle-threads');
  return [
    {
      id: 'ask:waiting',
      text: words.questions.waiting(frameText(call.frame)),
      answer: {
        id: 'answer:waiting',
        text: words.questions.waitingAnswer(
          callersText(subject, call.callers),
          idle === undefined ? undefined : figures.measured(idle),
        ),
        measured: measuredOf(call),
        evidence: callEvidence(subject, callRows.ofCall(call), call.weight),
      },
    },
  ];
}

function gain({ reading, words, figures, evidence, terms }: Subject): Question[] {
  const [hottest] = reading.hotBySelf;
  const times = hottest && timesWithout(hottest.self, reading, terms.locale);
  if (hottest === undefined || times === undefined) return [];
  const { name, self, rows } = hottest;
  return [
    {
      id: 'ask:gain',
      text: words.questions.gain(frameText(name)),
      answer: {
        id: 'answer:gain',
        text: words.questions.gainAnswer(figures.share(self), times),
        measured: self,
        evidence: evidence.self(name, rows),
      },
    },
  ];
}

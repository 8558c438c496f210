import { formatInterval, wilsonInterval } from '../../flame/index.ts';
import type { Reading } from '../../flame/index.ts';
import type { Statement } from '../said.ts';
import { measuredOf } from './measured-of.ts';
import { callEvidence } from './say-calls.ts';
import type { Subject } from './subject.ts';
import { figureOf } from './subject.ts';

/** Kinds of code below this are no feature of the picture. */
const smallestKind = 0.05;

/** The table of section 1.1, right: how much there is, what is widest, what is in the kernel. */
export function sayFeatures(subject: Subject): Statement[] {
  const { reading, figures, evidence, words } = subject;
  const { totalWeight, functions, maxDepth } = reading;
  const { features } = words;
  return [
    {
      id: 'feature:size',
      text: features.size(
        figures.weight(totalWeight),
        figures.number(functions),
        figures.number(maxDepth),
      ),
      evidence: evidence.all(),
    },
    ...oneSample(subject),
    ...widest(subject),
    ...largestSelf(subject),
    calls(subject),
    ...kinds(subject),
  ];
}

/** More than this, and one sample is nothing that a reader could see. */
const manySamples = 10_000;

function oneSample({
  reading: { samples },
  evidence,
  words,
  figures,
  terms,
}: Subject): Statement[] {
  if (samples === undefined || samples < 1 || samples >= manySamples) return [];
  const { locale } = terms;
  const text = words.features.oneSample(
    figures.share({ weight: 1, share: 1 / samples }),
    formatInterval(wilsonInterval(1, samples), locale),
    formatInterval(wilsonInterval(0, samples), locale),
  );
  return [{ id: 'feature:one-sample', text, evidence: evidence.all() }];
}

function widest(subject: Subject): Statement[] {
  const [node] = subject.reading.widest;
  if (node === undefined) return [];
  return [
    {
      id: 'feature:widest',
      text: subject.words.features.widest(figureOf(subject, node.name, node)),
      measured: measuredOf(node),
      evidence: subject.evidence.rows([node.row]),
    },
  ];
}

function largestSelf(subject: Subject): Statement[] {
  const [hottest] = subject.reading.hotBySelf;
  if (hottest === undefined) return [];
  return [
    {
      id: 'feature:largest-self',
      text: subject.words.features.largestSelf(figureOf(subject, hottest.name, hottest.self)),
      measured: hottest.self,
      evidence: subject.evidence.self(hottest.name, hottest.rows),
    },
  ];
}

function calls(subject: Subject): Statement {
  const { reading, evidence, words, figures } = subject;
  const { all, calls: found }: Reading['systemCalls'] = reading.systemCalls;
  if (found.length === 0) {
    return { id: 'feature:calls', text: words.features.noCalls, evidence: evidence.all() };
  }
  return {
    id: 'feature:calls',
    text: words.features.calls(figures.measured(all)),
    measured: all,
    evidence: callEvidence(subject, subject.callRows.all(), all.weight),
  };
}

function kinds({ reading, evidence, words, terms, figures }: Subject): Statement[] {
  return reading.selfByKind
    .filter(({ share }) => share >= smallestKind)
    .map((part) => {
      const kind = terms.frameKinds[part.name as keyof typeof terms.frameKinds];
      return {
        id: `kind:${part.name}`,
        text: words.features.kind(kind, figures.measured(part)),
        measured: measuredOf(part),
        evidence: evidence.all({ highlight: [`kind:${part.name}`] }),
      };
    });
}

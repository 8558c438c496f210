import PipelineFigure from '../widgets/diff-bench/PipelineFigure.astro';
import RunsFigure from '../widgets/is-it-real/RunsFigure.astro';
import Claim from './Claim.astro';
import Emphasis from './Emphasis.astro';
import Figure from './Figure.astro';
import FrameName from './FrameName.astro';
import Nothing from './Nothing.astro';
import Sources from './Sources.astro';
import Term from './Term.astro';
import TextLink from './TextLink.astro';

/**
 * What the evidence of a claim is made of. All other parts of a lesson are left out, with their
 * scripts and styles: a page that shows claims only must not load the explorables.
 */
export const claimParts = {
  a: TextLink,
  em: Emphasis,
  h2: Nothing,
  h3: Nothing,
  pre: Nothing,
  table: Nothing,
  Claim,
  CodeReview: Nothing,
  DiffBench: Nothing,
  Figure,
  FrameName,
  GuideTable: Nothing,
  IdleOrContended: Nothing,
  Interview: Nothing,
  IsItReal: Nothing,
  PeelFrame: Nothing,
  PipelineFigure,
  PipelineRun: Nothing,
  PollingSimulator: Nothing,
  Practise: Nothing,
  Predict: Nothing,
  RebuildTree: Nothing,
  RunsFigure,
  SamplingSimulator: Nothing,
  Sources,
  StackFolder: Nothing,
  Step: Nothing,
  SymbolDoctor: Nothing,
  Term,
  ToolSort: Nothing,
};

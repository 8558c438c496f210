import Claim from './Claim.astro';
import CodeBlock from './CodeBlock.astro';
import Emphasis from './Emphasis.astro';
import Figure from './Figure.astro';
import FrameName from './FrameName.astro';
import GuideTable from './GuideTable.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Interview from './Interview.astro';
import Practise from './Practise.astro';
import Predict from './Predict.astro';
import Sources from './Sources.astro';
import Step from './Step.astro';
import Term from './Term.astro';
import TextLink from './TextLink.astro';
import WideTable from './WideTable.astro';
import CodeReview from '../widgets/code-review/CodeReview.astro';
import DiffBench from '../widgets/diff-bench/DiffBench.astro';
import PipelineFigure from '../widgets/diff-bench/PipelineFigure.astro';
import PipelineRun from '../widgets/diff-bench/PipelineRun.astro';
import IsItReal from '../widgets/is-it-real/IsItReal.astro';
import RunsFigure from '../widgets/is-it-real/RunsFigure.astro';
import IdleOrContended from '../widgets/idle-or-contended/IdleOrContended.astro';
import PeelFrame from '../widgets/peel-frame/PeelFrame.astro';
import PollingSimulator from '../widgets/polling-simulator/PollingSimulator.astro';
import RebuildTree from '../widgets/rebuild-tree/RebuildTree.astro';
import SamplingSimulator from '../widgets/sampling-simulator/SamplingSimulator.astro';
import StackFolder from '../widgets/stack-folder/StackFolder.astro';
import SymbolDoctor from '../widgets/symbol-doctor/SymbolDoctor.astro';
import ToolSort from '../widgets/tool-sort/ToolSort.astro';

/** What a lesson may use without importing it; docs/how-to/add-a-lesson.md explains each. */
export const lessonParts = {
  a: TextLink,
  em: Emphasis,
  h2: Heading2,
  h3: Heading3,
  pre: CodeBlock,
  table: WideTable,
  Claim,
  CodeReview,
  DiffBench,
  Figure,
  FrameName,
  GuideTable,
  IdleOrContended,
  Interview,
  IsItReal,
  PeelFrame,
  PollingSimulator,
  PipelineFigure,
  PipelineRun,
  Practise,
  Predict,
  RebuildTree,
  RunsFigure,
  Sources,
  SamplingSimulator,
  StackFolder,
  Step,
  SymbolDoctor,
  Term,
  ToolSort,
};

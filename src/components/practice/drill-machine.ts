/** What the drills need once they run: loaded together, by the first drill. */
import '../quiz/define.ts';
import '../widgets/flame-graph/define.ts';

export { drillLevelOf, makeDrill } from '../../lib/drills/index.ts';
export { buildDrill } from './drill-view.ts';

// With the demanglers: `shown-name.ts` does without them until somebody loads them.
import './symbol.ts';

export type { DisplayLevel } from './shown-name.ts';
export { displayLevels, displayName } from './shown-name.ts';

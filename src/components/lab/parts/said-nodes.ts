import { displayName } from '../../../lib/flame/index.ts';
import type { Text } from '../../../lib/flame/index.ts';
import { fixSpaces } from '../../../lib/site/typeset/fixed-spaces.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';

/** A frame's name as code: short, and whole as its title. Names are text, whatever they hold. */
export function frameCode(name: string): HTMLElement {
  return build(
    'code',
    { class: 'frame-name', title: name, translate: 'no' },
    displayName(name, { level: 'shortest' }),
  );
}

/** A sentence with its frames. */
export function saidNodes(text: Text): (Node | string)[] {
  return text.map((part) => (typeof part === 'string' ? fixSpaces(part) : frameCode(part.frame)));
}

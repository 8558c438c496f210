import { build } from '../../widgets/flame-graph/build-element.ts';

/** A part of what stands beside the graph, under a heading of its own. */
export function deskPart(id: string, heading: string, ...content: HTMLElement[]): HTMLElement {
  const head = build('h2', { id }, heading);
  return build('section', { class: 'lab-part', 'aria-labelledby': id }, head, ...content);
}

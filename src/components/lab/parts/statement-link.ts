import type { ViewSketch } from '../../../lib/flame/index.ts';
import type { Statement } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabWords } from '../load-words.ts';
import { saidNodes } from './said-nodes.ts';

/** What a statement asks of the graph. */
export interface EvidenceActions {
  /** The address of the page with this view; a link for the reader to keep. */
  addressOf(view: ViewSketch): string;
  showEvidence(view: ViewSketch): void;
}

/** A statement as a link that shows on the graph what it rests on. */
export function statementLink(
  { text, evidence, measured, judgement }: Statement,
  words: LabWords,
  actions: EvidenceActions,
): HTMLElement {
  const link = build(
    'a',
    { class: 'lab-statement', href: actions.addressOf(evidence.view) },
    build('span', { class: 'lab-said' }, ...saidNodes(text)),
  );
  // Its words are part of the text; this is for the colour.
  if (judgement !== undefined) link.dataset['judgement'] = judgement;
  if (evidence.shownOf !== undefined) {
    const { shown, of } = evidence.shownOf;
    const note = words.reading.shownOf(String(shown), String(of));
    link.append(build('small', { class: 'lab-shown-of' }, note));
  }
  if (measured !== undefined) link.append(shareBar(measured.share));
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    unmarkStatements();
    link.setAttribute('aria-current', 'true');
    actions.showEvidence(evidence.view);
  });
  return link;
}

/** The graph shows something else now. */
export function unmarkStatements(): void {
  for (const link of document.querySelectorAll('.lab-statement[aria-current]')) {
    link.removeAttribute('aria-current');
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The share as a thin line, for eyes only: the text has the figure. SVG, since styles by attribute are forbidden. */
function shareBar(share: number): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'lab-share');
  svg.setAttribute('aria-hidden', 'true');
  const bar = document.createElementNS(svgNamespace, 'rect');
  bar.setAttribute('width', `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`);
  bar.setAttribute('height', '100%');
  svg.append(bar);
  return svg;
}

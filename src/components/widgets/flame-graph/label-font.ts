import { build } from './build-element.ts';

/** A canvas is set in the font of an element. */
export function fontOf({
  fontSize,
  fontFamily,
}: Pick<CSSStyleDeclaration, 'fontSize' | 'fontFamily'>): string {
  return `${fontSize} ${fontFamily}`;
}

/** Advance of one character of an element's monospaced font, in CSS pixels. */
export function advanceOf(style: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 6.7;
  context.font = fontOf(style);
  return context.measureText('mmmmmmmmmm').width / 10;
}

/** The same for the labels of pictures in `host`, whether or not there is one yet. */
export function labelAdvance(host: HTMLElement): number {
  const probe = build('span', { class: 'flame-ink' });
  host.append(probe);
  const advance = advanceOf(getComputedStyle(probe));
  probe.remove();
  return advance;
}

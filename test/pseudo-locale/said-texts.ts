import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A text of a page, visible or spoken, with what it says of its language. */
export interface SaidText {
  readonly text: string;
  /** The nearest `lang`. */
  readonly lang: string;
  /** Where it stands: names of the elements around it with their classes, outermost first. */
  readonly place: string;
}

/** Attributes that are read out or shown. */
const spoken = ['aria-label', 'title', 'alt', 'placeholder', 'label'];

/** Attributes that hand words to a script, as JSON. */
const handed = ['data-words', 'data-told'];

/** What is not of any language: code, names of frames, drawings, data for scripts. */
const wordless = new Set(['code', 'pre', 'svg', 'script', 'style', 'kbd', 'samp']);

/** Every text of a page but what is `translate="no"` or code. Without recursion: pages are deep. */
export function saidTexts(file: string): SaidText[] {
  const texts: SaidText[] = [];
  const waiting: { node: Tree.Node; lang: string; place: string }[] = [
    { node: parse(readFileSync(file, 'utf8')), lang: '', place: '' },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    let { lang, place } = next;
    if (node.nodeName === '#text') {
      texts.push({ text: (node as Tree.TextNode).value.trim(), lang, place });
      continue;
    }
    if ('attrs' in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      lang = attributes.get('lang') ?? lang;
      const classes = attributes.get('class')?.trim().split(/\s+/).join('.');
      place += ` ${node.tagName}${classes ? `.${classes}` : ''}`;
      for (const name of spoken) {
        const text = attributes.get(name);
        if (text !== undefined && attributes.get('translate') !== 'no')
          texts.push({ text, lang, place: `${place}[${name}]` });
      }
      for (const name of handed) {
        for (const text of leavesOf(JSON.parse(attributes.get(name) ?? 'null')))
          texts.push({ text, lang, place: `${place}[${name}]` });
      }
      if (wordless.has(node.tagName) || attributes.get('translate') === 'no') continue;
      if (node.tagName === 'meta' && ['description', 'og:title'].includes(nameOf(attributes)))
        texts.push({ text: attributes.get('content') ?? '', lang, place });
    }
    const content = 'content' in node ? node.content : node;
    if ('childNodes' in content) {
      for (const child of content.childNodes.toReversed())
        waiting.push({ node: child, lang, place });
    }
  }
  return texts.filter(({ text }) => text !== '');
}

function nameOf(attributes: ReadonlyMap<string, string>): string {
  return attributes.get('name') ?? attributes.get('property') ?? '';
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

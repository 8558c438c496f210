import { fixSpaces } from '../typeset/fixed-spaces.ts';
import { optionsApart, staysWhole } from '../typeset/whole-code.ts';

interface HtmlNode {
  type: string;
  tagName?: string | undefined;
  value?: string | undefined;
  properties?: Record<string, unknown> | undefined;
  children?: HtmlNode[] | undefined;
}

const codePart = (value: string, index: number): HtmlNode => {
  const text = { type: 'text', value };
  if (index % 2 === 0) return text;
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['whole'] },
    children: [text],
  };
};

/** A rehype plugin: short code, and a number with its unit, stay on one line. Blocks of code are left as they are. */
export function rehypeKeptTogether() {
  return (tree: HtmlNode): void => {
    const waiting = [tree];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.tagName === 'pre') continue;
      if (node.tagName === 'code') {
        const text = (node.children ?? []).map(({ value = '' }) => value).join('');
        if (staysWhole(text)) node.properties = { ...node.properties, className: ['whole'] };
        else node.children = optionsApart(text).map(codePart);
      } else if (node.type === 'text') node.value = fixSpaces(node.value ?? '');
      else waiting.push(...(node.children ?? []));
    }
  };
}

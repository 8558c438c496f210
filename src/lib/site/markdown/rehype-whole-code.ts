import { staysWhole } from '../whole-code.ts';

interface HtmlNode {
  type: string;
  tagName?: string | undefined;
  value?: string | undefined;
  properties?: Record<string, unknown> | undefined;
  children?: HtmlNode[] | undefined;
}

/** A rehype plugin: short code in running text gets the class that keeps it on one line. */
export function rehypeWholeCode() {
  return (tree: HtmlNode): void => {
    const waiting = [tree];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.tagName === 'pre') continue;
      if (node.tagName === 'code') {
        const text = (node.children ?? []).map(({ value = '' }) => value).join('');
        if (staysWhole(text)) node.properties = { ...node.properties, className: ['whole'] };
      } else waiting.push(...(node.children ?? []));
    }
  };
}

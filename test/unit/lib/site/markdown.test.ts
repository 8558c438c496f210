import { unified } from '@astrojs/markdown-remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { describe, expect, it } from 'vitest';
import { rehypeKeptTogether } from '../../../../src/lib/site/markdown/rehype-kept-together.ts';
import {
  quoteHeadingMarks,
  remarkHeadingIds,
} from '../../../../src/lib/site/markdown/remark-heading-ids.ts';
import { inlineMarkup } from '../../../../src/lib/bank/index.ts';
import { inlineCode } from '../../../../src/lib/site/inline-code.ts';

async function compiled(source: string, path = 'src/content/lessons/zh/a.mdx'): Promise<string> {
  const processor = unified({
    remarkPlugins: [remarkHeadingIds, remarkCjkFriendly],
    rehypePlugins: [rehypeKeptTogether],
    smartypants: false,
  });
  const shared = { syntaxHighlight: false as const, shikiConfig: {} };
  const renderer = await processor.createMdxRenderer?.(shared, { optimize: false });
  if (renderer === undefined) throw new Error('The processor renders no MDX.');
  return (await renderer.process(source, path, {})).code;
}

describe('a heading’s own id', () => {
  it('is the same in every language, and not part of the heading', async () => {
    const code = await compiled('## 热路径 {#hot-path}');
    expect(code).toContain('id: "hot-path"');
    expect(code).toContain('children: "热路径"');
  });

  it('may follow code and emphasis', async () => {
    const code = await compiled('## The `writev` **calls** {#calls}');
    expect(code).toContain('id: "calls"');
    expect(code).not.toContain('{#calls}');
  });

  it('must be there in a lesson: the build stops and says where', async () => {
    await expect(compiled('# A {#a}\n\n## 没有标记')).rejects.toThrow(/This heading has no id/);
  });

  it('need not be there elsewhere', async () => {
    await expect(compiled('## Plain', 'src/pages/a.mdx')).resolves.toContain('Plain');
  });

  it('must not stand twice', async () => {
    await expect(compiled('## A {#same}\n\n## B {#same}')).rejects.toThrow(
      /Two headings have the id "same"/,
    );
  });

  it('is left alone inside a code block', () => {
    const source = '```md\n## A {#a}\n```\n\n## B {#b}';
    expect(quoteHeadingMarks(source)).toBe('```md\n## A {#a}\n```\n\n## B {"#b"}');
  });
});

it('renders emphasis that ends in full-width punctuation, which used to stay as asterisks', async () => {
  const code = await compiled('## 标题 {#t}\n\n**注意：**火焰图');
  expect(code).toContain('_components.strong');
  expect(code).not.toContain('**');
});

describe('inline code in plain text', () => {
  it('turns backticks into code and escapes everything', () => {
    expect(inlineCode('a `b<c>` & <img src=x>')).toBe(
      'a <code>b&#60;c&#62;</code> &#38; &#60;img src=x&#62;',
    );
  });

  it('keeps short code that a hyphen or a space would part on one line, and no other', async () => {
    expect(inlineCode('`-g`, `ss -ti`, `perf`')).toBe(
      '<code class="whole">-g</code>, <code class="whole">ss -ti</code>, <code>perf</code>',
    );
    const code = await compiled('`-g` `main` `perf record dwarf,4096`');
    expect(code.match(/whole/g)).toHaveLength(1);
    expect(code).toMatch(/"whole",\s*children: "-g"/);
  });

  it('keeps the options of longer code on one line each, which a browser would part between their hyphens', async () => {
    expect(inlineCode('`perf record -F 99 -- ./before`')).toBe(
      '<code>perf record <span class="whole">-F</span> 99 <span class="whole">--</span> ./before</code>',
    );
    const code = await compiled('`flamegraph.pl in.folded --negate` `a-long-hyphenated-name`');
    expect(code.match(/whole/g)).toHaveLength(1);
    expect(code).toMatch(/"whole",\s*children: "--negate"/);
    expect(inlineMarkup('`perf record --call-graph dwarf`')).toContain(
      'record <span class="whole">--call-graph</span> dwarf',
    );
  });

  it('keeps both ends of a range of numbers on one line, and leaves other dashes', async () => {
    expect(inlineCode('lines 71–75, 2.1–7%, 5%–7%, Mann–Whitney, 2 – 3')).toBe(
      'lines 71–\u206075, 2.1–\u20607%, 5%–\u20607%, Mann–Whitney, 2 – 3',
    );
    expect(await compiled('16–32%')).toContain('16–\u206032%');
  });

  it('keeps a number with its unit, and no word that only begins like one', async () => {
    const code = await compiled('8 KiB in 20 ms, 3 samples, 2 minutes; 1/(1 − *p*). `8 KiB`');
    expect(code).toContain('8\u00a0KiB in 20\u00a0ms, 3 samples, 2 minutes; 1/(1\u00a0−\u00a0');
    expect(code).toContain('"8 KiB"');
  });
});

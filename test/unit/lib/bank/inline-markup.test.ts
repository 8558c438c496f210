import { describe, expect, it } from 'vitest';
import { blockMarkup, inlineMarkup, plainText } from '../../../../src/lib/bank/index.ts';

describe('the Markdown of questions', () => {
  it.each([
    ['`a<b>` and **wide**', '<code translate="no">a&lt;b&gt;</code> and <strong>wide</strong>'],
    ['**注意：**火焰图', '<strong>注意：</strong>火焰图'],
    ['一个*更宽*的栈帧', '一个<em>更宽</em>的栈帧'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['`**not strong**`', '<code class="whole" translate="no">**not strong**</code>'],
    ['[perf](https://perf.wiki)', '<a href="https://perf.wiki">perf</a>'],
    ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
    ['``a ` b``', '<code class="whole" translate="no">a ` b</code>'],
  ])('%s', (text, html) => {
    expect(inlineMarkup(text)).toBe(html);
  });

  it('never lets a text be HTML', () => {
    expect(inlineMarkup('<img src=x onerror=alert(1)>')).not.toContain('<img');
    expect(inlineMarkup('`<script>`')).not.toContain('<script');
  });

  it('has paragraphs, lists and code', () => {
    expect(blockMarkup('One.\n\n- a\n- b\n\n```\nx < y\n\n# z\n```')).toBe(
      [
        '<p>One.</p>',
        '<ul><li>a</li><li>b</li></ul>',
        '<pre translate="no" tabindex="0"><code>x &lt; y\n\n# z</code></pre>',
      ].join('\n'),
    );
  });

  it('can be taken off', () => {
    expect(plainText('**`a`** is\n[wide](https://x.y)')).toBe('a is wide');
  });
});

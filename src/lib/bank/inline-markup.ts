import { escapeXml } from '../flame/index.ts';
import { fixSpaces } from '../site/typeset/fixed-spaces.ts';
import { optionsApart, staysWhole } from '../site/typeset/whole-code.ts';

/*
 * The little Markdown of questions. Everything is escaped first, so that a text is never HTML, and
 * `**注意：**火焰图` is strong whatever stands around it.
 */

// A character of the private use area keeps the place of code while the rest is read.
const codeSpan = /(`+)(.+?)\1(?!`)/gs;
const link = /\[([^\]]+)\]\(((?:https?:\/\/|\/|\.{0,2}\/|#)[^\s)]*)\)/g;

/** One run of text as HTML: `code`, **strong**, *emphasis*, [links](https://…). */
export function inlineMarkup(text: string): string {
  const codes: string[] = [];
  const held = text.replace(codeSpan, (_, _ticks: string, code: string) => {
    const kept = code.replace(/^ (.*) $/s, '$1');
    const whole = staysWhole(kept) ? ' class="whole"' : '';
    codes.push(
      `<code${whole} translate="no">${whole ? escapeXml(kept) : commandMarkup(kept)}</code>`,
    );
    return `\ue000${codes.length - 1}\ue000`;
  });
  return escapeXml(fixSpaces(held))
    .replace(link, '<a href="$2">$1</a>')
    .replace(/\*\*(.+?)\*\*/gs, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\w*])/g, '<em>$1</em>')
    .replace(/\ue000(\d+)\ue000/g, (_, index: string) => codes[Number(index)] ?? '');
}

function commandMarkup(code: string): string {
  return optionsApart(code)
    .map(escapeXml)
    .map((part, index) => (index % 2 === 1 ? `<span class="whole">${part}</span>` : part))
    .join('');
}

/** Paragraphs, `- ` lists and fenced code, parted by empty lines. */
export function blockMarkup(text: string): string {
  return blocksOf(text).map(blockHtml).join('\n');
}

function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let fence: string[] | undefined;
  let lines: string[] = [];
  const finish = () => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
  };
  for (const line of text.trim().split('\n')) {
    if (fence !== undefined) {
      fence.push(line);
      if (line.trim() !== '```') continue;
      blocks.push(fence.join('\n'));
      fence = undefined;
    } else if (line.startsWith('```')) {
      finish();
      fence = [line];
    } else if (line.trim() === '') finish();
    else lines.push(line);
  }
  if (fence !== undefined) blocks.push(fence.join('\n'));
  finish();
  return blocks;
}

function blockHtml(block: string): string {
  const lines = block.split('\n');
  if (block.startsWith('```')) {
    const code = lines.slice(1, lines.at(-1)?.trim() === '```' ? -1 : undefined).join('\n');
    return `<pre translate="no" tabindex="0"><code>${escapeXml(code)}</code></pre>`;
  }
  if (lines[0]?.startsWith('- ') === true) {
    const items = block.split(/^- /m).slice(1);
    return `<ul>${items.map((item) => `<li>${inlineMarkup(item.trim())}</li>`).join('')}</ul>`;
  }
  return `<p>${inlineMarkup(block)}</p>`;
}

/** A text without its markup: for lists, titles and cards. */
export function plainText(text: string): string {
  return text
    .replace(link, '$1')
    .replace(/`+|\*\*/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

import { fixSpaces } from './typeset/fixed-spaces.ts';
import { optionsApart, staysWhole } from './typeset/whole-code.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Plain text with `backticks` as HTML: everything is escaped, the backticks become `<code>`. */
export function inlineCode(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(fixSpaces(part));
      if (staysWhole(part)) return `<code class="whole">${escaped(part)}</code>`;
      return `<code>${optionsApart(part)
        .map(escaped)
        .map((each, at) => (at % 2 === 1 ? `<span class="whole">${each}</span>` : each))
        .join('')}</code>`;
    })
    .join('');
}

import { staysWhole } from './whole-code.ts';

/** Plain text with `backticks` as HTML: everything is escaped, the backticks become `<code>`. */
export function inlineCode(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return escaped.replace(
    /`([^`]+)`/g,
    (_, code: string) => `<code${staysWhole(code) ? ' class="whole"' : ''}>${code}</code>`,
  );
}

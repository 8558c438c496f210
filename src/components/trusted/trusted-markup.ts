/** What TypeScript's DOM library does not know yet; MDN: Trusted Types API. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string },
  ): { createHTML(markup: string): string };
}

const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy(
  'flamewise-markup',
  { createHTML: (markup) => markup },
);

/**
 * Lets markup into the page, where the policy of the site refuses every other string. Only for
 * what our own painters wrote, which escape each name, and for pages of this site. Everything
 * else is text: `textContent`, `append`.
 */
export function trustedMarkup(markup: string): string {
  return policy?.createHTML(markup) ?? markup;
}

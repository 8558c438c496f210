import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Look {
  /** A selector: only this part of the page is looked at. */
  readonly within?: string;
  /** Only what colours decide: for a page whose other theme has been looked at. */
  readonly onlyContrast?: boolean;
}

/**
 * Fails on any rule of WCAG 2.2 AA, or of good practice, that axe finds broken. Asks for nothing but what
 * is broken: a selector for each of a graph's thousand nodes that are as they should be is most of the work.
 */
export async function expectAccessible(page: Page, look: Look = {}): Promise<void> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (look.within !== undefined) builder.include(look.within);
  if (look.onlyContrast === true) builder.withRules(['color-contrast']);
  else builder.withTags(tags);
  // No page has a frame of another site in it, for which axe would open a second page.
  const { violations } = await builder.setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

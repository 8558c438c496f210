import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Look {
  /** A selector: only this part of the page is looked at. */
  readonly within?: string;
  /** Only what colours decide: for a page whose other theme has been looked at. */
  readonly onlyContrast?: boolean;
}

type WithAxe = typeof globalThis & { axe?: typeof axe };

/**
 * Every rule of WCAG 2.2 AA, or of good practice, that axe finds broken, with the first place. Asks for nothing
 * but what is broken: a selector for each of a graph's thousand nodes that are as they should be is most of the work.
 */
export async function violationsOf(page: Page, look: Look = {}): Promise<string[]> {
  // axe waits for what is in a frame; no page of the site has one.
  if (page.frames().length > 1) throw new Error('The page has a frame, which axe would not see.');
  await letAxeIn(page);
  return page.evaluate(
    async ({ within, rules, selected }) => {
      const { violations } = await (globalThis as WithAxe).axe!.run(within ?? document, {
        resultTypes: ['violations'],
        runOnly: { type: rules ? 'rule' : 'tag', values: selected },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    },
    {
      within: look.within,
      rules: look.onlyContrast === true,
      selected: look.onlyContrast === true ? ['color-contrast'] : tags,
    },
  );
}

/** Fails on any rule that axe finds broken. */
export async function expectAccessible(page: Page, look: Look = {}): Promise<void> {
  expect(await violationsOf(page, look)).toEqual([]);
}

/** Brings axe into a page, once for all the looks at it. */
async function letAxeIn(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  await page.evaluate(axe.source);
  await page.evaluate(rememberColors);
}

/**
 * axe reads the colours of each text anew, some dozens on a page for some thousand texts: with this it reads each
 * once, and takes two thirds of the time.
 */
function rememberColors(): void {
  interface Color {
    r: number;
    g: number;
    b: number;
    alpha: number;
    parseString(text: string): Color;
  }
  const { commons } = (globalThis as WithAxe).axe as unknown as {
    commons: { color: { Color: { prototype: Color } } };
  };
  const { prototype } = commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Color, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function (text) {
    const remembered = known.get(text);
    if (remembered !== undefined) return Object.assign(this, remembered);
    read.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
}

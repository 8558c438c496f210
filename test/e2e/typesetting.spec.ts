import { expect, test, type Locator } from '@playwright/test';

/** Where an element's lines end: the characters around each end. */
const lineEnds = (element: Locator): Promise<string[]> =>
  element.evaluate((root) => {
    const range = document.createRange();
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const ends: string[] = [];
    let last: { character: string; bottom: number } | undefined;
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      [...(node.nodeValue ?? '')].forEach((character, index) => {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0) return;
        if (last !== undefined && box.top >= last.bottom - 2) ends.push(last.character + character);
        last = { character, bottom: box.bottom };
      });
    }
    return ends;
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const path of ['accessibility', 'guide', 'lessons/3-2-practice']) {
    test(`a Chinese heading of ${path} is parted between phrases only`, async ({ page }) => {
      await page.goto(`/zh/${path}/`);
      // A long page is laid out in pieces.
      const headings = page.locator('main :is(h1, h2, h3):visible');
      await expect(headings.nth(3)).toBeVisible();
      await expect(
        page.locator('html[data-in-pieces] [data-pieces] > :not([data-pieces], [data-laid-out])'),
      ).toHaveCount(0);
      for (const heading of await headings.all()) {
        for (const end of await lineEnds(heading)) expect(end).not.toMatch(/^\p{Script=Han}{2}$/u);
      }
    });
  }

  test('short code stays on one line, and is not cut', async ({ page }) => {
    await page.goto('/en/lessons/4-2-landscape/');
    const codes = page.locator('.lesson-text code.whole');
    expect(await codes.count()).toBeGreaterThan(5);
    const lines = await codes.evaluateAll((all) =>
      all.map((code) => ({ code: code.textContent, lines: code.getClientRects().length })),
    );
    expect(lines.filter((each) => each.lines > 1)).toEqual([]);
  });

  test('no line ends inside a range of numbers, or between the hyphens of an option', async ({
    page,
  }) => {
    const wholes = [
      ['en/guide', '.claim p, .claim li'],
      ['zh/lessons/2-2-system-calls', '.lesson-text p'],
      ['zh/questions/diff-lying-file', '.quiz-bug code'],
    ] as const;
    for (const [path, selector] of wholes) {
      await page.goto(`/${path}/`);
      const texts = await page
        .locator(selector)
        .filter({ hasText: /\d%?–|--/ })
        .all();
      expect(texts.length, path).toBeGreaterThan(1);
      for (const text of texts) {
        for (const end of await lineEnds(text)) expect(end).not.toMatch(/^(?:–\d|--)$/);
      }
    }
  });

  test('a paragraph ends in no single character', async ({ page }) => {
    await page.goto('/zh/lessons/');
    for (const promise of await page.locator('main .promise').all()) {
      const text = (await promise.innerText()).trim();
      for (const end of await lineEnds(promise)) {
        expect(text.length - text.lastIndexOf(end)).toBeGreaterThan(2);
      }
    }
  });

  for (const opened of ['sample=share-these', 'sample=chunks-8k-1&after=chunks-1m-1']) {
    test(`the legend of the lab’s pinned graph is in sight: ${opened}`, async ({ page }) => {
      await page.goto(`/zh/lab/?${opened}`);
      const legend = page.locator('.lab-graph .flame-legend');
      await expect(legend.getByRole('listitem').first()).toBeVisible();
      const cut = () =>
        legend.evaluate((list) => {
          const foot = list.getBoundingClientRect().bottom;
          const pinned = list.closest('.lesson-graph-body')!.getBoundingClientRect().bottom;
          const items = [...list.children].map((item) => item.getBoundingClientRect().bottom);
          return Math.max(...items) - Math.min(foot, pinned);
        });
      await expect.poll(cut).toBeLessThan(1);
    });
  }
});

test('on a tablet a lesson’s text stands in the middle', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto('/en/lessons/2-2-system-calls/');
  for (const part of ['.lesson-head', '.lesson-text']) {
    const box = await page.locator(part).boundingBox();
    expect(Math.abs(box!.x - (768 - box!.x - box!.width))).toBeLessThan(2);
  }
});

test('what is chosen and its name stand on one line', async ({ page }) => {
  await page.goto('/en/questions/sure-more-than-half/');
  const choices = page.locator('.quiz-confidence label');
  await expect(choices).toHaveCount(3);
  const apart = await choices.evaluateAll((labels) =>
    labels.map((label) => {
      const [circle, name] = [...label.children].map((child) => child.getBoundingClientRect());
      return Math.abs(circle!.top + circle!.height / 2 - (name!.top + name!.height / 2));
    }),
  );
  for (const distance of apart) expect(distance).toBeLessThan(1.6);
});

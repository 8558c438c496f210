import { expect, test } from '@playwright/test';
import { openGraph } from '../support/embed-page.ts';

test('a line along the box tells colours apart without colour, by library and by self weight', async ({
  page,
}) => {
  const graph = await openGraph(page);
  await graph.getByRole('button', { name: 'Views and colours' }).click();
  for (const [color, prefix, least] of [
    ['library', 'hue-', 5],
    ['self', 'heat-', 4],
  ] as const) {
    await graph.getByRole('combobox', { name: 'Colour by' }).selectOption(color);
    await expect(graph.locator(`.flame-box[class*="${prefix}"]`).first()).toBeVisible();
    const lines = await graph.locator(`.flame-box[class*="${prefix}"] line`).evaluateAll(
      (all, start) =>
        all.map((line) => {
          const name = [...line.closest('.flame-box')!.classList].find((each) =>
            each.startsWith(start),
          );
          return [name, getComputedStyle(line).strokeDasharray] as const;
        }),
      prefix,
    );
    const patternOf = new Map(lines);
    expect(patternOf.size).toBeGreaterThanOrEqual(least);
    const patterns = [...patternOf.values()];
    expect(patterns.filter((each, i) => patterns.indexOf(each) < i)).toEqual([]);
  }
});

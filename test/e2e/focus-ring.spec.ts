import { expect, test } from '@playwright/test';

/** How much of the ring around a control, once it has the focus, is cut off by a box around it. */
function ringBeyond(control: HTMLElement): { name: string; beyondPx: number } {
  control.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
  control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { outlineOffset, outlineWidth, outlineStyle } = getComputedStyle(control);
  const name = control.className || control.textContent.trim();
  if (outlineStyle === 'none') return { name: `${name} has no ring`, beyondPx: Infinity };
  const ringPx = parseFloat(outlineOffset) + parseFloat(outlineWidth);
  const own = control.getBoundingClientRect();
  let beyondPx = 0;
  for (let around = control.parentElement; around !== null; around = around.parentElement) {
    if (around === document.body) break;
    if (getComputedStyle(around).overflow === 'visible') continue;
    const clip = around.getBoundingClientRect();
    beyondPx = Math.max(
      beyondPx,
      clip.left - own.left + ringPx,
      clip.top - own.top + ringPx,
      own.right + ringPx - clip.right,
      own.bottom + ringPx - clip.bottom,
    );
  }
  return { name, beyondPx };
}

for (const width of [390, 1440]) {
  test(`a lesson’s graph shows the whole ring around what has the focus, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/en/lessons/1-1-overview/');
    await expect(page.locator('lesson-graph flame-graph')).toHaveClass(/is-live/);
    const around = page.locator('lesson-graph .flame-graph').locator('input, button, summary');
    const cut: string[] = [];
    let seen = 0;
    for (const control of await around.filter({ visible: true }).all()) {
      if (!(await control.isVisible())) continue; // the focus elsewhere may have hidden it
      const { name, beyondPx } = await control.evaluate(ringBeyond);
      seen++;
      if (beyondPx > 0.5) cut.push(`${name}: ${beyondPx} px`);
    }
    expect(seen).toBeGreaterThan(8);
    expect(cut).toEqual([]);
  });
}

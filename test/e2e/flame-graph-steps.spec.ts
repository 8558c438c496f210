import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { chooseView, frame, openGraph } from '../support/embed-page.ts';

async function act(graph: Locator, name: string, action: RegExp): Promise<void> {
  await frame(graph, name).first().press(' ');
  await graph.getByRole('button', { name: 'What to do with this frame' }).click();
  await graph.getByRole('button', { name: action }).click();
}

test('back and forward over a step say which one came or went', async ({ page }) => {
  const graph = await openGraph(page);
  await act(graph, 'libsystem_kernel.dylib`writev', /^Drop the samples/);
  await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '43');
  await act(graph, 'dyld`start', /^Show only what it calls/);
  await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '5');
  const status = graph.getByRole('status');
  await graph.getByRole('button', { name: 'Back' }).click();
  await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '43');
  await expect(status).toHaveText('Undone: only stacks with start, from there');
  await graph.getByRole('button', { name: 'Back' }).click();
  await expect(status).toHaveText('Undone: without samples of writev');
  await graph.getByRole('button', { name: 'Forward' }).click();
  await expect(status).toHaveText('without samples of writev');
});

test('a library that is folded into a frame has its colour in the legend', async ({ page }) => {
  const graph = await openGraph(page);
  const legend = graph.locator('.flame-legend');
  await expect(legend).not.toContainText('Unknown');
  await act(graph, 'share_these`main', /^Fold its library/);
  await expect(graph.locator('.flame-box.kind-unknown').first()).toBeVisible();
  await expect(legend).toContainText('Unknown');
  await graph.getByRole('button', { name: /^Undo/ }).click();
  await expect(legend).not.toContainText('Unknown');
});

test('Escape out of a part that was zoomed to by hand keeps the selection', async ({ page }) => {
  const graph = await openGraph(page, 'plain', '?selection=writev&window=0.25%201');
  await frame(graph, 'libsystem_kernel.dylib`writev').press('Escape');
  await expect(page).not.toHaveURL(/window=/);
  await expect(page).toHaveURL(/selection=writev/);
  await expect(graph.getByRole('status')).toHaveText('Showing all.');
});

test('a view whose code cannot be fetched says so, and the picture stays', async ({ page }) => {
  const graph = await openGraph(page);
  await page.route('**/tables.*.js', (route) => route.abort());
  await chooseView(graph, 'call-tree');
  await expect(graph.locator('.flame-result')).toContainText('could not be fetched');
  await expect(frame(graph, 'dyld`start')).toBeVisible();
  await chooseView(graph, 'left-heavy');
  await expect(graph.locator('.flame-result')).toHaveText('');
  await expect(page).toHaveURL(/view=left-heavy/);
});

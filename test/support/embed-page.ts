import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const startOfExample = /(?=<section id="[\w-]+" class="example")/;
const scripts = /<script [^>]*><\/script>/g;

/**
 * Serves the page of examples with only some of them: it holds two dozen graphs, and to read, lay out and give to
 * axe those that a test does not look at is half of the test's time. The rest is as it was built.
 */
export async function leaveExamples(page: Page, ...ids: readonly string[]): Promise<void> {
  await page.route('**/embed/*', async (route) => {
    const [, locale = ''] = /\/(\w+)\/embed\//.exec(route.request().url()) ?? [];
    await route.fulfill({ contentType: 'text/html', body: onlyExamples(locale, ids) });
  });
}

function onlyExamples(locale: string, ids: readonly string[]): string {
  const file = join(process.env['FLAMEWISE_DIST'] ?? 'dist', locale, 'embed', 'index.html');
  const html = readFileSync(file, 'utf8');
  const end = html.indexOf('</main>');
  const [head = '', ...examples] = html.slice(0, end).split(startOfExample);
  const left = ids.map((id) => {
    const example = examples.find((each) => each.startsWith(`<section id="${id}"`));
    if (example === undefined) throw new Error(`The page of examples has no "${id}".`);
    return example;
  });
  // A script of all graphs stands in the first that uses it.
  const moved =
    examples
      .filter((each) => !left.includes(each))
      .join('')
      .match(scripts) ?? [];
  return [head, ...left, ...moved, html.slice(end)].join('');
}

/** The page of examples with one graph on it, live. `query` is part of its address, as `?search=poll`. */
export async function openGraph(page: Page, id = 'plain', query = ''): Promise<Locator> {
  await leaveExamples(page, id);
  await page.goto(`/en/embed/${query}#${id}`);
  const graph = page.locator(`#${id} flame-graph`);
  await graph.scrollIntoViewIfNeeded();
  await expect(graph).toHaveClass(/is-live/);
  return graph;
}

/** A frame of a graph by the beginning of its spoken name. */
export function frame(graph: Locator, name: string): Locator {
  return graph.getByRole('treeitem', { name: new RegExp(`^${name},`) });
}

/** Shows another view by the graph’s own panel, which stays open. */
export async function chooseView(graph: Locator, view: string): Promise<void> {
  const options = graph.getByRole('button', { name: 'Views and colours' });
  if ((await options.getAttribute('aria-expanded')) !== 'true') await options.click();
  await graph.getByRole('combobox', { name: 'View', exact: true }).selectOption(view);
}

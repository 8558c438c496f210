import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { frame, leaveExamples, openGraph } from '../support/embed-page.ts';

/* What the element promises to a page that sets, moves and removes it, and what it does with nonsense. */

interface Graph extends HTMLElement {
  view: unknown;
  readonly profile?: {
    readonly totalWeight: number;
    readonly frames: { readonly names: readonly string[] };
  };
  load(data: unknown, name?: string): Promise<void>;
  show(profile: unknown, options?: unknown): Promise<void>;
}

/** How often the page hears of one click on a frame: twice where two graphs are live in one element. */
async function clicksHeard(graph: Locator, name: string): Promise<number> {
  await graph.evaluate((element) => {
    element.dataset['heard'] = '0';
    element.addEventListener('frameselect', () => {
      element.dataset['heard'] = String(Number(element.dataset['heard']) + 1);
    });
  });
  await frame(graph, name).click();
  return Number(await graph.getAttribute('data-heard'));
}

const tree = (graph: Locator) => graph.getByRole('tree');

test.describe('a page that makes and moves the element', () => {
  test('can give it a source after it is in the page', async ({ page }) => {
    await openGraph(page, 'bare');
    await page.evaluate(() => {
      const graph = document.createElement('flame-graph');
      graph.className = 'flame-graph late';
      document.querySelector('main')?.prepend(graph);
      graph.setAttribute('src', '/samples/share-these.folded');
    });
    await expect(tree(page.locator('.late'))).toHaveAttribute('data-total', '50');
  });

  test('can change the source while it is out of the page, and one graph is live then', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'bare');
    await graph.evaluate(async (element) => {
      const place = element.parentNode;
      element.remove();
      element.setAttribute('src', '/samples/diff-before.folded');
      await new Promise((resolve) => setTimeout(resolve, 200));
      place?.append(element);
    });
    await expect(tree(graph)).not.toHaveAttribute('data-total', '50');
    await expect(graph.locator('.flame-toolbar')).toHaveCount(1);
    expect(await clicksHeard(graph, 'app')).toBe(1);
  });

  for (const way of ['property', 'attribute'] as const) {
    test(`can set the view by ${way} and move it in the same moment`, async ({ page }) => {
      const graph = await openGraph(page, 'bare');
      await graph.evaluate((element, how) => {
        const place = element.parentNode;
        // What a search needs is not loaded yet: the view is on its way while the element is taken out.
        if (how === 'property') (element as Graph).view = { search: 'poll' };
        element.remove();
        if (how === 'attribute') element.setAttribute('view', '{"search":"poll"}');
        place?.append(element);
      }, way);
      await expect(graph.getByRole('searchbox')).toHaveValue('poll');
      await expect(graph.locator('.flame-box.matched')).not.toHaveCount(0);
    });
  }

  test('reads the view that it has set, also while what it needs is being loaded', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'bare');
    const read = await graph.evaluate((element) => {
      const target = element as Graph;
      target.view = { search: 'poll' };
      return (target.view as { search: string }).search;
    });
    expect(read).toBe('poll');
  });

  for (const how of ['a dialog that is closed', 'a box that is not shown'] as const) {
    test(`can fill it in ${how}: it is drawn for its width when it is seen`, async ({ page }) => {
      await openGraph(page, 'bare');
      const labels = await page.evaluate(async (where) => {
        const graph = document.createElement('flame-graph') as Graph;
        graph.className = 'flame-graph';
        const box = document.createElement(where === 'a dialog that is closed' ? 'dialog' : 'div');
        box.style.inlineSize = '900px';
        box.hidden = box.localName === 'div';
        box.append(graph);
        document.querySelector('main')?.prepend(box);
        const lines = Array.from({ length: 10 }, (_, i) => `main;leaf_${i} 10`);
        await graph.load(lines.join('\n'), 'own.folded');
        if (box instanceof HTMLDialogElement) box.showModal();
        else box.hidden = false;
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
        return [...graph.querySelectorAll('.flame-svg text')].map(({ textContent }) => textContent);
      }, how);
      expect(labels).toContain('leaf_7');
    });
  }

  test('keeps what it shows when the source is taken away', async ({ page }) => {
    const graph = await openGraph(page, 'bare');
    await graph.evaluate((element) => element.removeAttribute('src'));
    expect(await clicksHeard(graph, 'dyld`start')).toBe(1);
  });
});

test.describe('a profile given by a script', () => {
  test('is a file’s bytes in any form, or its text', async ({ page }) => {
    const graph = await openGraph(page, 'bare');
    for (const form of ['buffer', 'bytes', 'text'] as const) {
      const total = await graph.evaluate(async (element, kind) => {
        const text = 'main;read 3\nmain;write 1\n';
        const bytes = new TextEncoder().encode(text);
        const data = { buffer: bytes.buffer, bytes, text }[kind];
        await (element as Graph).load(data, 'own.folded');
        return (element as Graph).profile?.totalWeight;
      }, form);
      expect(total, form).toBe(4);
    }
  });

  test('that is none is rejected, and what was shown works on', async ({ page }) => {
    const graph = await openGraph(page, 'bare');
    const rejected = await graph.evaluate(async (element) => {
      const target = element as Graph;
      const tries = [
        () => target.show(null),
        () => target.show(undefined),
        () => target.show({}),
        () => target.load(null),
        () => target.load(undefined),
      ];
      let count = 0;
      for (const each of tries) await each().catch(() => count++);
      return count;
    });
    expect(rejected).toBe(5);
    expect(await clicksHeard(graph, 'dyld`start')).toBe(1);
  });

  test('with nonsense beside it is rejected with what to pass instead, and nothing is lost', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'bare');
    await frame(graph, 'libsystem_pthread.dylib`thread_start').click();
    await graph.getByRole('searchbox').fill('poll');
    await expect(graph.locator('.flame-box.matched')).not.toHaveCount(0);
    const messages = await graph.evaluate(async (element) => {
      const target = element as Graph;
      const profile = target.profile!; // it is live
      const tries: [unknown, unknown][] = [
        [profile, { after: {} }],
        [profile, { after: 'main;read 1' }],
        [profile, { tree: {} }],
        [profile, { tree: [profile] }],
        [profile, { kinds: 5 }],
        [profile, null],
        [{ format: 'folded', profiles: [profile], issues: [] }, {}],
      ];
      const said: string[] = [];
      for (const [first, options] of tries) {
        await target.show(first, options).catch((error: unknown) => said.push(String(error)));
      }
      return said;
    });
    expect(messages).toEqual([
      expect.stringMatching(/after is no profile, but another object\. Pass .*profiles\[0\]/),
      expect.stringMatching(/after is no profile, but a text\. Pass .*load\(file\)/),
      expect.stringMatching(/tree is no call tree, but another object\. Pass buildCallTree\(pro/),
      expect.stringMatching(/tree is no call tree, but an array\. Pass buildCallTree\(profile\)/),
      expect.stringMatching(/kinds is no text, but 5\. Pass writeKinds\(/),
      expect.stringMatching(/options is no object, but null\. Pass \{ after, tree, kinds \}/),
      expect.stringMatching(/profile is what an import gives.*result\.profiles\[0\]/),
    ]);
    await expect(graph.getByRole('searchbox')).toBeFocused();
    await expect(graph.locator('.flame-box.matched')).not.toHaveCount(0);
    await graph.getByRole('button', { name: 'Back' }).click();
    expect(await clicksHeard(graph, 'dyld`start')).toBe(1);
  });

  test('that looks like one and cannot be drawn is rejected, and what was shown is back', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'bare');
    const isRejected = await graph.evaluate(async (element) => {
      const target = element as Graph;
      const profile = target.profile!; // it is live
      const names = profile.frames.names.map((_, i) => i);
      const frames = { ...profile.frames, names };
      return target.show({ ...profile, frames }).then(
        () => false,
        () => true,
      );
    });
    expect(isRejected).toBe(true);
    expect(await clicksHeard(graph, 'dyld`start')).toBe(1);
  });

  for (const last of ['show', 'load', 'src'] as const) {
    test(`is not shown after what was asked for later, by ${last}`, async ({ page }) => {
      const graph = await openGraph(page, 'bare');
      const total = await graph.evaluate(async (element, way) => {
        const target = element as Graph;
        const first = target.profile;
        await target.load('a 1\n', 'a.folded');
        const second = target.profile;
        const shown = [target.load('b 2\n', 'b.folded'), target.show(first)];
        if (way === 'show') shown.push(target.show(second));
        if (way === 'load') shown.push(target.load('c 1\n', 'c.folded'));
        if (way === 'src') target.setAttribute('src', '/samples/diff-before.folded');
        await Promise.all(shown);
        return target.profile?.totalWeight;
      }, last);
      if (last !== 'src') expect(total).toBe(1);
      const names = { show: 'a', load: 'c', src: 'app' };
      expect(await clicksHeard(graph, names[last])).toBe(1);
    });
  }

  for (const way of ['load', 'show'] as const) {
    test(`by ${way} while the element is out of the page is shown in it, once`, async ({
      page,
    }) => {
      const graph = await openGraph(page, 'bare');
      await graph.evaluate(async (element, how) => {
        const target = element as Graph;
        const place = element.parentNode;
        await target.load('own;read 3\n', 'own.folded');
        const own = target.profile;
        await target.load('other;read 5\n', 'other.folded');
        element.remove();
        const done = how === 'show' ? target.show(own) : target.load('own;read 3\n', 'own.folded');
        place?.append(element);
        await done;
      }, way);
      await expect(tree(graph)).toHaveAttribute('data-total', '3');
      await expect(graph.locator('.flame-toolbar')).toHaveCount(1);
      expect(await clicksHeard(graph, 'own')).toBe(1);
    });
  }

  test('does not take over the kinds and the table of the sample before it', async ({ page }) => {
    const graph = await openGraph(page, 'plain');
    await expect(graph.locator('.flame-table')).toHaveCount(1);
    await graph.evaluate(async (element) => {
      // As many names as the attribute tells the kinds of, and every one of them the application's.
      const { length } = element.getAttribute('kinds') ?? '';
      const names = Array.from({ length }, (_, i) => `my_app::part${i}`);
      element.setAttribute('kinds', '5'.repeat(length));
      await (element as Graph).load(names.map((name) => `${name} 1`).join('\n'), 'own.folded');
    });
    await expect(frame(graph, 'my_app::part1')).toHaveClass(/kind-application/);
    await expect(graph.locator('.flame-table')).toHaveCount(0);
  });
});

test.describe('a file that cannot be had', () => {
  test('leaves the picture that the server painted of it', async ({ page }) => {
    await leaveExamples(page, 'plain');
    await page.route('**/share-these.folded', (route) => route.fulfill({ status: 503 }));
    await page.goto('/en/embed/');
    const graph = page.locator('#plain flame-graph');
    await expect(graph.getByRole('alert')).toContainText(
      /This graph can be looked at, but not zoomed or searched\.\/samples\/share-these\.folded could not be fetched \(503\)\./,
    );
    await expect(graph.locator('.flame-picture > svg')).toBeVisible();
    await expect(graph.locator('.flame-legend li')).not.toHaveCount(0);
  });

  test('leaves no controls of the graph before it, which would do nothing', async ({ page }) => {
    const graph = await openGraph(page, 'bare');
    await graph.evaluate((element) => element.setAttribute('src', '/samples/nothing.folded'));
    await expect(graph.getByRole('alert')).toContainText('This profile cannot be shown.');
    await expect(graph.locator('button, input, svg')).toHaveCount(0);
    await graph.evaluate((element) => element.setAttribute('src', '/samples/share-these.folded'));
    expect(await clicksHeard(graph, 'dyld`start')).toBe(1);
  });
});

test.describe('another file than the one that the server painted', () => {
  /** The first graph of the page as the server painted it: its own file does not come. */
  async function openPainted(page: Page): Promise<Locator> {
    await leaveExamples(page, 'labelled');
    await page.route('**/share-these.folded', () => {});
    await page.goto('/en/embed/');
    const graph = page.locator('#labelled flame-graph');
    await graph.scrollIntoViewIfNeeded();
    await expect(graph.locator('.flame-picture > svg')).toBeVisible();
    return graph;
  }

  for (const place of ['in the page', 'out of the page'] as const) {
    test(`takes its picture away when it cannot be had, set ${place}`, async ({ page }) => {
      const graph = await openPainted(page);
      await graph.evaluate((element, where) => {
        const parent = element.parentNode;
        if (where === 'out of the page') element.remove();
        element.setAttribute('src', '/samples/nothing.folded');
        parent?.append(element);
      }, place);
      await expect(graph.getByRole('alert')).toContainText('This profile cannot be shown.');
      await expect(graph.locator('svg, .flame-table, .flame-legend li')).toHaveCount(0);
      await expect(graph).not.toHaveAttribute('label');
    });
  }

  test('is none that a page says no to, at the second try either: its picture stays', async ({
    page,
  }) => {
    await leaveExamples(page, 'labelled');
    await page.route('**/share-these.folded', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Log in first' }),
    );
    await page.goto('/en/embed/');
    const graph = page.locator('#labelled flame-graph');
    await graph.scrollIntoViewIfNeeded();
    const alert = graph.getByRole('alert');
    await expect(alert).toContainText('This graph can be looked at');
    await graph.evaluate((element) => {
      element.querySelector('[role=alert]')?.remove();
      element.setAttribute('src', element.getAttribute('src') ?? '');
    });
    await expect(alert).toContainText('This graph can be looked at');
    await expect(graph.locator('.flame-picture > svg')).toBeVisible();
    await expect(graph.locator('.flame-table')).toHaveCount(1);
    await expect(graph).toHaveAttribute('label', 'The server, 50 samples');
  });
});

test.describe('what a label is about', () => {
  const own = 'Flame graph of folded stacks, 4 samples';

  test('is the file in `src`: another profile goes by its own name', async ({ page }) => {
    const graph = await openGraph(page, 'labelled');
    await expect(tree(graph)).toHaveAccessibleName('The server, 50 samples');
    await graph.evaluate((element) => (element as Graph).load('main;read 4\n', 'own.folded'));
    await expect(tree(graph)).toHaveAccessibleName(own);
    // Nor is there a link to the sample that is gone.
    await frame(graph, 'main').click();
    await graph.getByRole('button', { name: 'What to do with this frame' }).click();
    await expect(graph.getByRole('button', { name: 'Copy its stack' })).toBeVisible();
    await expect(graph.getByRole('button', { name: 'Copy a link to it' })).toHaveCount(0);
  });

  for (const [when, attributes] of [
    ['before', ['label', 'src']],
    ['after', ['src', 'label']],
  ] as const) {
    test(`is the new file, where it is set ${when} its address`, async ({ page }) => {
      const graph = await openGraph(page, 'labelled');
      const set = (values: Readonly<Record<string, string>>) =>
        graph.evaluate((element, pairs) => {
          for (const [name, value] of pairs) element.setAttribute(name, value);
        }, Object.entries(values));
      const wanted = { src: '/samples/diff-before.folded', label: 'Before' };
      await set(Object.fromEntries(attributes.map((name) => [name, wanted[name]])));
      await expect(tree(graph)).toHaveAccessibleName('Before');
      await set({ src: '/samples/share-these.folded' });
      await expect(tree(graph)).toHaveAccessibleName('Flame graph of folded stacks, 50 samples');
    });
  }

  test('is whatever is shown, where there is no `src`', async ({ page }) => {
    const graph = await openGraph(page, 'labelled');
    await graph.evaluate(async (element) => {
      element.removeAttribute('src');
      await (element as Graph).load('main;read 3\n', 'own.folded');
      await (element as Graph).load('main;read 4\n', 'own.folded');
    });
    await expect(tree(graph)).toHaveAccessibleName('The server, 50 samples');
  });
});

test('a view that throws when it is read shows the default, and breaks nothing', async ({
  page,
}) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  const graph = await openGraph(page, 'bare');
  await graph.evaluate((element) => {
    const target = element as Graph;
    target.view = { search: 'poll' };
    target.view = {
      get search(): string {
        throw new Error('not to be read');
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    target.view = proxy;
  });
  await expect(graph.getByRole('searchbox')).toHaveValue('');
  expect(await clicksHeard(graph, 'dyld`start')).toBe(1);
  expect(broken).toEqual([]);
});

test('an empty label is no name, and two profiles have no total that was recorded', async ({
  page,
}) => {
  const graph = await openGraph(page, 'bare-compared');
  await graph.evaluate((element) => element.setAttribute('label', ''));
  await expect(tree(graph)).toHaveAccessibleName('Flame graph of two profiles, before and after');
  await graph.evaluate((element) => ((element as Graph).view = { view: 'merged' }));
  await expect(tree(graph)).toHaveAccessibleName(/^Flame graph of folded stacks, [\d,]+ samples$/);
});

/** What the live region has said since. */
async function listenToStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    (window as Window & { said?: string[] }).said = said;
    for (const region of document.querySelectorAll('.flame-status')) {
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  return () => page.evaluate(() => (window as Window & { said?: string[] }).said ?? []);
}

test('back is said, and heard by the page, where the view is in the address too', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain');
  await frame(graph, 'libsystem_kernel.dylib`writev').click();
  const said = await listenToStatus(page);
  await graph.evaluate((element) => {
    element.addEventListener('viewchange', (event) => {
      const { root } = (event as CustomEvent<{ view: { root: string } }>).detail.view;
      element.dataset['root'] = root;
    });
  });
  await graph.getByRole('button', { name: 'Back' }).click();
  await expect(graph).toHaveAttribute('data-root', '');
  expect(await said()).toEqual(['Showing all.']);
  await page.goForward();
  await expect(graph).toHaveAttribute('data-root', 'writev');
  expect(await said()).toHaveLength(2);
  // A step in the history that shows no other view.
  await page.evaluate(() => (location.hash = '#elsewhere'));
  await page.goBack();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await said()).toHaveLength(2);
});

test('more functions are listed, and the focus is on the first of them', async ({ page }) => {
  const graph = await openGraph(page, 'large');
  await graph.evaluate((element) => ((element as Graph).view = { view: 'functions' }));
  const lines = graph.locator('tbody button');
  await expect(lines).not.toHaveCount(0);
  const before = await lines.count();
  await graph.getByRole('button', { name: /^Show \d+ more$/ }).press('Enter');
  await expect(lines.nth(before)).toBeFocused();
});

test('a step that is taken back is said', async ({ page }) => {
  const graph = await openGraph(page, 'plain', '?step=drop:libsystem_kernel.dylib%60kevent');
  await graph.locator('.flame-chips button').press('Enter');
  await expect(graph.getByRole('status')).toHaveText('Undone: without samples of kevent');
});

test('the letters of a word that is being composed are not searched for, and its end is, once', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain');
  const field = graph.getByRole('searchbox');
  await field.focus();
  const said = await listenToStatus(page);
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'p', selectionStart: 1, selectionEnd: 1 });
  await ime.send('Input.imeSetComposition', { text: 'po', selectionStart: 2, selectionEnd: 2 });
  await expect(field).toHaveValue('po');
  await expect(graph.locator('.flame-result')).toBeEmpty();
  await ime.send('Input.insertText', { text: 'poll' });
  await expect(graph.locator('.flame-result')).toHaveText(/^74% of all matched/);
  expect(await said()).toHaveLength(1);
});

test('the Enter that ends a composition steps to no match, in Safari either', async ({ page }) => {
  const graph = await openGraph(page, 'bare');
  const field = graph.getByRole('searchbox');
  await field.fill('poll');
  await expect(graph.locator('.flame-result')).not.toBeEmpty();
  const selectionOf = () =>
    graph.evaluate(
      (element) => (element as Graph & { view: { selection: string } }).view.selection,
    );
  const enter = { key: 'Enter', bubbles: true, cancelable: true };
  // After `compositionend`, and known by its code alone.
  await field.dispatchEvent('keydown', { ...enter, isComposing: false, keyCode: 229 });
  expect(await selectionOf()).toBe('');
  await field.dispatchEvent('keydown', { ...enter, keyCode: 13 });
  await expect.poll(selectionOf).not.toBe('');
});

test.describe('touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the headings that sort the functions are 44 pixels wide and high', async ({ page }) => {
    const graph = await openGraph(page, 'functions');
    for (const heading of await graph.locator('thead button').all()) {
      const box = (await heading.boundingBox())!; // it is laid out
      expect(box.width).toBeGreaterThanOrEqual(44);
      expect(box.height).toBeGreaterThanOrEqual(44);
    }
  });
});

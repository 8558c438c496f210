import { expect, type Page } from '@playwright/test';

/** What went wrong in a page since it was last asked: errors, and all that its policy refused. */
export class PageWatch {
  readonly #page: Page;
  #complaints: string[] = [];

  static async over(page: Page): Promise<PageWatch> {
    const watch = new PageWatch(page);
    page.on('console', (message) => {
      if (message.type() === 'error') watch.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => watch.#complaints.push(error.message));
    await page.exposeFunction('refused', (what: string) => watch.#complaints.push(what));
    await page.addInitScript(() => {
      const seen = globalThis as unknown as { shifts: number[]; refused(what: string): void };
      document.addEventListener('securitypolicyviolation', (event) => {
        seen.refused(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
      seen.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          seen.shifts.push((entry as unknown as { value: number }).value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return watch;
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  /** All complaints since the last call. */
  takeComplaints(): string[] {
    const complaints = this.#complaints;
    this.#complaints = [];
    return complaints;
  }

  /** How far the page moved under its reader since it was opened. */
  async shift(): Promise<number> {
    const shifts = await this.#page.evaluate(
      () => (globalThis as unknown as { shifts: number[] }).shifts,
    );
    return shifts.reduce((sum, shift) => sum + shift, 0);
  }
}

/** Brings every part of the page near once, and waits until all of them are live. */
export async function wakeAllParts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    for (let top = 0; top < document.documentElement.scrollHeight; top += 700) {
      scrollTo(0, top);
      await frame();
      await frame();
    }
  });
  const asleep = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(':not(:defined)')].map((part) => part.localName),
    );
  await expect.poll(asleep, 'parts that never became live').toEqual([]);
}

import { expect, type Locator, type Page } from '@playwright/test';
import type { Question } from '../../src/content/schemas/question.ts';
import { allNodes, buildCallTree, findNode } from '../../src/lib/flame/index.ts';
import { loadSample } from '../../src/lib/site/samples.ts';

/** How a reader gives an answer. */
export const ways = ['mouse', 'keyboard', 'touch'] as const;
export type Way = (typeof ways)[number];

/** Gives the answers of a question's own tests through its form, the way a reader does. */
export class QuestionDriver {
  readonly #page: Page;
  readonly #way: Way;
  readonly quiz: Locator;

  constructor(page: Page, way: Way) {
    this.#page = page;
    this.#way = way;
    this.quiz = page.locator('flame-quiz');
  }

  /** Puts an answer into the form; the type of `answer` is that of the kind's tests. */
  async fill(question: Question, answer: unknown): Promise<void> {
    switch (question.kind) {
      case 'click-frame':
        return this.#frame(question.sample, answer as string);
      case 'order':
        return this.#order(answer as string[]);
      case 'match':
      case 'matrix':
        return this.#pairs(question.kind, answer as Record<string, string>);
      case 'bug':
        return this.#lines(answer as { lines: number[]; follow?: string });
      case 'open':
        return this.#words(answer as string[]);
      default:
        return this.#field(answer as string | string[]);
    }
  }

  /** Options, or a number where the question has a field for one. */
  async #field(answer: string | readonly string[]): Promise<void> {
    const number = '.quiz-number input';
    if ((await this.quiz.locator(number).count()) > 0) return this.#write(number, String(answer));
    for (const option of [answer].flat()) await this.#option('answer', option);
  }

  async #pairs(kind: 'match' | 'matrix', pairs: Readonly<Record<string, string>>): Promise<void> {
    for (const [row, choice] of Object.entries(pairs)) {
      if (kind === 'match') await this.#select(`pair:${row}`, choice);
      else await this.#option(`pair:${row}`, choice);
    }
  }

  async #lines({ lines, follow }: { lines: readonly number[]; follow?: string }): Promise<void> {
    for (const line of lines) await this.#option('line', String(line));
    if (follow !== undefined) await this.#option('follow', follow);
  }

  /** Enough words, then the criteria of the model answer that they are said to meet. */
  async #words(met: readonly string[]): Promise<void> {
    await this.#write('.quiz-open textarea', 'words of my own '.repeat(70));
    await this.submit();
    for (const criterion of met) {
      await this.#press(this.quiz.locator(`input[type="checkbox"][value="${criterion}"]`));
    }
  }

  async submit(): Promise<void> {
    const button = this.quiz.locator('[type="submit"]');
    if (this.#way === 'keyboard') {
      await button.focus();
      await this.#page.keyboard.press('Enter');
    } else await this.#tap(button);
  }

  async #tap(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    if (this.#way === 'touch') await target.tap();
    else await target.click();
  }

  /** A checkbox: Space by keyboard, its label otherwise, as a finger hits it. */
  async #press(input: Locator): Promise<void> {
    if (this.#way === 'keyboard') {
      await input.focus();
      await this.#page.keyboard.press('Space');
    } else await this.#tap(input.locator('xpath=ancestor::label'));
    await expect(input).toBeChecked();
  }

  async #option(name: string, value: string): Promise<void> {
    const all = this.quiz.locator(`input[name="${name}"]`);
    const input = this.quiz.locator(`input[name="${name}"][value="${value}"]`);
    const isRadio = (await input.getAttribute('type')) === 'radio';
    if (this.#way !== 'keyboard' || !isRadio) return this.#press(input);
    await all.first().focus();
    await this.#page.keyboard.press('Space');
    const count = await all.count();
    for (let i = 0; i < count && !(await input.isChecked()); i++) {
      await this.#page.keyboard.press('ArrowDown');
    }
    await expect(input).toBeChecked();
  }

  async #write(selector: string, text: string): Promise<void> {
    const field = this.quiz.locator(selector);
    if (this.#way === 'keyboard') await field.focus();
    else await this.#tap(field);
    await field.fill('');
    await this.#page.keyboard.insertText(text);
  }

  async #select(name: string, choice: string): Promise<void> {
    const select = this.quiz.locator(`select[name="${name}"]`);
    if (this.#way !== 'keyboard') return void (await select.selectOption(choice));
    await select.focus();
    const count = await select.locator('option').count();
    for (let i = 0; i < count; i++) await this.#page.keyboard.press('ArrowUp');
    for (let i = 0; i < count && (await select.inputValue()) !== choice; i++) {
      await this.#page.keyboard.press('ArrowDown');
    }
    await expect(select).toHaveValue(choice);
  }

  async #order(steps: readonly string[]): Promise<void> {
    const placeOf = async (step: string) =>
      (
        await this.quiz
          .locator('.quiz-order > li')
          .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['part']))
      ).indexOf(step);
    for (const [place, step] of steps.entries()) {
      const up = this.quiz.locator(`.quiz-order > [data-part="${step}"] [data-move="up"]`);
      while ((await placeOf(step)) > place) {
        if (this.#way === 'keyboard') {
          await up.focus();
          await this.#page.keyboard.press('Alt+ArrowUp');
        } else await this.#tap(up);
      }
    }
  }

  /** A box of the graph; by keyboard the way there is walked from the root. */
  async #frame(sample: string, expression: string): Promise<void> {
    const graph = this.quiz.locator('flame-graph');
    await expect(graph).toHaveClass(/is-live/);
    const tree = buildCallTree(await loadSample(sample));
    const row = findNode(tree, expression);
    if (row === undefined) throw new Error(`${sample} has no frame "${expression}"`);
    const box = (of: number) => graph.locator(`.flame-box[data-row="${of}"]`);
    if (this.#way !== 'keyboard') return this.#tap(box(row));
    const way: number[] = [];
    for (let at = row; at !== allNodes; at = tree.parent[at] ?? allNodes) way.unshift(at);
    await box(allNodes).focus();
    for (const step of way) {
      await this.#page.keyboard.press('ArrowUp'); // into the widest; then along its siblings
      const siblings = Number(await box(step).getAttribute('aria-setsize'));
      const isThere = () => box(step).evaluate((element) => element === document.activeElement);
      for (const key of ['ArrowRight', 'ArrowLeft']) {
        for (let i = 0; i < siblings && !(await isThere()); i++) {
          await this.#page.keyboard.press(key);
        }
      }
      await expect(box(step)).toBeFocused();
    }
    await this.#page.keyboard.press('Enter');
  }
}

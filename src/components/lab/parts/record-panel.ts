import type { Locale } from '../../../lib/i18n/index.ts';
import { platformNames, platforms, recordingAdvice, sayLabText } from '../../../lib/lab/index.ts';
import type { Platform, Recipe, RecordingAdvice } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabReading } from '../worker/lab-reading.ts';
import type { LabWords } from '../load-words.ts';
import { saidNodes } from './said-nodes.ts';

/** Commands that record a better profile, for the platform that the reader has. */
export class RecordPanel {
  readonly element: HTMLElement;
  readonly #words: LabWords;
  readonly #locale: Locale;
  readonly #reading: LabReading;
  readonly #select: HTMLSelectElement;
  readonly #recipes = build('div', { class: 'lab-recipes' });

  constructor(reading: LabReading, words: LabWords, locale: Locale) {
    this.#words = words;
    this.#locale = locale;
    this.#reading = reading;
    const options = platforms.map((platform) =>
      build('option', { value: platform }, sayLabText(platformNames[platform], locale)),
    );
    this.#select = build('select', { id: 'lab-platform' }, ...options);
    this.#select.value = reading.platform;
    this.#select.addEventListener('change', () => this.#show());
    const label = build('label', { for: 'lab-platform', class: 'label' }, words.record.platform);
    this.element = build(
      'div',
      {},
      build('div', { class: 'lab-field' }, label, this.#select),
      this.#recipes,
    );
    this.#show();
  }

  get advice(): RecordingAdvice {
    return recordingAdvice(this.#reading, this.#select.value as Platform, this.#locale);
  }

  #show(): void {
    const { intro, recipes, checkedOn } = this.advice;
    const { record } = this.#words;
    const parts: HTMLElement[] = [];
    if (intro.length > 0) parts.push(build('p', {}, ...saidNodes(intro)));
    if (recipes.length === 0) parts.push(build('p', {}, record.nothing));
    for (const recipe of recipes) parts.push(this.#recipe(recipe));
    const date = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const said = record.checkedOn(date.format(new Date(checkedOn)));
    if (recipes.length > 0) parts.push(build('p', { class: 'label' }, said));
    this.#recipes.replaceChildren(...parts);
  }

  #recipe(recipe: Recipe): HTMLElement {
    const { record } = this.#words;
    const { title, why, commands, notes, sources } = recipe;
    const code = build('code', { translate: 'no' }, commands.join('\n'));
    const copy = build('button', { type: 'button', class: 'button button-quiet' }, record.copy);
    copy.addEventListener('click', () => {
      navigator.clipboard.writeText(commands.join('\n')).then(
        () => (copy.textContent = record.copied),
        () => (copy.textContent = record.notCopied),
      );
    });
    const links = sources.map((source) =>
      build('a', { href: source, rel: 'noreferrer' }, nameOfSource(source)),
    );
    return build(
      'section',
      { class: 'lab-recipe' },
      build('h3', {}, title),
      build('p', {}, ...saidNodes(why)),
      build('div', { class: 'lab-commands' }, build('pre', { tabindex: 0 }, code), copy),
      ...notes.map((note) => build('p', { class: 'lab-note' }, ...saidNodes(note))),
      build('p', { class: 'label lab-sources' }, record.sources, ...links),
      ...this.#checked(recipe).map((text) => build('p', { class: 'label' }, text)),
    );
  }

  /** How far the commands can be relied on: run by us, or only compared with their documents. */
  #checked({ ranWith, lookedUp }: Recipe): string[] {
    const { record } = this.#words;
    return [
      ...(ranWith === undefined ? [] : [record.ranWith(ranWith)]),
      ...(lookedUp === undefined ? [] : [record.lookedUp(lookedUp)]),
    ];
  }
}

/** Where a link leads, short: the host or the project, and the page. */
function nameOfSource(source: string): string {
  const { hostname, pathname } = new URL(source);
  const path = pathname
    .replace(/(?:\/index)?\.html$/, '')
    .split('/')
    .filter(Boolean);
  const place = hostname === 'github.com' ? path[1] : hostname;
  return [place, path.at(-1)].join(': ');
}

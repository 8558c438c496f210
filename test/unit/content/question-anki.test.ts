import { describe, expect, it, test } from 'vitest';
import { ankiFile, ankiNote, figureFiller, graphPicture } from '../../../src/lib/bank/index.ts';
import { locales } from '../../../src/lib/i18n/index.ts';
import { shareThese } from '../../support/share-these.ts';
import { answerQuestion, questionPaths, readQuestion } from './question-files.ts';

describe.each(locales)('the bank as an Anki import (%s)', async (locale) => {
  const notes = await Promise.all(
    questionPaths.map(async (path) => {
      const { question, key, profiles } = await answerQuestion(readQuestion(path));
      const fill = figureFiller(question, profiles, locale);
      return ankiNote({ question, key, fill, locale });
    }),
  );
  const rows = ankiFile(notes, 'Flamewise').trimEnd().split('\n');

  it('has a row of four fields for every question', () => {
    const cards = rows.filter((row) => !row.startsWith('#'));
    expect(cards).toHaveLength(questionPaths.length);
    expect(cards.filter((row) => row.split('\t').length !== 4)).toEqual([]);
  });

  it('says how it is to be read', () => {
    expect(rows.slice(0, 6)).toEqual([
      '#separator:Tab',
      '#html:true',
      '#guid column:1',
      '#notetype:Basic',
      '#deck:Flamewise',
      '#tags column:4',
    ]);
  });

  it('has GUIDs that name question, version and language, each once', () => {
    const guids = notes.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    expect(guids).toContain(`fifty-samples@1@${locale}`);
  });

  it('leaves no figure open', () => {
    expect(
      notes.filter(({ front, back }) => /[^{]\{[a-z]+(?::[a-z-]+)?\}[^}]/.test(front + back)),
    ).toEqual([]);
  });
});

test('a graph on a card needs no style sheet of the site', async () => {
  const svg = graphPicture(await shareThese(), 'A <server>', 'en');
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('.kind-kernel rect{fill:oklch(');
  expect(svg).toContain('A &lt;server&gt;');
  expect(svg).not.toContain('var(--');
});

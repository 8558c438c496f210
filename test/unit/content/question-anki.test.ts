import { describe, expect, it, test } from 'vitest';
import { ankiFile, ankiNote, figureFiller, graphPicture } from '../../../src/lib/bank/index.ts';
import { locales } from '../../../src/lib/i18n/index.ts';
import { importIntoAnki } from '../../support/anki-import.ts';
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
  const file = ankiFile(notes, 'Flamewise');
  const rows = file.trimEnd().split('\n');

  it('has a row of five fields for every question', () => {
    const cards = rows.filter((row) => !row.startsWith('#'));
    expect(cards).toHaveLength(questionPaths.length);
    expect(cards.filter((row) => row.split('\t').length !== 5)).toEqual([]);
  });

  it('says how it is to be read', () => {
    expect(rows.slice(0, 6)).toEqual([
      '#separator:Tab',
      '#html:true',
      '#guid column:1',
      '#notetype:Basic',
      '#tags column:4',
      '#deck column:5',
    ]);
  });

  it('comes into an empty collection whole: a deck of its own, every note with both sides and tags', () => {
    const imported = importIntoAnki(file);
    expect([...imported.decks]).toEqual(['Default', 'Flamewise']);
    expect(imported.notes).toHaveLength(questionPaths.length);
    for (const [place, { guid, fields, tags, deck }] of imported.notes.entries()) {
      expect(guid).toBe(notes[place]?.guid);
      expect(deck).toBe('Flamewise');
      expect(tags).toEqual(notes[place]?.tags.split(' '));
      for (const side of fields) expect(plain(side), guid).not.toBe('');
    }
    // Anki takes notes with the same first field for the same note where one has no GUID.
    expect(new Set(imported.notes.map(({ fields }) => plain(fields[0] ?? ''))).size).toBe(
      questionPaths.length,
    );
  });

  it('changes notes in place when it is imported again', () => {
    const again = importIntoAnki(file + rows.filter((row) => !row.startsWith('#')).join('\n'));
    expect(again.notes).toHaveLength(questionPaths.length);
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

/** What of a field is text, for eyes. */
function plain(html: string): string {
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, '')
    .trim();
}

test('a graph on a card needs no style sheet of the site', async () => {
  const svg = graphPicture(await shareThese(), 'A <server>', 'en');
  expect(svg).toMatch(/^<svg /);
  expect(svg).toMatch(/\.kind-kernel rect\{fill:#[0-9a-f]{6}/);
  expect(svg).not.toContain('oklch'); // unknown to the web view of an older Anki
  expect(svg).toContain('A &lt;server&gt;');
  expect(svg).not.toContain('var(--');
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { findClaims } from '../../../src/lib/site/claims.ts';
import { courseOrder } from '../../../src/lib/site/course.ts';
import { autocorrect } from '../../support/autocorrect.ts';
import {
  headingsOf,
  lessonIds,
  partOf,
  proseOfLesson,
  readLesson,
  tagsOf,
} from './lesson-files.ts';

const parts = ['predict', 'graph', 'meaning', 'claims', 'practise', 'interview', 'sources'];
const explorables = new Map([
  ['0-1-samples-to-flames', 'StackFolder'],
  ['0-2-how-sure', 'SamplingSimulator'],
  ['1-1-overview', 'GuideTable'],
  ['1-2-hot-frames', 'PeelFrame'],
  ['1-3-call-chains', 'RebuildTree'],
  ['2-1-cpu-bound', 'PollingSimulator'],
  ['2-2-system-calls', 'IdleOrContended'],
  ['3-1-principles', 'SymbolDoctor'],
  ['3-2-practice', 'CodeReview'],
  ['4-1-differential', 'DiffBench'],
  ['4-2-landscape', 'ToolSort'],
  ['5-1-verify', 'IsItReal'],
]);

test('every lesson of the course is written, in both languages', () => {
  const course = courseOrder.map(({ id }) => id);
  expect(lessonIds).toEqual(course.toSorted());
  const chinese = globSync('src/content/lessons/zh/*.mdx').map((path) => path.replace(/.*\//, ''));
  expect(chinese.toSorted()).toEqual(lessonIds.map((id) => `${id}.mdx`));
});

describe.each(lessonIds)('lesson %s', (id) => {
  const en = readLesson('en', id);
  const zh = readLesson('zh', id);

  it.each([en, zh])('has its seven parts in order', ({ body }) => {
    const found = headingsOf(body).flatMap((heading) => (heading.level === 2 ? [heading.id] : []));
    expect(found).toEqual(parts);
  });

  it('takes 8 to 15 minutes, and asks three to eight questions', () => {
    expect(en.matter['minutes']).toBeGreaterThanOrEqual(8);
    expect(en.matter['minutes']).toBeLessThanOrEqual(15);
    const questions = en.matter['questions'] as string[];
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThanOrEqual(8);
  });

  it('says the same in both languages but for title and description', () => {
    const { title, description, ...rest } = en.matter;
    expect(title).not.toBe(zh.matter['title']);
    expect(description).not.toBe(zh.matter['description']);
    expect(zh.matter).toMatchObject(rest);
    expect(Object.keys(zh.matter)).toEqual(Object.keys(en.matter));
  });

  it('has the same headings, steps with their views, and explorables in both', () => {
    expect(headingsOf(zh.body)).toEqual(headingsOf(en.body));
    // A caption or a row's label is a text; what a widget works on is not.
    const built = (body: string) =>
      tagsOf(body)
        .filter(
          ({ name }) => !['Figure', 'FrameName', 'RunsFigure', 'PipelineFigure'].includes(name),
        )
        .filter(({ name }) => !['Term', 'Claim', 'GuideTable', 'Sources'].includes(name));
    expect(built(zh.body)).toEqual(built(en.body));
  });

  it('judges the same claims, each with a source, in both', () => {
    for (const { body } of [en, zh]) {
      for (const claim of body.split('<Claim').slice(1)) {
        expect(claim.split('</Claim>')[0], claim.slice(0, 60)).toContain('<Sources>');
      }
    }
    const keys = (body: string) => findClaims(body).map(({ id, verdict }) => [id, verdict]);
    expect(keys(zh.body)).toEqual(keys(en.body));
    expect(keys(en.body).length).toBeGreaterThan(0);
  });

  it('computes the same figures and names the same frames in each claim', () => {
    const figuresOf = (body: string) =>
      body
        .split('<Claim')
        .slice(1)
        .map((claim) =>
          tagsOf((claim.split('</Claim>')[0] ?? '').replace(/^[^]*?>\n/, ''))
            .filter(({ name }) => /Figure$|^FrameName$/.test(name))
            // How a figure is worded may follow the language: a share may be said before its base.
            .map(({ name, props }) => `${name} ${props.replace(/ ?as="[\w-]+"/, '')}`)
            .toSorted(),
        );
    expect(figuresOf(zh.body)).toEqual(figuresOf(en.body));
  });

  it('links the same terms in both, each once', () => {
    const terms = (body: string) =>
      tagsOf(body).flatMap(({ name, props }) =>
        name === 'Term' ? [/id="([\w-]+)"/.exec(props)?.[1] ?? ''] : [],
      );
    expect(terms(zh.body).toSorted()).toEqual(terms(en.body).toSorted());
    expect(new Set(terms(en.body)).size).toBe(terms(en.body).length);
  });

  it.each(['en', 'zh'] as const)(
    'shows the graph before the first long paragraph (%s)',
    (locale) => {
      const { body } = readLesson(locale, id);
      const before = body.slice(0, body.indexOf('<Step'));
      for (const paragraph of proseOfLesson(before, locale)) {
        expect(paragraph.length, paragraph).toBeLessThan(500);
      }
      expect(tagsOf(partOf(body, 'graph')).map(({ name }) => name)).toContain('Step');
    },
  );

  it('has its explorable', () => {
    expect(tagsOf(en.body).map(({ name }) => name)).toContain(explorables.get(id));
  });

  it.each([en, zh])('says it in an interview in four ways', ({ body }) => {
    const slots = tagsOf(partOf(body, 'interview'))
      .filter(({ name }) => name === 'Fragment')
      .map(({ props }) => props);
    const four = ['short', 'long', 'follow-up', 'red-flag'].map((slot) => `slot="${slot}"`);
    expect(slots.length % 4).toBe(0);
    expect(slots.slice(0, 4)).toEqual(four);
  });

  it('keeps the short answer short: at most 90 words', () => {
    for (const [, short = ''] of en.body.matchAll(/slot="short">(.*?)<\/Fragment>/gs)) {
      const words = proseOfLesson(short, 'en').join(' ').split(/\s+/).length;
      expect(words, short).toBeLessThanOrEqual(90);
    }
  });

  it('is spaced and punctuated as Chinese is', () => {
    const faults = proseOfLesson(zh.body, 'zh').flatMap((paragraph) =>
      paragraph.split('\n').flatMap((line) => {
        const better = autocorrect(line);
        if (better !== line) return [`“${line}” should be “${better}”`];
        return /\p{Script=Han}[,;:?!]|\p{Script=Han}\s?\([^)]*\p{Script=Han}/u.test(line)
          ? [`half-width punctuation in “${line}”`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('keeps the languages apart', () => {
    expect(proseOfLesson(en.body, 'en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('a term of the glossary', () => {
  const names = globSync('src/content/glossary/*.yaml').map((path) => {
    const { id, term } = parse(readFileSync(path, 'utf8')) as { id: string; term: { en: string } };
    return { id, name: term.en };
  });

  /** Text that explains: what is said in an interview and what is quoted presumes the words. */
  const explained = (id: string) => {
    const { body } = readLesson('en', id);
    return body
      .replace(partOf(body, 'interview'), '')
      .replace(/^#.*$/gm, '')
      .replace(/says="[^"]*"/g, '');
  };
  const inOrder = courseOrder.map(({ id }) => ({ id, text: explained(id) }));

  it.each(names)('$name is linked where the course uses it first', ({ id, name }) => {
    const word = new RegExp(String.raw`(?<![\w-])${name}s?(?![\w-])`, 'i');
    for (const lesson of inOrder) {
      if (tagsOf(lesson.text).some(({ props }) => props.includes(`id="${id}"`))) return;
      const plain = proseOfLesson(lesson.text, 'en').filter((text) => word.test(text));
      expect(plain, `${lesson.id}: <Term id="${id}">`).toEqual([]);
    }
  });
});

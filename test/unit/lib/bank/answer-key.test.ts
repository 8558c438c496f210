import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { questionSchema } from '../../../../src/content/schemas/question.ts';
import { answerKeyOf, figureFiller } from '../../../../src/lib/bank/index.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { questionOf } from '../../../support/question-of.ts';

const profile = profileOf(`
  main;read  3
  main;write 7
`);

describe('a key', () => {
  it('is decided by the profile where options have checks', () => {
    const question = questionOf(`
      options:
        a: { holds: { greater: [{ self: read }, { self: write }] } }
        b: { holds: { greater: [{ self: write }, { self: read }] } }
        c: {}
    `);
    expect(answerKeyOf(question, { profile })).toMatchObject({ right: 'b' });
  });

  it.each([
    ['options: { a: {}, b: {}, c: {} }', 'one option must be right, not 0'],
    ['options: { a: { right: true }, b: { right: true }, c: {} }', 'must be right, not 2 (a, b)'],
    ['options: { a: { holds: { exists: read } }, b: {}, c: {} }', 'names no `sample`'],
    [
      'options: { a: { holds: { greater: [{ self: gone }, 1] } }, b: {}, c: {} }',
      'names no `sample`',
    ],
  ])('%s fails the build: %s', (yaml, message) => {
    expect(() => answerKeyOf(questionOf(yaml), {})).toThrow(message);
  });

  it('names the question and the query that finds nothing', () => {
    const question = questionOf(
      'options: { a: { holds: { greater: [{ self: gone }, 1] } }, b: {}, c: {} }',
    );
    expect(() => answerKeyOf(question, { profile })).toThrow(
      'question example: query "gone": finds no frame in this profile',
    );
  });
});

describe('a frame to choose', () => {
  const after = profileOf(`
    main;read;copy 3
    main;send      7
  `);
  const texts = '{ title: Some title, prompt: x, hints: [x], why: x, near: { low: x }, other: x }';
  const question = (view: string, wanted: string) =>
    questionOf(`
      kind: click-frame
      sample: any
      view: ${view}
      answer: { frames: { match: ${wanted} } }
      near: { low: { match: main } }
      en: ${texts}
      zh: ${texts}
    `);

  it('is a box of the first profile', () => {
    const key = answerKeyOf(question('{}', '/write|send/'), { profile, after });
    expect(key).toMatchObject({ right: [';main;write'] });
  });

  it('is a box of either where the graph compares two', () => {
    const key = answerKeyOf(question('{ view: diff }', '/write|send/'), { profile, after });
    expect(key).toMatchObject({
      right: [';main;write', ';main;send'],
      near: [{ id: 'low', paths: [';main'] }],
    });
  });

  it.each([
    ['{}', 'send'],
    ['{ view: diff }', 'gone'],
  ])('fails the build where there is none: %s, %s', (view, wanted) => {
    expect(() => answerKeyOf(question(view, wanted), { profile, after })).toThrow('finds no frame');
  });
});

describe('figures in texts', () => {
  const question = questionOf(`
    figures: { w: { self: write }, hot: { frame: { rank: self, nth: 1 } } }
    options: { a: { right: true }, b: {}, c: {} }
  `);

  it.each([
    ['{w}', '7 samples'],
    ['{w:share} of it', '70% of it'],
    ['{hot} has {hot:self}', 'write has 7 samples'],
    ['into_future::{{closure}}', 'into_future::{{closure}}'],
  ])('%s is %s', (text, filled) => {
    expect(figureFiller(question, { profile }, 'en')(text)).toBe(filled);
  });

  it.each([
    ['{x}', 'no figure {x}'],
    ['{w:colour}', 'no form "colour"'],
  ])('%s fails the build', (text, message) => {
    expect(() => figureFiller(question, { profile }, 'en')(text)).toThrow(message);
  });
});

describe('what an author gets wrong is said by field', () => {
  const complaints = (yaml: string) => {
    const parsed = questionSchema.safeParse(parse(yaml));
    return (parsed.error?.issues ?? []).map(
      ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
    );
  };
  const texts = (text: string) =>
    `{ title: Some title, prompt: "${text}", hints: [x], why: x, other: x }`;
  const numeric = (answer: string, zh = texts('x')) => `
    { id: a, version: 1, kind: numeric, lesson: l, skills: [read-width], level: 1, as: share,
      sources: [x], answer: ${answer}, en: ${texts('x')}, zh: ${zh},
      tests: [{ answer: "1", expect: right }, { answer: "2", expect: wrong }] }`;

  it.each([
    ['{ value: 3, tolerance: 1 }', []],
    ['{ query: { selff: x }, tolerance: 1 }', ['answer']],
    ['{ query: { self: { libary: x } }, tolerance: 1 }', ['answer']],
  ])('%s', (answer, fields) => {
    const found = complaints(numeric(answer)).map((complaint) => complaint.split(/[.:]/)[0]);
    expect(found).toEqual(fields);
  });

  it('also what one language has and the other has not', () => {
    const zh = texts('x').replace(/ }$/, ', explanation: y }');
    expect(complaints(numeric('{ value: 3, tolerance: 1 }', zh))).toEqual([
      'en.explanation: stands in zh but not, or not so, in the other language',
    ]);
  });

  it('also sources in another language that are not the same ones', () => {
    const zh = (sources: string) => texts('x').replace(/ }$/, `, sources: ${sources} }`);
    const said = (sources: string) =>
      complaints(numeric('{ value: 3, tolerance: 1 }', zh(sources)));
    expect(said('[甲]')).toEqual([]);
    expect(said('[甲, 乙]')).toEqual(['zh.sources: 2 of 1 sources: say all, in the same order']);
  });
});

import { basename, dirname } from 'node:path';
import type { Question } from '../../../src/content/schemas/question.ts';
import { figureFiller, figuresIn } from '../../../src/lib/bank/index.ts';
import { evaluateCheck, findPaths } from '../../../src/lib/query/index.ts';
import { courseOrder } from '../../../src/lib/site/course.ts';
import { autocorrect } from '../../support/autocorrect.ts';
import type { AnsweredQuestion } from './question-files.ts';
import { askedSentence, proseOf, textsOf } from './question-texts.ts';

/** One rule of writing: complaints about a question, each saying what to do. */
export type QuestionRule = (answered: AnsweredQuestion) => string[];

const locales = ['en', 'zh'] as const;
/** Whose own title is in no quotes. */
const journal = /Journal of the American Statistical Association/;
const viewKeys = [
  'view',
  'orientation',
  'root',
  'selection',
  'search',
  'highlight',
  'color',
  'muted',
  'transforms',
  'diff',
  'function',
  'window',
];

function eachText(
  question: Question,
  complain: (text: string, locale: 'en' | 'zh', path: string) => string | undefined,
): string[] {
  return locales.flatMap((locale) =>
    textsOf(question, locale).flatMap(({ path, text }) => {
      const complaint = complain(text, locale, path);
      return complaint === undefined ? [] : [`${locale}.${path}: ${complaint}`];
    }),
  );
}

/** Reasons by option, for every kind that has them. */
function reasonsOf(question: Question, locale: 'en' | 'zh'): string[] {
  const texts = textsOf(question, locale);
  return texts.filter(({ path }) => /(?:^|\.)why(?:\.|$)/.test(path)).map(({ text }) => text);
}

export const questionRules: Readonly<Record<string, QuestionRule>> = {
  'stands in the folder of its lesson, under its own id': ({ file, question }) => {
    const wanted = `${question.lesson}/${question.id}.yaml`;
    return file.endsWith(`/${wanted}`)
      ? []
      : [`is ${basename(dirname(file))}/${basename(file)}; move it to ${wanted}`];
  },

  'belongs to a lesson of the course': ({ question }) =>
    courseOrder.some(({ id }) => id === question.lesson)
      ? []
      : [`there is no lesson "${question.lesson}" in src/lib/site/course.ts`],

  'cites every figure that it computes, and no other': ({ question }) => {
    const names = Object.keys(question.figures);
    return locales.flatMap((locale) => {
      const cited = new Set(textsOf(question, locale).flatMap(({ text }) => figuresIn(text)));
      return names
        .filter((name) => !cited.has(name))
        .map((name) => `${locale}: no text cites the figure {${name}}`);
    });
  },

  'shows views that the graph knows, of frames that exist': ({ question, profiles }) =>
    [question.view, question.shows ?? {}].flatMap((view) => [
      ...Object.keys(view)
        .filter((key) => !viewKeys.includes(key))
        .map((key) => `a view has no "${key}"; it has ${viewKeys.join(', ')}`),
      ...['root', 'selection', 'highlight'].flatMap((key) =>
        [view[key] ?? []].flat().flatMap((path) => {
          const isKind = String(path).startsWith('kind:');
          if (isKind || profiles.profile === undefined) return [];
          const found = findPaths(profiles.profile, { path: String(path) }, true);
          return found.length > 0 ? [] : [`${key}: the profile has no frame "${String(path)}"`];
        }),
      ),
    ]),

  'tests a right answer and one that is not': ({ question }) => {
    if (question.kind === 'predict') return [];
    const expected = question.tests.map(({ expect }) => expect);
    return [
      ...(expected.includes('right') ? [] : ['no test expects `right`']),
      ...(expected.some((one) => one === 'wrong' || one === 'partly')
        ? []
        : ['no test expects `wrong` or `partly`']),
    ];
  },

  'has checks that fail for wrong options': ({ question, profiles, key }) => {
    if (question.kind !== 'choice' && question.kind !== 'multi') return [];
    const right = key.kind === 'choice' ? [key.right] : key.kind === 'multi' ? key.right : [];
    return Object.entries(question.options).flatMap(([id, { holds }]) =>
      holds !== undefined &&
      profiles.profile !== undefined &&
      evaluateCheck(profiles.profile, holds, profiles) !== right.includes(id)
        ? [`the check of "${id}" and the key disagree`]
        : [],
    );
  },

  'has three options, or says why four': ({ question }) =>
    question.kind === 'choice' &&
    Object.keys(question.options).length > 3 &&
    question.whyFour === undefined
      ? ['a fourth option needs `whyFour`']
      : [],

  'gives every option a reason of its own': ({ question }) =>
    locales.flatMap((locale) => {
      const reasons = reasonsOf(question, locale);
      const repeated = reasons.filter((reason, index) => reasons.indexOf(reason) !== index);
      return repeated.map((reason) => `${locale}: two parts share the reason “${reason.trim()}”`);
    }),

  'has near misses apart from the answer': ({ key }) => {
    const asked = key.kind === 'predict' ? key.asked : key;
    if (asked.kind !== 'numeric') return [];
    return asked.near
      .filter(
        ({ value, tolerance }) => Math.abs(value - asked.value) <= tolerance + asked.tolerance,
      )
      .map(({ id }) => `the near miss "${id}" touches the answer (${asked.value})`);
  },

  'allows for the rounding of the picture': ({ key, question }) =>
    key.kind === 'numeric' && key.as === 'share' && key.tolerance < 0.05
      ? [
          `shares are shown to a tenth: a tolerance of ${key.tolerance} fails what ${question.id} shows`,
        ]
      : [],

  'has no option that is about other options': ({ question }) =>
    eachText(question, (text, _, path) =>
      /^options\.\w[\w-]*\.text$/.test(path) &&
      /\b(?:all|none|both|neither) of (?:the above|these|them)\b|以上(?:都|皆|全|均)|都不对|都对/i.test(
        text,
      )
        ? 'write real options instead of “all of the above”'
        : undefined,
    ),

  'marks a negation in what it asks': ({ question }) => {
    if (question.kind !== 'choice' && question.kind !== 'multi') return [];
    return locales.flatMap((locale) => {
      const asked = askedSentence(question[locale].prompt).replace(/\*\*.+?\*\*/gs, '');
      return /\b(?:not|except|never|false|incorrect)\b|n[’']t\b|(?:不正确|不属于|不对|不是|错误|不成立|不能)的是/i.test(
        asked,
      )
        ? [`${locale}: ask for what holds, or put the negation in **strong**`]
        : [];
    });
  },

  'uses curly quotation marks and apostrophes': ({ question }) =>
    eachText(question, (text) => {
      const [found] = /["]|(?<=\p{L})'(?=\p{L})/u.exec(proseOf(text)) ?? [];
      return found === undefined ? undefined : `write “ ” and ’ instead of ${found}`;
    }),

  'is spaced and punctuated as Chinese is': ({ question, profiles }) => {
    const fill = figureFiller(question, profiles, 'zh');
    return textsOf(question, 'zh').flatMap(({ path, text }) =>
      proseOf(fill(text))
        .split('\n')
        .flatMap((line) => {
          const better = autocorrect(line);
          if (better !== line) return [`zh.${path}: “${line.trim()}” should be “${better.trim()}”`];
          return /[\p{Script=Han}][,;:?!]|[\p{Script=Han}]\s?\([^)]*[\p{Script=Han}]/u.test(line)
            ? [`zh.${path}: half-width punctuation in “${line.trim()}”`]
            : [];
        }),
    );
  },

  'keeps the languages apart': ({ question }) => [
    ...textsOf(question, 'en').flatMap(({ path, text }) =>
      // Keywords of an open answer stand outside of the texts.
      /\p{Script=Han}/u.test(proseOf(text)) ? [`en.${path}: Chinese in the English text`] : [],
    ),
    ...textsOf(question, 'zh').flatMap(({ path, text }) => {
      // A citation is in the language of what it cites.
      if (question.sources.includes(text)) return [];
      const prose = proseOf(text);
      const isWords = /[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(prose);
      return isWords && !/\p{Script=Han}/u.test(prose) ? [`zh.${path}: English only`] : [];
    }),
  ],

  'says in Chinese where to look in a source, and what is said there': ({ question }) =>
    (question.zh.sources ?? question.sources).flatMap((source, index) => {
      const cited = proseOf(source).replace(/“[^”]*”|\*[^*]*\*/g, '');
      const isSaid = /\blines? \d|\b(?:and|of|the)\b|: (?!Code)[a-z]\S* [a-z]+ [a-z]/.test(cited);
      return isSaid && !/\p{Script=Han}/u.test(cited) && !journal.test(cited)
        ? [`source ${index + 1}: add zh.sources, all in the same order`]
        : [];
    }),
};

import type { Question, QuestionOf } from '../../content/schemas/question.ts';
import { displayName, parseFullPath } from '../flame/index.ts';
import { inLocale, sayText } from '../i18n/index.ts';
import type { Locale } from '../i18n/index.ts';
import { kindNames, seededShuffle } from '../quiz/index.ts';
import type { AnswerKey } from '../quiz/index.ts';
import { linesOf } from './answer-key-of.ts';
import { formatTarget } from './format-target.ts';
import { blockMarkup, inlineMarkup } from './inline-markup.ts';
import { saidSources } from './said-sources.ts';

/** One row of the file: both sides are HTML. */
export interface AnkiNote {
  /** The same question in the same version and language is the same note: an import updates it. */
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  readonly tags: string;
}

export interface AnkiSource {
  readonly question: Question;
  readonly key: AnswerKey;
  readonly locale: Locale;
  /** Puts a question's figures into a text of it. */
  readonly fill: (text: string) => string;
  /** The graph that is asked about, as SVG, where there is one. */
  readonly graph?: string;
}

/** A question as a card: what is asked on one side, the answer with its reasons on the other. */
export function ankiNote(source: AnkiSource): AnkiNote {
  const { question, locale } = source;
  const texts = inLocale(question, locale);
  const inline = (text: string) => inlineMarkup(source.fill(text));
  const blocks = (text: string) => blockMarkup(source.fill(text));
  const sides = sidesOf(source, inline, blocks);
  const explanation = texts.explanation === undefined ? '' : blocks(texts.explanation);
  const sources = saidSources(question, locale)
    .map(({ html }) => `<li>${html}</li>`)
    .join('');
  return {
    guid: `${question.id}@${question.version}@${locale}`,
    front: `<p><small>${sayText(kindNames[question.kind], locale)}</small></p>${blocks(texts.prompt)}${sides.front}${source.graph ?? ''}`,
    back: `${sides.back}${explanation}<ul>${sources}</ul>`,
    tags: ['flamewise', question.lesson, ...question.skills, `level-${question.level}`].join(' '),
  };
}

interface Sides {
  readonly front: string;
  readonly back: string;
}
type Say = (text: string) => string;

function sidesOf(source: AnkiSource, inline: Say, blocks: Say): Sides {
  const { question, key, locale } = source;
  switch (question.kind) {
    case 'choice':
    case 'multi':
      return options(question.id, inLocale(question, locale).options, rightOf(key), inline);
    case 'numeric':
      return { front: '', back: number(key, locale) + blocks(inLocale(question, locale).why) };
    case 'click-frame':
      return { front: '', back: frames(key) + blocks(inLocale(question, locale).why) };
    case 'order':
      return order(question, locale, inline);
    case 'match':
      return pairs(
        inLocale(question, locale).pairs,
        question.pairs,
        inLocale(question, locale).choices,
        inline,
      );
    case 'matrix':
      return pairs(
        inLocale(question, locale).rows,
        question.rows,
        inLocale(question, locale).columns,
        inline,
      );
    case 'bug':
      return bug(question, locale, inline);
    case 'open':
      return {
        front: '',
        back: blocks(inLocale(question, locale).short) + blocks(inLocale(question, locale).model),
      };
    case 'predict':
      // A prediction is asked once, before anything is known: it makes no card.
      return { front: '', back: '' };
  }
}

function rightOf(key: AnswerKey): readonly string[] {
  if (key.kind === 'multi') return key.right;
  return key.kind === 'choice' ? [key.right] : [];
}

type OptionTexts = QuestionOf<'choice'>['en']['options'];

function options(id: string, texts: OptionTexts, right: readonly string[], inline: Say): Sides {
  const entries = seededShuffle(Object.entries(texts), `${id}:0`);
  const front = entries.map(([, { text }]) => `<li>${inline(text)}</li>`).join('');
  const back = entries.map(([option, { text, why }]) => {
    const isRight = right.includes(option);
    const reason = typeof why === 'string' ? why : isRight ? why.chosen : why.left;
    return `<li>${isRight ? '✓' : '✗'} ${inline(text)}<br><small>${inline(reason)}</small></li>`;
  });
  return { front: `<ul>${front}</ul>`, back: `<ul>${back.join('')}</ul>` };
}

function number(key: AnswerKey, locale: Locale): string {
  return key.kind === 'numeric' ? `<p><b>${formatTarget(key, locale)}</b></p>` : '';
}

function frames(key: AnswerKey): string {
  if (key.kind !== 'click-frame') return '';
  const names = key.right.map((path) => displayName(parseFullPath(path)?.at(-1) ?? ''));
  return [...new Set(names)].map((name) => `<p><b>${inlineMarkup(`\`${name}\``)}</b></p>`).join('');
}

function order({ id, steps, ...texts }: QuestionOf<'order'>, locale: Locale, inline: Say): Sides {
  const words = inLocale(texts, locale).steps;
  const say = (step: string) => inline(words[step]?.text ?? step);
  const shuffled = seededShuffle(steps, `${id}:0`);
  const front = shuffled.map((step) => `<li>${say(step)}</li>`).join('');
  const back = steps.map(
    (step) => `<li>${say(step)}<br><small>${inline(words[step]?.why ?? '')}</small></li>`,
  );
  return { front: `<ul>${front}</ul>`, back: `<ol>${back.join('')}</ol>` };
}

function pairs(
  rows: Readonly<Record<string, { text: string; why: string }>>,
  right: Readonly<Record<string, string>>,
  choices: Readonly<Record<string, string>>,
  inline: Say,
): Sides {
  const all = Object.values(choices).map(inline).join(' · ');
  const front = Object.values(rows).map(({ text }) => `<li>${inline(text)}</li>`);
  const back = Object.entries(rows).map(
    ([row, { text, why }]) =>
      `<li>${inline(text)} → <b>${inline(choices[right[row] ?? ''] ?? '')}</b><br><small>${inline(why)}</small></li>`,
  );
  return { front: `<p>${all}</p><ul>${front.join('')}</ul>`, back: `<ul>${back.join('')}</ul>` };
}

function bug(question: QuestionOf<'bug'>, locale: Locale, inline: Say): Sides {
  const { lines, why, follow } = inLocale(question, locale);
  const code = question.code === undefined ? undefined : linesOf(question.code);
  const shown = code?.map((line) => inlineMarkup(`\`\`${line} \`\``)) ?? (lines ?? []).map(inline);
  const front = `<ol>${shown.map((line) => `<li>${line}</li>`).join('')}</ol>`;
  const back = question.bugs.map((line) => `<li>${line}: ${inline(why[String(line)] ?? '')}</li>`);
  const asked = follow === undefined ? '' : `<p>${inline(follow.prompt)}</p>`;
  return { front: front + asked, back: `<ul>${back.join('')}</ul>` };
}

/**
 * Notes as a text that Anki imports (Anki manual, "Text Files"): tabs between fields, HTML, GUIDs
 * in the first column, so that a later import updates notes in place. The deck is a column: Anki makes
 * a deck that a note names, but passes over one that only the head of the file names.
 */
export function ankiFile(notes: readonly AnkiNote[], deck: string): string {
  const head = [
    '#separator:Tab',
    '#html:true',
    '#guid column:1',
    '#notetype:Basic',
    '#tags column:4',
    '#deck column:5',
  ];
  const rows = notes.map(({ guid, front, back, tags }) =>
    [guid, front, back, tags, deck].map(field).join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

/** Quoted, with quotes doubled; code keeps its lines as `<br>`, and nothing holds a tab. */
function field(text: string): string {
  const withLines = text.replace(/<pre[^>]*>.*?<\/pre>/gs, (code) => code.replaceAll('\n', '<br>'));
  return `"${withLines.replace(/[\t\n\r]+/g, ' ').replaceAll('"', '""')}"`;
}

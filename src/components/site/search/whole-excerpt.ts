import { blocksInChinese, piecesOf, type TextPiece } from './marked-text.ts';

/** Where a text is better begun, and whether a sentence begins there. */
interface Start {
  readonly at: number;
  readonly isSentence: boolean;
}

/** How many letters before or behind the place where an excerpt was cut are near; 汉字 say more each. */
const near = { letters: 90, hanCharacters: 36 };

/** After a full stop of Latin text, in which 2.1 and v1.2 are names, or after a full-width one. */
const sentenceStarts = /(?:[.!?]["”’)]*\s+(?=[^a-z\s])|[。！？][”’」』）]*\s*)/gu;
const clauseStarts = /(?:[,;:]\s+|\s[–—]\s|[，；：]\s*|——)/gu;
const isEnded = /[.!?。！？…]["”’」』）)]*$/u;
/** What leads to the words behind it. */
const leadingOn = /[\s,;:(–—，；：、（“]+$/u;
/** What belongs to the words before it. */
const leftOver = /^[\s.,;:!?)，。；：、！？”’」』）]+/u;

/**
 * An excerpt of the index, which is cut at a number of words, begun where a sentence begins in the page's whole text:
 * somewhat earlier, or later as long as what was found stays. Where none is near it begins at a clause, or as it was,
 * after an ellipsis.
 */
export function wholeExcerpt(excerpt: string, pageText: string, ellipsis: string): TextPiece[] {
  const pieces = piecesOf(excerpt);
  const text = pageText.replace(/\s+/g, ' ');
  const plain = pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ');
  const from = plain === '' ? -1 : text.indexOf(plain);
  if (from < 0) return allInChinese(pieces);
  const found = pieces.findIndex(({ marked }) => marked);
  const before = pieces.slice(0, Math.max(found, 0)).map((piece) => piece.text);
  const { at, isSentence } = betterStart(text, from, from + before.join('').length);
  const opening = at < from ? text.slice(at, from) : '';
  const rest = withoutStart(pieces, Math.max(at - from, 0));
  const whole = allInChinese(joined([{ text: opening, marked: false }, ...rest]));
  const isCut = from + plain.length < text.length && !isEnded.test(plain);
  return joined([
    { text: isSentence ? '' : ellipsis, marked: false },
    ...(isCut ? withoutEnd(whole) : whole),
    { text: isCut ? ellipsis : '', marked: false },
  ]);
}

/** @param from where the excerpt was cut; what was found is at `mark` */
function betterStart(text: string, from: number, mark: number): Start {
  const isHan = /\p{Script=Han}/u.test(text.slice(from, from + 40));
  const reach = isHan ? near.hanCharacters : near.letters;
  const first = Math.max(0, from - reach);
  const sentences = startsWithin(text, sentenceStarts, first, mark);
  if (first === 0) sentences.unshift(0);
  const earlier = sentences.filter((at) => at <= from).at(-1);
  const later = sentences.find((at) => at > from);
  // A few words that end a sentence say nothing of what was found.
  const best =
    later !== undefined && later - from <= reach / 3 && earlier !== from ? later : earlier;
  const sentence = best ?? later;
  if (sentence !== undefined) return { at: sentence, isSentence: true };
  const clauses = startsWithin(text, clauseStarts, first, mark);
  const clause = clauses.filter((at) => at <= from).at(-1) ?? clauses[0];
  const cut = from + (leftOver.exec(text.slice(from, mark))?.[0].length ?? 0);
  return { at: clause ?? cut, isSentence: false };
}

/** The places behind a boundary, from `first` up to `last`. */
function startsWithin(text: string, boundary: RegExp, first: number, last: number): number[] {
  // A boundary may begin before the first place and end at it.
  const begin = Math.max(0, first - 4);
  return [...text.slice(begin, last + 1).matchAll(boundary)]
    .map((found) => begin + found.index + found[0].length)
    .filter((at) => at >= first && at <= last);
}

function withoutStart(pieces: readonly TextPiece[], count: number): TextPiece[] {
  const [first, ...rest] = pieces;
  return first === undefined ? [] : [{ ...first, text: first.text.slice(count) }, ...rest];
}

function withoutEnd(pieces: readonly TextPiece[]): TextPiece[] {
  const last = pieces.at(-1);
  if (last === undefined) return [];
  return [...pieces.slice(0, -1), { ...last, text: last.text.replace(leadingOn, '') }];
}

/** Plain pieces beside each other are one, and empty ones none. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const all: TextPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.text === '') continue;
    if (last?.marked === piece.marked)
      all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}

/** A stop belongs to the piece before it, if that ends in what was found. */
function allInChinese(pieces: readonly TextPiece[]): TextPiece[] {
  return pieces.map(({ text, marked }, index) => {
    const last = pieces[index - 1]?.text.at(-1) ?? '';
    return { text: blocksInChinese(last + text).slice(last.length), marked };
  });
}

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';

/** A lesson's file in one language: its front matter and its text. */
export interface LessonFile {
  readonly id: string;
  readonly matter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export function readLesson(locale: 'en' | 'zh', id: string): LessonFile {
  const text = readFileSync(`src/content/lessons/${locale}/${id}.mdx`, 'utf8');
  const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  return { id, matter: parse(matter) as Record<string, unknown>, body };
}

export const lessonIds: readonly string[] = globSync('src/content/lessons/en/*.mdx')
  .map((path) => basename(path, '.mdx'))
  .toSorted();

/** A component of a text: `<Step id="a" view={{ … }}>` is `{ name: 'Step', props: 'id="a" view={{ … }}' }`. */
export interface Tag {
  readonly name: string;
  readonly props: string;
}

interface Found extends Tag {
  readonly start: number;
  readonly end: number;
}

/** Where components open. Braces, however deep, and quotes may hold a `>`. */
function findTags(body: string): Found[] {
  const found: Found[] = [];
  for (const match of body.matchAll(/<([A-Z]\w*)/g)) {
    let at = match.index + match[0].length;
    for (let depth = 0, quoted = false; at < body.length; at++) {
      const char = body[at];
      if (char === '"' && depth === 0) quoted = !quoted;
      else if (char === '{' && !quoted) depth++;
      else if (char === '}' && !quoted) depth--;
      else if (char === '>' && depth === 0 && !quoted) break;
    }
    const props = body
      .slice(match.index + match[0].length, at)
      .replace(/\s+/g, ' ')
      .trim();
    found.push({ name: match[1] ?? '', props, start: match.index, end: at + 1 });
  }
  return found;
}

/** All opening tags of components, in order. */
export function tagsOf(body: string): Tag[] {
  return findTags(withoutCode(body)).map(({ name, props }) => ({
    name,
    props: props.replace(/ ?\/$/, ''),
  }));
}

/** Headings with level and id, in order. */
export function headingsOf(body: string): { level: number; id: string }[] {
  return [...withoutCode(body).matchAll(/^(#{2,4}) .*\{#([\w-]+)\}$/gm)].map(
    ([, marks = '', id = '']) => ({ level: marks.length, id }),
  );
}

/** Text between two headings of the second level. */
export function partOf(body: string, id: string): string {
  const start = body.indexOf(`{#${id}}`);
  const end = body.indexOf('\n## ', start);
  return start < 0 ? '' : body.slice(start, end < 0 ? undefined : end);
}

/** What stands in prose for a component: a number, or with its unit, a name, a term. */
const standIns = {
  en: { number: '7', weight: '7 samples', term: 'term' },
  zh: { number: '7', weight: '7 个样本', term: '术语' },
};

/** A lesson's paragraphs as a reader sees them: no code, no sources, a stand-in for each figure. */
export function proseOfLesson(text: string, locale: 'en' | 'zh'): string[] {
  const body = withoutCode(text).replace(/<Sources>.*?<\/Sources>/gs, '');
  const words = standIns[locale];
  let prose = '';
  let at = 0;
  for (const { name, props, start, end } of findTags(body)) {
    prose += body.slice(at, start);
    at = end;
    if (!props.endsWith('/')) continue;
    if (name === 'Term') prose += words.term;
    else if (name === 'FrameName') prose += 'Code';
    else if (/as="(?:weight|mean|least|most)"/.test(props)) prose += words.weight;
    else if (name.endsWith('Figure')) prose += words.number;
  }
  return (prose + body.slice(at))
    .replace(/<\/[A-Z]\w*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/ ?\{#[\w-]+\}/g, '')
    .replace(/`[^`\n]*`/g, 'Code')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function withoutCode(body: string): string {
  return body.replace(/^```.*?^```/gms, '');
}

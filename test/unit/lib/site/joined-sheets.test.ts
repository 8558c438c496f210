import { describe, expect, it } from 'vitest';
import {
  joinLinks,
  linkedSheets,
  sharedSheets,
} from '../../../../src/lib/site/build/joined-sheets.ts';

const pageOf = (...sheets: string[]) =>
  `<head>${sheets.map((sheet) => `<link rel="stylesheet" href="/${sheet}.css">`).join('')}</head><p>text</p>`;

describe('style sheets that nearly every page links', () => {
  it('are those of 19 in 20 pages, the one that orders the layers first', () => {
    const pages = [
      ['layers', 'lesson', 'site', 'graph'],
      ...Array.from({ length: 18 }, () => ['layers', 'graph', 'site']),
      ['layers', 'site'],
    ];
    expect(sharedSheets(pages)).toEqual(['layers', 'site', 'graph']);
  });

  it('are linked as one, where the first of them was, and all others stay', () => {
    const html = pageOf('layers', 'lesson', 'site', 'graph', 'quiz');
    expect(joinLinks(html, ['/layers.css', '/site.css', '/graph.css'], '/joined.css')).toBe(
      pageOf('joined', 'lesson', 'quiz'),
    );
  });

  it('are found by their addresses, under a base too', () => {
    const html = pageOf('sub/_astro/a.B-_1', 'sub/layers');
    expect(linkedSheets(html)).toEqual(['/sub/_astro/a.B-_1.css', '/sub/layers.css']);
  });

  it('of a page that links only some of them: it links the joined one all the same', () => {
    expect(joinLinks(pageOf('site'), ['/layers.css', '/site.css'], '/joined.css')).toBe(
      pageOf('joined'),
    );
  });
});

import fc from 'fast-check';
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { escapeXml } from '../../../../../src/lib/flame/paint/escape-xml.ts';
import { paintSvg } from '../../../../../src/lib/flame/paint/paint-svg.ts';
import { planScene } from '../../../../../src/lib/flame/paint/plan-scene.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { profileOf } from '../../../../support/profile-of.ts';

type Element = DefaultTreeAdapterTypes.Element;

function treeOf(drawing: string) {
  return buildCallTree(profileOf(drawing));
}

function elementsOf(html: string, name: string): Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      if (node.tagName === name) found.push(node);
      visit(node.childNodes);
    }
  };
  visit(parseFragment(html).childNodes);
  return found;
}

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

const drawing = `
  main;work;read 20
  main;work      10
  main;rest      15
  other           5
`;

describe('the SVG of a graph', () => {
  test('has a box for every frame and one for everything, with place and width in samples', () => {
    const boxes = elementsOf(paintSvg(planScene(treeOf(drawing))), 'g').map(attributesOf);
    expect(boxes.map((box) => [box['data-row'], box['data-x'], box['data-w']])).toEqual([
      ['-1', '0', '50'],
      ['0', '0', '45'],
      ['1', '0', '15'],
      ['2', '15', '30'],
      ['3', '25', '20'],
      ['4', '45', '5'],
    ]);
  });

  test('is a tree whose items know their level and place', () => {
    const svg = paintSvg(planScene(treeOf(drawing), { label: 'A graph' }), { describedBy: 'keys' });
    const [root] = elementsOf(svg, 'svg').map(attributesOf);
    expect(root).toMatchObject({
      role: 'tree',
      'aria-label': 'A graph',
      'aria-describedby': 'keys',
      'aria-orientation': 'horizontal',
    });
    const rest = elementsOf(svg, 'g').map(attributesOf)[2];
    expect(rest).toMatchObject({
      role: 'treeitem',
      'aria-level': '3',
      'aria-setsize': '2',
      'aria-posinset': '1',
      'aria-selected': 'false',
      tabindex: '-1',
    });
    expect(rest).not.toHaveProperty('aria-expanded');
  });

  test('has one tab stop: "all", or the row that had the focus', () => {
    const scene = planScene(treeOf(drawing));
    const stops = (tabStop?: number) =>
      elementsOf(paintSvg(scene, tabStop === undefined ? {} : { tabStop }), 'g')
        .map(attributesOf)
        .filter((box) => box['tabindex'] === '0')
        .map((box) => box['data-row']);
    expect(stops()).toEqual(['-1']);
    expect(stops(3)).toEqual(['3']);
  });

  test('stands on its root, and hangs from it as an icicle', () => {
    const rootIn = (rootOnTop: boolean) => planScene(treeOf(drawing), { rootOnTop }).boxes[0]?.y;
    expect(rootIn(false)).toBe(66);
    expect(rootIn(true)).toBe(0);
  });

  test('has no style attribute, which the site’s policy would refuse', () => {
    expect(paintSvg(planScene(treeOf(drawing)))).not.toMatch(/\sstyle=/);
  });

  test('of a graph zoomed to a frame shows that frame and its callers over the whole width', () => {
    const tree = treeOf(drawing);
    const scene = planScene(tree, { window: [15, 45], root: 2 });
    expect(scene.boxes.map(({ row, x, width, marks }) => [row, x, width, marks])).toEqual([
      [-1, 0, 1, []],
      [0, 0, 1, ['caller']],
      [2, 0, 1, []],
      [3, expect.closeTo(1 / 3), expect.closeTo(2 / 3), []],
    ]);
  });
});

describe('what a page has to lay out for a box', () => {
  const scene = planScene(treeOf('main;read 994\nmain;rest 4\nfound 1\nthin 1'), {
    isMatched: (row) => row === 0,
  });
  const boxes = paintSvg(scene).split('<g ').slice(1);
  const drawingOf = (box: string) => box.slice(box.indexOf('</title>') + '</title>'.length);

  test('is no frame where no letters could reach out of it, and no line in a sliver', () => {
    const partsOf = (box = '') =>
      [...drawingOf(box).matchAll(/<(\w+)/g)].map(([, name]) => name).join(' ');
    const parts = scene.boxes.map(({ name }, index) => [name, partsOf(boxes[index])]);
    expect(Object.fromEntries(parts)).toEqual({
      all: 'svg rect line text',
      found: 'rect',
      main: 'svg rect line text',
      read: 'svg rect line text',
      rest: 'rect line',
      thin: 'rect',
    });
  });

  test('is where the box is, with a frame or without', () => {
    const placeOf = (box: string) =>
      /x="[^"]*" y="[^"]*" width="[^"]*" height="[^"]*"/.exec(drawingOf(box))?.[0];
    const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;
    expect(boxes.map(placeOf)).toEqual(
      scene.boxes.map(
        ({ x, y, width }) =>
          `x="${percent(x)}" y="${y}" width="${percent(width)}" height="${scene.rowHeightPx - 1}"`,
      ),
    );
  });
});

describe('a frame’s name', () => {
  test('is only ever text, also when it is <img src=x onerror=alert(1)>', () => {
    const name = '<img src=x onerror=alert(1)>';
    const svg = paintSvg(planScene(treeOf(`main;${name} 5`)));
    expect(elementsOf(svg, 'img')).toEqual([]);
    const titles = elementsOf(svg, 'title').flatMap((title) => title.childNodes);
    expect(titles.at(-1)).toMatchObject({ value: `${name}, 100%, 5 samples, self 5 samples` });
  });

  test('cannot leave its place, whatever it holds', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (name) => {
      const svg = `<b title="${escapeXml(name)}">${escapeXml(name)}</b>`;
      const nodes = parseFragment(svg).childNodes;
      expect(nodes).toHaveLength(1);
      expect(elementsOf(svg, 'b')[0]?.attrs).toHaveLength(1);
    });
    fc.assert(property, { seed: 4 });
  });

  test('with control characters or half a character does not make the SVG unreadable', () => {
    expect(escapeXml('a\u0000b\u001bc\ud800d\tе')).toBe('a\ufffdb\ufffdc\ufffdd\tе');
    expect(escapeXml('操作 🔥')).toBe('操作 🔥');
  });
});

describe('what the reader looks for', () => {
  const tree = treeOf(drawing);
  const marksOf = (options: Parameters<typeof planScene>[1]) =>
    Object.fromEntries(planScene(tree, options).boxes.map(({ name, marks }) => [name, marks]));

  test('is marked, and so is the selection', () => {
    const marks = marksOf({
      isMatched: (row) => row === 3,
      isDimmed: (row) => row === 1,
      selected: 0,
    });
    expect(marks).toMatchObject({ read: ['matched'], rest: ['dimmed'], main: ['selected'] });
  });

  test('is a box even if it is too thin to be drawn', () => {
    const wide = treeOf('main;a;b 1\nmain;c 99999');
    const rows = (keep: number[]) =>
      planScene(wide, { thinnestPx: 1, keep }).boxes.map(({ row, held }) => `${row}/${held}`);
    expect(rows([])).toEqual(['-1/1', '0/1', '1/2', '3/1']);
    expect(rows([2])).toEqual(['-1/1', '0/1', '1/2', '2/1', '3/1']);
  });
});

test('labels are shortened before they are cut, and left out where nothing fits', () => {
  const tree = treeOf('lib`Type<T>::method 60\nb 1\nmain 39');
  const labels = (widthPx: number) => planScene(tree, { widthPx }).boxes.map(({ label }) => label);
  expect(labels(1000)).toEqual(['all', '', 'lib`Type<T>::method', 'main']);
  expect(labels(200)[2]).toBe('Type<…>::method');
  expect(labels(60)[2]).toBe('Typ…');
  expect(labels(60)[1]).toBe('');
});

import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { paintSvg } from '../../src/lib/flame/paint/paint-svg.ts';
import { planScene } from '../../src/lib/flame/paint/plan-scene.ts';
import { buildCallTree } from '../../src/lib/flame/tree/build-call-tree.ts';
import { describeCorpus, readCorpus } from './support/corpus.ts';

/** A box of a picture: level 1 is "all". Left edge and width are in samples. */
interface Box {
  readonly name: string;
  readonly level: number;
  readonly x: number;
  readonly width: number;
}

const rowHeight = 16;

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** A name as the reference tools write it: without `_[k]` and the like, which only choose a colour. */
const asWritten = (name: string): string => name.replace(/_\[[kwij]\]$/, '');

/** The boxes that we draw of folded stacks, out of the finished SVG. */
async function ourBoxes(path: string, change = (folded: string) => folded): Promise<Box[]> {
  const folded = change(new TextDecoder().decode(readCorpus(path)));
  const { profiles } = await importProfile(folded, { format: 'folded' });
  const tree = buildCallTree(profiles[0]!);
  const scene = planScene(tree);
  const drawn = [
    ...paintSvg(scene).matchAll(/aria-level="(\d+)"[^>]*data-x="([\d.]+)" data-w="([\d.]+)"/g),
  ];
  expect(drawn).toHaveLength(tree.size + 1);
  return drawn.map(([, level, x, width], index) => ({
    name: asWritten(scene.boxes[index]!.name),
    level: Number(level),
    x: Number(x),
    width: Number(width),
  }));
}

/** The boxes of an SVG of inferno or flamegraph.pl, with the root at the bottom. */
function theirBoxes(svg: string): Box[] {
  const text = new TextDecoder().decode(readCorpus(svg));
  const box = /<title>(.*?) \(([\d,]+) samples?, [\d.]+%\)<\/title>\s*<rect ([^>]*)>/g;
  const read = [...text.matchAll(box)].map(([, name = '', samples = '', rect = '']) => ({
    name: unescaped(name),
    y: numberIn(rect, 'y')!,
    // flamegraph.pl has no more than pixels, rounded to a tenth: the width comes from the title.
    x: numberIn(rect, 'fg:x') ?? numberIn(rect, 'x')!,
    width: numberIn(rect, 'fg:w') ?? Number(samples.replaceAll(',', '')),
  }));
  const bottom = Math.max(...read.map(({ y }) => y));
  return read.map(({ y, ...rest }) => ({
    ...rest,
    level: Math.round((bottom - y) / rowHeight) + 1,
  }));
}

function numberIn(attributes: string, name: string): number | undefined {
  const value = new RegExp(`(?:^| )${name}="([\\d.]+)`).exec(attributes)?.[1];
  return value === undefined ? undefined : Number(value);
}

/**
 * The SVG is of the same recording, by older scripts: they took `<` and `>` out of names, and drew
 * a frame of which only the library is known as `[unknown]`.
 */
const withoutAngles = (folded: string): string => folded.replace(/[<>]/g, '');
const withoutLibrary = (name: string): string => name.replace(/^\[.+\]$/, '[unknown]');

const keyOf = ({ name, level, x, width }: Box): string => `${level} ${x} ${width} ${name}`;

describeCorpus('a folded file gives the boxes of the reference tools', () => {
  it.each([
    ['folded/example-perf-stacks-collapsed.txt', 'example-perf-stacks-example-perf-stacks'],
    ['folded/inferno-narrow-blocks.txt', 'narrow-blocks-narrow-blocks'],
  ])('%s: as inferno, in samples', async (folded, svg) => {
    const ours = await ourBoxes(folded);
    const theirs = theirBoxes(`inferno-svg/inferno-${svg}.svg`);
    const known = new Set(ours.map(keyOf));
    expect(theirs.length).toBeGreaterThan(5);
    expect(theirs.map(keyOf).filter((key) => !known.has(key))).toEqual([]);
    // inferno leaves out what is narrower than a tenth of a pixel (of 1200, less the margins).
    const drawn = new Set(theirs.map(keyOf));
    const total = ours[0]!.width;
    const missing = ours.filter((box) => !drawn.has(keyOf(box)));
    expect(missing.filter(({ width }) => (width / total) * 1180 >= 0.1)).toEqual([]);
  });

  it('folded/example-perf-stacks-collapsed.txt: as flamegraph.pl, in pixels', async () => {
    const ours = await ourBoxes('folded/example-perf-stacks-collapsed.txt', withoutAngles);
    const theirs = theirBoxes('flamegraph-svg/example-perf.svg');
    const total = ours[0]!.width;
    const inPixels = (x: number): string => ((x / total) * 1180 + 10).toFixed(1);
    const known = new Set(
      ours.map((box) => `${box.level} ${inPixels(box.x)} ${box.width} ${withoutLibrary(box.name)}`),
    );
    expect(theirs).toHaveLength(ours.length);
    const strangers = theirs.filter(
      ({ level, x, width, name }) => !known.has(`${level} ${x.toFixed(1)} ${width} ${name}`),
    );
    expect(strangers).toEqual([]);
  });
});

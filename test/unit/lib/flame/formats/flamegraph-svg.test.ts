import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { parseFrameTitle } from '../../../../../src/lib/flame/formats/svg/frame-title.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

/** A frame as [title, left edge, width, level]; level 0 is at the bottom of a flame graph. */
type Drawn = readonly [title: string, x: number, width: number, level: number];

/** With `exact` as inferno: edges are samples, beside percentages of four digits. */
function svgOf(frames: readonly Drawn[], { icicle = false, exact = false } = {}): string {
  const whole = Math.max(...frames.map(([, x, width]) => x + width));
  const percent = (edge: number): string => `${((100 * edge) / whole).toFixed(4)}%`;
  const groups = frames.map(([title, x, width, level]) => {
    const y = icicle ? 36 + 16 * level : 400 - 16 * level;
    const edges = exact
      ? `x="${percent(x)}" width="${percent(width)}" fg:x="${x}" fg:w="${width}"`
      : `x="${x}" width="${width}"`;
    return `<g><title>${title}</title><rect ${edges} y="${y}" height="15.0"/></g>`;
  });
  return `<svg width="1200"><g id="frames">${groups.join('\n')}</g></svg>`;
}

async function stacksOf(svg: string): Promise<string[]> {
  return stackLines((await importProfile(svg)).profiles[0]!);
}

describe('the hover text of a frame', () => {
  it.each([
    ['main (12 samples, 3.00%)', 'main', 12, 'samples'],
    ['main (1,234,567 samples, 5.67%)', 'main', 1_234_567, 'samples'],
    ['f(int, char*) (2 ms, 0.01%)', 'f(int, char*)', 2, 'ms'],
    ['g (0.10s) (163 samples, 4.91%)', 'g (0.10s)', 163, 'samples'],
    ['all (48,414 samples, 100%)', 'all', 48_414, 'samples'],
    ['x (3 lock waits (ms), 1.00%)', 'x', 3, 'lock waits (ms)'],
    [' pool #1 "q" (7 samples, 1.0%)', ' pool #1 "q"', 7, 'samples'],
  ])('%s', (text, name, weight, countName) => {
    expect(parseFrameTitle(text)).toMatchObject({ name, weight, countName, isDifference: false });
  });

  it.each([
    'vfs_read (3 samples, 0.58%; +0.12%)',
    'ip_output (-2 sample weight, 3 samples, 0.65%)',
  ])('tells a change in a differential graph: %s', (text) => {
    expect(parseFrameTitle(text)).toMatchObject({ weight: 3, isDifference: true });
  });

  it('may have been replaced by another text, without a count', () => {
    expect(parseFrameTitle('see the wiki (page 3)')).toEqual({ name: 'see the wiki (page 3)' });
  });
});

describe('frames are nested by their places', () => {
  const graph: Drawn[] = [
    ['read (3 samples, 30.00%)', 246, 354, 2],
    ['all (10 samples, 100%)', 10, 1180, 0],
    ['write (2 samples, 20.00%)', 954, 236, 2],
    ['main (8 samples, 80.00%)', 10, 944, 1],
    ['flush (2 samples, 20.00%)', 954, 236, 1],
  ];
  const stacks = ['flush;write 2', 'main 5', 'main;read 3'];

  it('whatever the order they are written in', async () => {
    expect(await stacksOf(svgOf(graph))).toEqual(stacks);
    expect(await stacksOf(svgOf([...graph].reverse()))).toEqual(stacks);
  });

  it('in an icicle from the top', async () => {
    expect(await stacksOf(svgOf(graph, { icicle: true }))).toEqual(stacks);
  });

  it("and inferno's exact edges go before its rounded pixels", async () => {
    const exact: Drawn[] = [
      ['all (3,000,000 samples, 100%)', 0, 3_000_000, 0],
      ['a (1 samples, 0.00%)', 0, 1, 1],
      ['b (2,999,999 samples, 100.00%)', 1, 2_999_999, 1],
      ['x (1 samples, 0.00%)', 1, 1, 2],
      ['y (1 samples, 0.00%)', 0, 1, 2],
    ];
    expect(await stacksOf(svgOf(exact, { exact: true }))).toEqual(['a;y 1', 'b 2999998', 'b;x 1']);
  });

  it('counts come from the text, since widths are rounded', async () => {
    const svg = svgOf([
      ['all (1,000,003 samples, 100%)', 10, 1180, 0],
      ['main (1,000,001 samples, 100.00%)', 10, 1180, 1],
    ]);
    expect(await stacksOf(svg)).toEqual([' 2', 'main 1000001']);
  });

  it('several roots called "all" stand side by side, as in a hot/cold graph', async () => {
    const svg = svgOf([
      ['all (16 ms, 100%)', 10, 590, 0],
      ['hot (16 ms, 100.00%)', 10, 590, 1],
      ['all (4 ms, 100%)', 600, 590, 0],
      ['cold (3 ms, 75.00%)', 600, 442.5, 1],
    ]);
    expect(await stacksOf(svg)).toEqual([' 1', 'cold 3', 'hot 16']);
  });

  it('a root that is no "all" is a frame like others', async () => {
    const svg = svgOf([
      ['main (5 samples, 100%)', 10, 1180, 0],
      ['run (3 samples, 60%)', 10, 708, 1],
    ]);
    expect(await stacksOf(svg)).toEqual(['main 2', 'main;run 3']);
  });
});

describe('what an SVG cannot tell exactly is said', () => {
  it('rounded counts that outweigh their parent are made to fit', async () => {
    const svg = svgOf([
      ['all (10 ms, 100%)', 0, 1000, 0],
      ['main (10 ms, 100%)', 0, 1000, 1],
      ['a (6 ms, 55%)', 0, 550, 2],
      ['b (5 ms, 45%)', 550, 450, 2],
    ]);
    const { profiles, issues } = await importProfile(svg);
    expect(profiles[0]!.totalWeight).toBe(10);
    expect(stackLines(profiles[0]!)).toEqual(['main;a 5', 'main;b 5']);
    expect(issueCodes(issues)).toEqual(['rounded-weights', 'assumed-unit']);
  });

  it('a frame that stands on nothing', async () => {
    const svg = svgOf([
      ['all (4 samples, 100%)', 0, 100, 0],
      ['main (4 samples, 100%)', 0, 100, 1],
      ['lost (1 samples, 25%)', 900, 25, 2],
    ]);
    const { profiles, issues } = await importProfile(svg);
    expect(stackLines(profiles[0]!)).toEqual(['lost 1', 'main 4']);
    expect(issueCodes(issues)).toEqual(['no-parent']);
  });

  it('a difference, a frame without a count or a place, and a file that was cut', async () => {
    const svg = `<svg><g id="frames">
      <g><title>all (9 samples, 100%; +1.00%)</title><rect x="0" y="50" width="90" height="15"/></g>
      <g><title>no count here</title><rect x="0" y="34" width="10" height="15"/></g>
      <g><title>nowhere (1 samples, 10%)</title><rect x="here" y="34" width="10" height="15"/></g>
      <g><title>main (8 samples, 80%)</title><rect x="0" y="34" width="80" height="15"/></g>
      <g><title>cut (1 sam`;
    const { profiles, issues } = await importProfile(svg);
    expect(stackLines(profiles[0]!)).toEqual([' 1', 'main 8']);
    expect(issueCodes(issues)).toEqual(['no-weight:3', 'no-place:4', 'truncated:6', 'difference']);
  });

  it('a tag without its end', async () => {
    const svg = svgOf([['all (2 samples, 100%)', 0, 10, 0]]).replace(
      '</g></svg>',
      '<g a="<g></g></g></svg>',
    );
    const { issues } = await importProfile(svg);
    expect(issueCodes(issues)).toContain('malformed:1');
  });

  it('an SVG that is no flame graph is refused', async () => {
    const logo =
      '<svg width="9"><title>logo (12 samples, 3%)</title><rect width="9" height="9"/></svg>';
    await expect(importProfile(logo)).rejects.toMatchObject({ code: 'not-a-flame-graph' });
  });
});

describe('names are only ever text', () => {
  it.each([
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&#60;a&#x3e; &quot;q&quot; &apos;s&apos;', '<a> "q" \'s\''],
    ['&unknown; &#0; &#x110000;', '&unknown; &#0; &#x110000;'],
    ['<![CDATA[<script>x</script>]]>', '<script>x</script>'],
    ['__proto__', '__proto__'],
  ])('%s', async (written, name) => {
    const svg = svgOf([[`${written} (2 samples, 100%)`, 0, 10, 0]]);
    expect(await stacksOf(svg)).toEqual([`${name} 2`]);
  });

  it('scripts, styles and comments of the file are passed over', async () => {
    const hidden = '<g><title>x (1 samples, 1%)</title><rect x="0" y="9" width="9"/></g>';
    const svg = svgOf([['main (2 samples, 100%)', 0, 10, 0]]).replace(
      '<g id="frames">',
      `<!--${hidden}--><script>if (a < b) { ${hidden} }</script><style>${hidden}</style><g id="frames">`,
    );
    expect(await stacksOf(svg)).toEqual(['main 2']);
  });
});

describe('large and hostile pictures', () => {
  it('take time in proportion to their size: 30,000 frames in one place', async () => {
    const frames = Array.from({ length: 30_000 }, (_, index): Drawn => [
      `f${index} (1 samples, 1%)`,
      5,
      0,
      1 + (index & 1),
    ]);
    const svg = svgOf([['all (9 samples, 100%)', 0, 10, 0], ...frames]);
    await expect(importProfile(svg)).resolves.toMatchObject({ format: 'flamegraph-svg' });
  });

  it('a stack of 10,000 levels', async () => {
    const frames = Array.from({ length: 10_000 }, (_, index): Drawn => [
      'f (1 samples, 100%)',
      0,
      10,
      index,
    ]);
    const { profiles } = await importProfile(svgOf(frames));
    expect(profiles[0]!.stacks.length).toBe(10_000);
  });
});

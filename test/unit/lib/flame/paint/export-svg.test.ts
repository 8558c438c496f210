import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { exportSvg } from '../../../../../src/lib/flame/paint/export-svg.ts';
import { planScene } from '../../../../../src/lib/flame/paint/plan-scene.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { toFolded } from '../../../../../src/lib/flame/write/to-folded.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const color = { light: '#ffffff', dark: '#000000' };
const palette = { paper: color, ink: color, label: color, classes: { 'kind-kernel': color } };

function svgOf(drawing: string, rootOnTop = false): string {
  const tree = buildCallTree(profileOf(drawing));
  return exportSvg(planScene(tree, { rootOnTop }), { palette, title: 'A graph' });
}

describe('an exported SVG', () => {
  test('has inferno’s places and weights, in samples', () => {
    const svg = svgOf('main;a 3\nmain;b 2');
    expect([...svg.matchAll(/fg:x="(\d+)" fg:w="(\d+)"/g)].map(([, x, w]) => [x, w])).toEqual([
      ['0', '5'],
      ['0', '5'],
      ['0', '3'],
      ['3', '2'],
    ]);
    expect(svg).toContain('<title>b (2 samples, 40.00%)</title>');
  });

  test('stands alone: no script, no address but those of its own format', () => {
    const svg = svgOf('main;a 3');
    expect(svg).not.toMatch(/<script|\shref=|url\(/);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  test('shows what is marked, and tells kinds by their dashes too', () => {
    const tree = buildCallTree(profileOf('main;a 30\nmain;b 1'));
    const options = { isMatched: (row: number) => tree.nameOf(row) === 'a', selected: 0 };
    const marked = { 'kind-unknown noise': { light: '#abcdef', dark: '#123456' } };
    const svg = exportSvg(planScene(tree, options), {
      palette: { ...palette, marked, dashes: { 'kind-unknown': '10 3' } },
      title: 'A graph',
    });
    expect(svg).toContain('.kind-unknown.noise rect{fill:#abcdef}');
    expect(svg).toMatch(/class="kind-unknown selected"><title>main /);
    expect(svg).toMatch(/class="kind-unknown matched"><title>a /);
    expect(svg).toMatch(/class="kind-unknown noise"><title>b /);
    expect(svg).toContain('.kind-unknown line{stroke-dasharray:10 3}');
    expect(svg.match(/<line /g)).toHaveLength(3);
  });

  test('gives the profile back that it was drawn from', async () => {
    const name = fc.constantFrom('main', 'a::b<T>', 'x & y', '<img src=x>', '操作', 'f(int, char)');
    const stack = fc.array(name, { minLength: 1, maxLength: 5 });
    const lines = fc.array(fc.tuple(stack, fc.integer({ min: 1, max: 999 })), {
      minLength: 1,
      maxLength: 8,
    });
    const property = fc.asyncProperty(lines, fc.boolean(), async (stacks, rootOnTop) => {
      const drawing = stacks.map(([names, weight]) => `${names.join(';')} ${weight}`).join('\n');
      const { format, profiles } = await importProfile(svgOf(drawing, rootOnTop));
      expect(format).toBe('flamegraph-svg');
      const [read] = profiles;
      const written = read === undefined ? '' : toFolded(read);
      expect(written.trim().split('\n').sort()).toEqual(
        toFolded(profileOf(drawing)).trim().split('\n').sort(),
      );
    });
    await fc.assert(property, { seed: 4, numRuns: 40 });
  });
});

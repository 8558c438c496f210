import { expect, test } from 'vitest';
import { lightColor, oklchToHex } from '../../../../src/lib/site/pictures/light-colors.ts';

test('OKLCH becomes the sRGB that browsers show', () => {
  // CSS Color 4: white, black, and the primary red as OKLCH.
  expect(oklchToHex(1, 0, 0)).toBe('#ffffff');
  expect(oklchToHex(0, 0, 0)).toBe('#000000');
  expect(oklchToHex(0.62796, 0.25768, 29.234)).toBe('#ff0000');
});

test('every kind of frame has a colour, and an unknown name is an error', () => {
  expect(lightColor('kind-kernel')).toMatch(/^#[0-9a-f]{6}$/);
  expect(() => lightColor('no-such-colour')).toThrow('tokens.css has no plain colour');
});

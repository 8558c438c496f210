import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A colour of the light theme as `#rrggbb`, by its name in tokens.css: programs that show a card
 * or an icon do not know OKLCH. The numbers of the conversion are Björn Ottosson's,
 * https://bottosson.github.io/posts/oklab/
 */
export function lightColor(name: string): string {
  css ??= readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');
  const value = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\);`).exec(css);
  if (value === null) throw new Error(`src/styles/tokens.css has no plain colour --${name}.`);
  const [lightness = 0, chroma = 0, hue = 0] = value.slice(1).map(Number);
  return oklchToHex(lightness, chroma, hue);
}

let css: string | undefined;

/** OKLCH (hue in degrees) as sRGB in hexadecimal, clipped to what a usual screen shows. */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map(hexOf).join('')}`;
}

function hexOf(linear: number): string {
  const light = Math.min(Math.max(linear, 0), 1);
  const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}

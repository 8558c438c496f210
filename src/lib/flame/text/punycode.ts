/**
 * Decodes Punycode (RFC 3492) as Rust's v0 mangling writes it: with `_` for `-` before the tail.
 * `undefined` for what is no Punycode.
 */
export function decodePunycode(text: string): string | undefined {
  const split = text.lastIndexOf('_');
  const points = split < 0 ? [] : Array.from(text.slice(0, split), (c) => c.codePointAt(0) ?? 0);
  let n = 128;
  let bias = 72;
  let i = 0;
  for (let at = split + 1; at < text.length;) {
    const before = i;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === undefined) return undefined;
      i += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (weight > 0x7fffffff) return undefined;
    }
    const length = points.length + 1;
    bias = adapted(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) return undefined;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points.slice(0, 4096));
}

function digitOf(unit: number): number | undefined {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 26 : undefined;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

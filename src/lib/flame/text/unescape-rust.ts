const escapes: Readonly<Record<string, string>> = {
  SP: '@',
  BP: '*',
  RF: '&',
  LT: '<',
  GT: '>',
  LP: '(',
  RP: ')',
  C: ',',
};

/** Undoes the escapes alone: some tools take a legacy name apart but leave them in. */
export function unescapeRust(text: string): string {
  if (!text.includes('$') && !text.includes('..')) return text;
  return text
    .replace(/(^|::)_(?=\$)/g, '$1')
    .replace(/\$(SP|BP|RF|LT|GT|LP|RP|C)\$/g, (_, code: string) => escapes[code] ?? '')
    .replace(/\$u([0-9a-f]{1,6})\$/g, (whole, hex: string) => characterOf(hex) ?? whole)
    .replace(/\.\./g, '::');
}

function characterOf(hex: string): string | undefined {
  const point = Number.parseInt(hex, 16);
  const isText = point >= 0x20 && point !== 0x7f && point <= 0x10ffff;
  return isText && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : undefined;
}

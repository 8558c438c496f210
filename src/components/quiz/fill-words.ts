/** Fills the holes of a wording: `fillWords('{earned} of {of}', { earned: 1, of: 2 })`. */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

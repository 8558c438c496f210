const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A copy of a piece of the file's text. Engines make a slice by pointing into the whole, so one
 * frame name that is kept would keep 100 MB of text with it.
 */
export function ownText(slice: string): string {
  return decoder.decode(encoder.encode(slice));
}

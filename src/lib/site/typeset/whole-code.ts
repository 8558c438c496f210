/**
 * Whether short code stays on one line: `-g`, `ss -ti`, `#[must_use]`. A browser parts it after a hyphen or a space and
 * before a bracket, and a lone `-` at the end of a line reads like a dash. What is longer may part: a narrow column
 * could not hold it.
 */
export function staysWhole(code: string): boolean {
  return code.length <= 16 && /[\s[-]/.test(code.trim());
}

/**
 * The parts of a longer command, of which every second one is an option that stays on one line: a browser would part
 * `--negate` between its hyphens.
 */
export function optionsApart(command: string): string[] {
  return command.split(/(?<=^|\s)(--?[\w-]*)/);
}

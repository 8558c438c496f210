/**
 * Folds what `jfr print --events jdk.ExecutionSample` writes: a block for each sample, its frames
 * leaf first as `Class.method(types) line: 12`. The name of the thread becomes the root.
 */
export function foldJfr(text: string): string {
  const weights = new Map<string, number>();
  for (const block of text.split(/^jdk\.ExecutionSample \{$/m).slice(1)) {
    const thread = /^\s*sampledThread = "(.*)" \(/m.exec(block)?.[1] ?? 'unknown thread';
    const stack = /^\s*stackTrace = \[\n([\s\S]*?)^\s*\]/m.exec(block)?.[1] ?? '';
    const frames = stack
      .split('\n')
      .map((line) => line.trim().replace(/\(.*$/, ''))
      .filter((name) => name !== '' && name !== '...');
    const folded = [thread, ...frames.reverse()].join(';');
    weights.set(folded, (weights.get(folded) ?? 0) + 1);
  }
  return [...weights]
    .map(([stack, weight]) => `${stack} ${weight}\n`)
    .sort()
    .join('');
}

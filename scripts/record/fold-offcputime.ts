import { displayName } from '../../src/lib/flame/index.ts';

/** The last lines of a stack of offcputime: `-   comm (tid)`, then the microseconds. */
const threadLine = /^-\s+(.*) \((\d+)\)$/;

/** Frames of the tracer itself, on top of every stack that it takes. */
const ofTracer = /^bpf_(?:prog|trace)_/;

/**
 * Folds the output of offcputime (libbpf-tools): paragraphs of frames, leaf first, with their thread
 * and the microseconds that the thread was off the CPU with this stack. Gives nanoseconds, the
 * thread's name as root, and names demangled as perf shows them, so that they compare.
 */
export function foldOffCpuTime(text: string): string {
  const weights = new Map<string, number>();
  for (const paragraph of text.split(/\n\s*\n/)) {
    const lines = paragraph
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const thread = lines.findIndex((line) => threadLine.test(line));
    if (thread === -1) {
      if (lines.length > 0) throw new Error(`no thread in: ${paragraph}`);
      continue;
    }
    const name = threadLine.exec(lines[thread] ?? '')?.[1] ?? '';
    const frames = lines.slice(0, thread).filter((line) => !ofTracer.test(line));
    const stack = [name, ...frames.reverse().map(nameOf)].join(';');
    weights.set(stack, (weights.get(stack) ?? 0) + Number(lines[thread + 1]) * 1000);
  }
  return [...weights]
    .map(([stack, weight]) => `${stack} ${weight}\n`)
    .sort()
    .join('');
}

function nameOf(frame: string): string {
  return displayName(frame, { level: 'tidy' }).replaceAll(';', ':');
}

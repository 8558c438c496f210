import type { FrameTable } from '../flame/index.ts';

/**
 * Library of a frame: what the profiler said of it, or what stands before the backtick, as DTrace
 * writes names (LIBRARY`SYMBOL).
 */
export function libraryOf({ names, details }: FrameTable, frame: number): string | undefined {
  const said = details[frame]?.library;
  if (said !== undefined) return said;
  const name = names[frame] ?? '';
  const backtick = name.indexOf('`');
  return backtick > 0 ? name.slice(0, backtick) : undefined;
}

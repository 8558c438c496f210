import type { Sample } from '../../src/content/schemas/sample.ts';

/** What one run of a profiler gave. */
export interface Taken {
  readonly content: Uint8Array | string;
  /** As somebody would type it, without this machine's folders. */
  readonly command: string;
  readonly tool: string;
  readonly event: string;
  /** In Hz, where the profiler samples by a clock. */
  readonly frequency?: number;
  /** What the program did while it was recorded, where that is counted. */
  readonly work?: Sample['work'];
  /** Bytes of the profiler's own file, where its size is the lesson. */
  readonly rawBytes?: number;
}

import type { Recording } from '../recording.ts';
import { allocChurn } from './alloc-churn.ts';
import { chunkServer } from './chunk-server.ts';
import { diffPair } from './diff-pair.ts';
import { framePointers } from './frame-pointers.ts';
import { goIndex } from './go-index.ts';
import { hashCallers } from './hash-callers.ts';
import { javaLedger } from './java-ledger.ts';
import { jsonServer } from './json-server.ts';
import { lockContention } from './lock-contention.ts';
import { recursion } from './recursion.ts';
import { sessionCache } from './session-cache.ts';
import { shutdownFlag } from './shutdown-flag.ts';
import { smallWrites } from './small-writes.ts';
import { symbols } from './symbols.ts';
import { typescriptCompiler } from './typescript-compiler.ts';
import { updateTable } from './update-table.ts';

/** Everything that can be recorded, in the order in which it is. */
export const recordings: readonly Recording[] = [
  chunkServer,
  shutdownFlag,
  lockContention,
  smallWrites,
  allocChurn,
  framePointers,
  symbols,
  recursion,
  jsonServer,
  javaLedger,
  goIndex,
  sessionCache,
  updateTable,
  hashCallers,
  diffPair,
  typescriptCompiler,
];

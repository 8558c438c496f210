/**
 * One reader and one file in a process of their own: reads when told to, and tells the milliseconds
 * that its thread computed. On a machine that others use too, the time on the wall says more of them;
 * on an idle one both are the same.
 */
import { readFileSync } from 'node:fs';
import { readerOf } from './readers.ts';

/** Milliseconds. The thread's clock ticks every few: shorter times are taken from the wall. */
const coarse = 50;

const [, , name = '', file = '', fileName = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const reader = await readerOf(name, fileName);
process.on('message', () => void read());
process.send?.(reader !== undefined);

async function read(): Promise<void> {
  const { user, system } = process.threadCpuUsage();
  const start = performance.now();
  try {
    await reader?.(bytes);
    const onWall = performance.now() - start;
    const used = process.threadCpuUsage();
    const computed = (used.user + used.system - user - system) / 1000;
    process.send?.(computed < coarse ? onWall : computed);
  } catch {
    process.send?.(null); // it does not read this file
  }
}

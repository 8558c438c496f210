/**
 * One reader and one file in a process of their own: reads when told to, and tells the milliseconds
 * that its thread computed. On a machine that others use too, the time on the wall says more of them;
 * on an idle one both are the same.
 */
import { readFileSync } from 'node:fs';
import { readerOf } from './readers.ts';

const [, , name = '', file = '', fileName = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const reader = await readerOf(name, fileName);
process.on('message', () => void read());
process.send?.(reader !== undefined);

async function read(): Promise<void> {
  const start = computed();
  try {
    await reader?.(bytes);
    process.send?.(computed() - start);
  } catch {
    process.send?.(undefined); // it does not read this file
  }
}

function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

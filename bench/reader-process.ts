/** One reader and one file in a process of their own: reads when told to, and tells the milliseconds. */
import { readFileSync } from 'node:fs';
import { readerOf } from './readers.ts';

const [, , name = '', file = '', fileName = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const reader = await readerOf(name, fileName);
process.on('message', () => void read());
process.send?.(reader !== undefined);

async function read(): Promise<void> {
  const start = performance.now();
  try {
    await reader?.(bytes);
    process.send?.(performance.now() - start);
  } catch {
    process.send?.(undefined); // it does not read this file
  }
}

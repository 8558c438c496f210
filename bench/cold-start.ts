/** Reads one file once, in a process of its own, and prints the milliseconds; see parse-folded.ts. */
import { readFileSync } from 'node:fs';
import { buildCallTree } from '../src/lib/flame/tree/build-call-tree.ts';
import { importProfile } from '../src/lib/flame/formats/import-profile.ts';
import { readNaively } from './naive-reader.ts';

const [, , reader, file = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const start = performance.now();
if (reader === 'naive') readNaively(bytes);
else for (const profile of (await importProfile(bytes)).profiles) buildCallTree(profile);
console.log(performance.now() - start);

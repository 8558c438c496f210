// npm run fuzz [-- <cases> [<seed>]]: damages files of every format, 100,000 times unless told otherwise.
import { spawnSync } from 'node:child_process';

const [cases = '100000', seed = String(Date.now())] = process.argv.slice(2);
const ofEachCorpusFile = String(Math.ceil(Number(cases) / 3000));
console.log(`Fuzzing the importers: ${cases} cases, seed ${seed} …`);

const env = {
  ...process.env,
  FUZZ_CASES: cases,
  FUZZ_SEED: seed,
  FUZZ_CORPUS_CASES: ofEachCorpusFile,
};
// Without the corpus beside the project its part says that it was skipped.
const { status } = spawnSync('npx', ['vitest', 'run', 'formats/fuzz', 'corpus/fuzz'], {
  env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);

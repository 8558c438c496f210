// npm run fuzz [-- <cases> [<seed> [<name>]]]: damages the files of every format, and those of the corpus, 100,000 times
// each unless told otherwise. With a name, only files whose path has it.
import { spawnSync } from 'node:child_process';

const [cases = '100000', seed = String(Date.now()), name] = process.argv.slice(2);
console.log(`Fuzzing the importers: ${cases} cases, seed ${seed} …`);

const env = { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed };
// Without the corpus beside the project its part says that it was skipped.
const only = name === undefined ? [] : ['-t', name];
const { status } = spawnSync('npx', ['vitest', 'run', 'formats/fuzz', 'corpus/fuzz', ...only], {
  env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);

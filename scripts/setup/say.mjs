// Words on the terminal, in one voice. Plain JavaScript without dependencies: it runs before anything is installed.

const started = Date.now();

export function seconds(since = started) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Says in one line why it cannot go on, and stops. */
export function giveUp(line) {
  process.stderr.write(`\nflamewise: ${line}\n`);
  process.exit(1);
}

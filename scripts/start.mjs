// npm start: install if needed, build the site, serve it, print its address.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { freePort } from './setup/free-port.mjs';
import { projectEnvironment, root, runStep } from './setup/run-step.mjs';
import { giveUp, say } from './setup/say.mjs';

const wanted = Number(process.env.PORT ?? 4321);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
  giveUp(`PORT is "${process.env.PORT}", which is not a port number.`);
}

await ensureInstalled();
if ((await runStep('Build the site', 'astro', ['build'])) !== 0) {
  giveUp('the site did not build: the first error above says why.');
}

const port = await freePort(wanted);
if (port === undefined) giveUp(`no free port from ${wanted} to ${wanted + 99}: set PORT.`);
if (port !== wanted) say(`\nPort ${wanted} is taken, so this is ${port}.`);

const server = spawn('node', ['scripts/serve.mjs', '--port', String(port)], {
  cwd: root,
  env: projectEnvironment(),
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
server.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.kill(signal));

const address = `http://127.0.0.1:${port}/`;
for (let attempt = 0; ; attempt++) {
  const answer = await fetch(address).catch(() => undefined);
  if (answer?.ok) break;
  if (attempt === 100) giveUp(`the server did not answer at ${address}.`);
  await new Promise((later) => setTimeout(later, 200));
}
say(`\nFlamewise is served at ${address}  (stop with Ctrl+C)`);

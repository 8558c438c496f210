// Serves the built site as a static host would: `node scripts/serve.mjs [--port N] [--dist DIR]`. Not `astro preview`,
// of which only one can run at a time: the tests must not fail because the site is open in another window.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, dist: { type: 'string', default: 'dist' } },
});
const dist = resolve(values.dist);
const base = (process.env.FLAMEWISE_BASE ?? '/').replace(/\/?$/, '/');

function notFound(_request, response) {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  createReadStream(resolve(dist, '404.html')).pipe(response);
}

// `dev`: look at the disk for each request, so that a rebuilt site needs no restart.
const serve = sirv(dist, { dev: true, onNoMatch: notFound });

createServer((request, response) => {
  if (!request.url.startsWith(base)) return notFound(request, response);
  request.url = request.url.slice(base.length - 1);
  return serve(request, response);
}).listen(Number(values.port), '127.0.0.1');

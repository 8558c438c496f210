import { copyFile, readFile, readdir } from 'node:fs/promises';
import { get } from 'node:http';
import type { Bench, Running } from '../bench.ts';
import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const requests = 400;
const work = { amount: requests, of: 'requests' };

function ask(port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume();
      response.once('end', resolve);
    });
    request.once('error', reject);
  });
}

async function askOften(running: Running): Promise<void> {
  const port = Number(await running.line());
  for (let id = 0; id < requests; id++) await ask(port, `/${id}`);
}

/** V8's own sampling profiler, which knows JavaScript functions and nothing below them. */
async function recordWithV8(bench: Bench): Promise<Taken> {
  const options = ['--cpu-prof', '--cpu-prof-interval', '1000', '--cpu-prof-dir', 'prof'];
  const running = bench.start('./node', [...options, 'server.mjs', String(requests)]);
  await askOften(running);
  await running.ended();
  const [file = ''] = await readdir(bench.path('prof'));
  return {
    content: await readFile(bench.path('prof', file)),
    command: `node ${options.join(' ')} server.mjs ${requests}`,
    tool: `Node.js ${process.version} (V8 CPU profiler)`,
    event: 'wall clock of the JavaScript thread, idle time included',
    frequency: 1000,
    work,
  };
}

const shared = { language: 'JavaScript' } as const satisfies Partial<SampleText>;

export const jsonServer: Recording = {
  id: 'json-server',
  program: 'json-server: one file of JavaScript, node:http only',
  needs: perfTools,
  samples: [
    {
      ...shared,
      id: 'node-cpuprofile',
      file: 'node-json.cpuprofile.gz',
      view: 'wall-clock',
      unit: 'samples',
      causes: ['parsing-again', 'runtime-hidden'],
      partOf: { set: 'node-json', role: 'before' },
      title: { en: 'A Node server, seen by V8', zh: 'Node 服务器：V8 看到的' },
      story: {
        en: 'A server parses a catalogue of 900 KB as JSON for every request, changes it and turns it into text again, to answer with one product. Recorded by Node itself (--cpu-prof).',
        zh: '一个服务器，每来一个请求就把 900 KB 的商品目录按 JSON 解析一遍、改一遍、再变回文本，只为回答一件商品。由 Node 自己记录（--cpu-prof）。',
      },
      lookFor: {
        en: 'readCatalogue and writeCatalogue have a lot of self time, although each is one line: JSON.parse and JSON.stringify are V8’s own code and are charged to their caller. (idle) is time, not work.',
        zh: 'readCatalogue 和 writeCatalogue 的自身时间很大，可它们都只有一行：JSON.parse 和 JSON.stringify 是 V8 自己的代码，账都记在调用者头上。(idle) 是时间，不是工作。',
      },
      planted: [
        { query: { share: { self: { match: 'readCatalogue' } } }, within: [0.1, 0.8] },
        { query: { share: { self: { match: 'writeCatalogue' } } }, within: [0.08, 0.6] },
      ],
    },
    {
      ...shared,
      id: 'node-perf',
      file: 'node-json-perf.folded.gz',
      view: 'on-cpu',
      unit: 'samples',
      causes: ['parsing-again', 'jit-symbols'],
      partOf: { set: 'node-json', role: 'after' },
      title: { en: 'The same server, seen by perf', zh: '同一个服务器：perf 看到的' },
      story: {
        en: 'The same server and the same requests under perf, which needs V8’s help for names: --perf-basic-prof makes Node write the addresses of compiled functions to a map that perf reads.',
        zh: '同样的服务器、同样的请求，换 perf 来看。名字要靠 V8 帮忙：--perf-basic-prof 让 Node 把编译后函数的地址写进一个映射文件，perf 再去读它。',
      },
      lookFor: {
        en: 'Above readCatalogue now stands what V8 did for it: v8::internal::JsonParser and its strings. Garbage collection and the kernel are in the picture too, and nothing is idle: perf samples only what runs.',
        zh: '现在 readCatalogue 上面能看到 V8 替它做的事：v8::internal::JsonParser 和各种字符串。垃圾回收和内核也进了画面；没有空闲：perf 只采样正在运行的东西。',
      },
      planted: [
        { query: { share: { total: { match: 'v8::internal::JsonParser' } } }, within: [0.15, 0.9] },
        { query: { share: { total: { match: 'JsonStringif' } } }, within: [0.08, 0.7] },
      ],
    },
  ],

  async record(bench) {
    // A copy, so that the profile does not name the folder in which this project stands.
    await copyFile(process.execPath, bench.path('node'));
    const taken = new Map([['node-cpuprofile', await recordWithV8(bench)]]);
    const options = ['--perf-basic-prof', '--interpreted-frames-native-stack'];
    const run = await bench.perf({
      name: 'perf',
      command: ['./node', ...options, 'server.mjs', String(requests)],
      frequency: 999,
      drive: askOften,
    });
    const tool = `${run.tool}, Node.js ${process.version}`;
    return taken.set('node-perf', { ...run, tool, work });
  },
};

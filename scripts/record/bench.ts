import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { importProfile, toFolded } from '../../src/lib/flame/index.ts';
import type { Taken } from './taken.ts';
import { perfVersion } from './tools.ts';

/** Programs are built and run here, so that no path of the person who records is in a profile. */
export const neutralFolder = '/tmp/flamewise-record';

const programs = join(import.meta.dirname, 'programs');

/** Optimised, and every function keeps its frame: what `--call-graph fp` needs. */
export const withFramePointers = [
  '-O2',
  '-fno-omit-frame-pointer',
  '-mno-omit-leaf-frame-pointer',
  '-fno-optimize-sibling-calls',
] as const;

/** Before a command: it and what it starts come before everything else on the machine. */
export const realTime = ['chrt', '-f', '10'] as const;

/** A program under a profiler, while it runs. */
export interface Running {
  readonly pid: number;
  /** The next line that it prints. */
  line(): Promise<string>;
  /** Sends it an empty line. */
  writeLine(): void;
  /** Closes its standard input. */
  endInput(): void;
  /** Resolves when it ended well, rejects when it did not. */
  ended(): Promise<void>;
}

export interface PerfRun {
  /** Names the perf.data file; unique on the bench. */
  readonly name: string;
  readonly command: readonly string[];
  /** In Hz. */
  readonly frequency: number;
  /** `fp` (frame pointers) unless given. */
  readonly callGraph?: string;
  /** Whether perf script asks the debug information for inlined functions. */
  readonly inline?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs it in real time: other work on the machine must not decide when its threads meet. */
  readonly inRealTime?: boolean;
  /** Talks to the program while it is recorded. */
  readonly drive?: (running: Running) => Promise<void>;
}

/** The folder in which one recording is made, and the ways to build, run and record in it. */
export class Bench {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** A fresh folder with a copy of the program's source, where it is one of ours. */
  static async open(program: string): Promise<Bench> {
    const folder = join(neutralFolder, program);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const source = join(programs, program);
    if (existsSync(source)) await cp(source, folder, { recursive: true });
    return new Bench(folder);
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Runs a command to its end and gives what it printed; rejects with its errors when it fails. */
  async run(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const child = spawn(command, args, {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [printed, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    await endOf(child, () => `${command} ${args.join(' ')}\n${errors}`);
    return printed;
  }

  /** Starts a command that is talked to while it runs. */
  start(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Running {
    const child = spawn(command, args, {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ended = endOf(child, () => [command, ...args].join(' '));
    ended.catch(() => undefined); // reported where it is awaited
    return {
      pid: child.pid ?? 0,
      line: async () => String((await lines.next()).value ?? ''),
      writeLine: () => void child.stdin.write('\n'),
      endInput: () => child.stdin.end(),
      ended: () => ended,
    };
  }

  /** Builds a Rust program offline, from the sources that Debian packages, with frame pointers. */
  async buildRust(): Promise<void> {
    const debian = '/usr/share/cargo/registry';
    const sources = [
      'source.crates-io.replace-with="debian"',
      `source.debian.directory="${debian}"`,
    ].flatMap((setting) => ['--config', setting]);
    await this.run('cargo', ['build', '--release', '--offline', ...sources], {
      RUSTFLAGS: `-C force-frame-pointers=yes --remap-path-prefix=${debian}=crates`,
      CARGO_TARGET_DIR: this.path('target'),
    });
  }

  /** Compiles one C or C++ file; every recording says which flags matter to it. */
  async compile(source: string, output: string, flags: readonly string[]): Promise<void> {
    const compiler = source.endsWith('.cpp') ? ['g++', '-std=c++17'] : ['gcc'];
    await mkdir(dirname(this.path(output)), { recursive: true });
    const [command = 'gcc', ...standard] = compiler;
    await this.run(command, [...standard, '-Wall', ...flags, source, '-o', output]);
  }

  /**
   * Records a command with `perf record` on the CPU clock (virtual machines often have no hardware
   * counters), turns it into text with `perf script`, and folds that with our own library.
   */
  async perf(run: PerfRun): Promise<Taken> {
    const { name, command, frequency, callGraph = 'fp', inline = false } = run;
    const data = `${name}.data`;
    const options = ['-e', 'cpu-clock', '-F', String(frequency), '--call-graph', callGraph];
    // A cache of its own: else perf finds a stripped binary's symbols in an earlier, unstripped copy.
    const cache = ['--buildid-dir', this.path(`${name}.debug`)];
    const priority = run.inRealTime === true ? realTime : [];
    const record = ['-q', ...options, '-o', data, '--', ...command];
    const [first = '', ...rest] = [...priority, 'perf', ...cache, 'record', ...record];
    const running = this.start(first, rest, run.environment);
    await run.drive?.(running);
    await running.ended();
    const script = await this.perfScript(data, cache, inline);
    return {
      content: await foldScript(script, `${name}.script`),
      command: [...priority, 'perf record', ...options, '-o', data, '--', ...command].join(' '),
      tool: perfVersion(),
      event: 'cpu-clock',
      frequency,
      rawBytes: (await stat(this.path(data))).size,
    };
  }

  /** The samples of a perf.data file as text, without the period, so that each counts as one. */
  async perfScript(
    data: string,
    cache: readonly string[] = [],
    inline = false,
  ): Promise<Uint8Array> {
    const fields = [
      '-F',
      'comm,pid,tid,time,event,ip,sym,dso',
      inline ? '--inline' : '--no-inline',
    ];
    const text = this.path(`${data}.txt`);
    const file = await open(text, 'w');
    const child = spawn('perf', [...cache, 'script', '-i', data, ...fields], {
      cwd: this.folder,
      stdio: ['ignore', file.fd, 'ignore'],
    });
    await endOf(child, () => `perf script -i ${data}`);
    await file.close();
    return await readFile(text);
  }
}

/** Folds the text of `perf script`; refuses one that was not read completely. */
export async function foldScript(script: Uint8Array | string, fileName: string): Promise<string> {
  const { profiles, issues } = await importProfile(script, { fileName, format: 'perf-script' });
  const [profile, ...others] = profiles;
  if (profile === undefined || others.length > 0) {
    throw new Error(`${fileName}: ${profiles.length} events where one was recorded.`);
  }
  const [issue] = issues;
  if (issue !== undefined) throw new Error(`${fileName}:${issue.line ?? '?'}: ${issue.message}`);
  return toFolded(profile);
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function endOf(child: ChildProcess, describe: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`ended with ${code ?? signal ?? 'an error'}: ${describe()}`));
    });
  });
}

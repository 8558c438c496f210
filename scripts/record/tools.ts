import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A program or package that a recording needs, how to see it, and how to get it on Debian. */
interface Tool {
  readonly isThere: () => boolean;
  readonly get: string;
  /** Prints the version, where the manifest should name it. */
  readonly version?: () => string;
}

const apt = (packages: string): string => `apt-get install ${packages}`;

function firstLine(command: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? (stdout || stderr).trim().split('\n')[0] : undefined;
}

const program = (command: string, args: string[], get: string): Tool => ({
  isThere: () => firstLine(command, args) !== undefined,
  get,
  version: () => firstLine(command, args) ?? 'unknown version',
});

const debianCrate = (name: string): Tool => ({
  isThere: () => existsSync(`/usr/share/doc/librust-${name}-dev`),
  get: apt(`librust-${name}-dev`),
});

const kernelSetting = (path: string, isGood: (value: number) => boolean, get: string): Tool => ({
  isThere: () => isGood(Number(readFileSync(path, 'utf8'))),
  get,
});

const tools = {
  perf: program('perf', ['--version'], apt('linux-perf')),
  'perf may see the kernel': kernelSetting(
    '/proc/sys/kernel/perf_event_paranoid',
    (value) => value <= 1 || process.getuid?.() === 0,
    'run as root, or: sysctl kernel.perf_event_paranoid=1',
  ),
  'kernel symbols': kernelSetting(
    '/proc/sys/kernel/kptr_restrict',
    (value) => value === 0 || (value === 1 && process.getuid?.() === 0),
    'sysctl kernel.kptr_restrict=0',
  ),
  gcc: program('gcc', ['--version'], apt('gcc')),
  'g++': program('g++', ['--version'], apt('g++')),
  binutils: program('addr2line', ['--version'], apt('binutils')),
  cargo: program('cargo', ['--version'], 'apt-get install cargo, or https://rustup.rs'),
  rustc: program('rustc', ['--version'], 'apt-get install rustc, or https://rustup.rs'),
  'librust-tokio': debianCrate('tokio'),
  'librust-hyper': debianCrate('hyper'),
  'librust-futures-util': debianCrate('futures-util'),
  'real-time priority': {
    isThere: () => firstLine('chrt', ['-f', '10', 'true']) !== undefined,
    get: `run as root; ${apt('util-linux')}`,
  },
  go: program('go', ['version'], apt('golang-go')),
  java: program('java', ['-version'], apt('openjdk-17-jdk-headless')),
  javac: program('javac', ['-version'], apt('openjdk-17-jdk-headless')),
  jfr: program('jfr', ['--version'], apt('openjdk-17-jdk-headless')),
  heaptrack: program('heaptrack', ['--version'], apt('heaptrack')),
  offcputime: {
    isThere: () => firstLine('offcputime', ['--version']) !== undefined && process.getuid?.() === 0,
    get: `run as root, on a kernel with BTF; ${apt('libbpf-tools')}`,
    version: () =>
      `offcputime of ${firstLine('dpkg-query', ['-W', '-f', '${Package} ${Version}', 'libbpf-tools']) ?? 'libbpf-tools'} (eBPF)`,
  },
} satisfies Record<string, Tool>;

export type ToolId = keyof typeof tools;

/** What every recording with perf needs. */
export const perfTools: readonly ToolId[] = ['perf', 'perf may see the kernel', 'kernel symbols'];

/** The missing ones of these, each with how to get it. */
export function findMissing(needs: readonly ToolId[]): { tool: ToolId; get: string }[] {
  return needs
    .filter((tool) => !tools[tool].isThere())
    .map((tool) => ({ tool, get: tools[tool].get }));
}

/** The tool's own words about its version. */
export function versionOf(tool: ToolId): string {
  const found: Tool = tools[tool];
  return found.version?.() ?? tool;
}

/** `perf 6.1.192`, as the manifest names it. */
export function perfVersion(): string {
  return versionOf('perf').replace('perf version ', 'perf ');
}

import { offCpuOnLinux } from './linux-perf.ts';
import { samplePage } from './macos.ts';
import type { RecipeData } from './recipe-data.ts';

const readme = 'https://github.com/flamegraph-rs/flamegraph/blob/main/README.md';
const code = 'https://github.com/flamegraph-rs/flamegraph/blob/main/src/lib.rs';
const codegen = 'https://doc.rust-lang.org/stable/rustc/codegen-options/index.html';
const itself = 'cargo flamegraph';

export const cargoFlamegraph: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: ['cargo flamegraph -F 1999 -o out.svg -- <arguments of a longer run>'],
    notes: [
      {
        en: 'Without -F it is 997 a second of processor time. On macOS, where it calls xctrace, the frequency cannot be chosen: run longer.',
        zh: '不加 -F 时，每秒 CPU 时间采样 997 次。在 macOS 上它调用 xctrace，频率不能选：只能延长运行时间。',
      },
    ],
    sources: [readme, code],
    lookedUp: itself,
  },
  {
    wish: 'symbols',
    commands: [
      'CARGO_PROFILE_RELEASE_DEBUG=true CARGO_PROFILE_RELEASE_STRIP=false cargo flamegraph',
    ],
    notes: [
      {
        en: 'The same as debug = true and strip = false under [profile.release] in Cargo.toml, for this run only.',
        zh: '等于在 Cargo.toml 的 [profile.release] 里写 debug = true 和 strip = false，但只对这一次有效。',
      },
    ],
    sources: [
      readme,
      'https://github.com/rust-lang/cargo/blob/master/src/doc/src/reference/profiles.md',
    ],
    ranWith: 'cargo 1.95.0',
    lookedUp: itself,
  },
  {
    wish: 'whole-stacks',
    commands: [
      'RUSTFLAGS="-C force-frame-pointers=yes" cargo flamegraph -c "record -F 997 --call-graph fp -g"',
    ],
    notes: [
      {
        en: 'Linux only: -c replaces the arguments of perf. A leaf may still have no frame of its own while it works: then its caller is missing. Without -c cargo flamegraph walks the stacks by DWARF and loses none.',
        zh: '只适用于 Linux：-c 会换掉 perf 的参数。叶子函数在干活时仍可能没有自己的栈帧，这时它的调用者会缺失。不加 -c，cargo flamegraph 按 DWARF 走栈，不会漏掉。',
      },
      {
        en: 'With lld (the default linker since Rust 1.90 on x86-64 Linux) or mold the README asks for --no-rosegment. perf 6.1 walked the stacks without it when we tried; older ones may not.',
        zh: '用 lld（x86-64 Linux 上从 Rust 1.90 起的默认链接器）或 mold 时，README 要求加 --no-rosegment。我们试的时候，perf 6.1 不加也能走栈；更旧的版本未必。',
      },
    ],
    sources: [readme, code, codegen],
    ranWith: 'rustc 1.95.0, perf 6.1.192',
    lookedUp: itself,
  },
  {
    wish: 'waiting',
    commands: [...offCpuOnLinux.commands, 'sample <pid> 60 1 -file out.sample.txt'],
    notes: [
      {
        en: 'The first on Linux, the second on macOS, where sample takes the stacks of all threads every millisecond, also of those that wait.',
        zh: '第一条用于 Linux；第二条用于 macOS，sample 每毫秒记下所有线程的调用栈，等待的也算。',
      },
      ...offCpuOnLinux.notes,
    ],
    sources: [...offCpuOnLinux.sources, samplePage],
    lookedUp: 'offcputime (bcc 0.26), sample',
  },
  {
    wish: 'generics',
    commands: ['RUSTFLAGS="-C symbol-mangling-version=v0" cargo flamegraph'],
    notes: [
      {
        en: 'The legacy mangling drops type arguments, so all instances of a generic function share one name; v0 keeps them. Rust 1.95 still uses legacy by default; nightly has used v0 since November 2025.',
        zh: '旧的名字修饰（legacy mangling）会丢掉类型参数，泛型函数的所有实例共用一个名字；v0 会保留它们。Rust 1.95 默认仍是 legacy；nightly 从 2025 年 11 月起默认 v0。',
      },
    ],
    sources: [codegen, 'https://doc.rust-lang.org/rustc/symbol-mangling/v0.html'],
    ranWith: 'rustc 1.95.0, perf 6.1.192',
    lookedUp: itself,
  },
];

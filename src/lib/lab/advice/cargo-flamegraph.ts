import { offCpuOnLinux } from './linux-perf.ts';
import { samplePage } from './macos.ts';
import type { RecipeData } from './recipe-data.ts';

const readme = 'https://github.com/flamegraph-rs/flamegraph/blob/main/README.md';
const codegen = 'https://doc.rust-lang.org/rustc/codegen-options/index.html';

export const cargoFlamegraph: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: ['cargo flamegraph -F 1999 -o out.svg -- <arguments of a longer run>'],
    notes: [
      {
        en: 'Without -F it is 997 a second of processor time. On macOS since version 0.6.8 the frequency cannot be chosen: run longer.',
        zh: '不加 -F 时，每秒 CPU 时间采样 997 次。在 macOS 上，从 0.6.8 版起频率不能选：只能延长运行时间。',
      },
    ],
    sources: [readme, 'https://github.com/flamegraph-rs/flamegraph/blob/main/src/lib.rs'],
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
    sources: [readme, 'https://doc.rust-lang.org/cargo/reference/profiles.html'],
  },
  {
    wish: 'whole-stacks',
    commands: [
      'RUSTFLAGS="-C force-frame-pointers=yes" cargo flamegraph -c "record -F 997 --call-graph fp -g"',
    ],
    notes: [
      {
        en: 'Linux only: -c replaces the call of perf. With lld (the default linker since Rust 1.90) or mold add --no-rosegment, as the README shows, or perf cannot walk the stacks.',
        zh: '只适用于 Linux：-c 会换掉对 perf 的调用。用 lld（Rust 1.90 起的默认链接器）或 mold 时，要按 README 加上 --no-rosegment，否则 perf 走不了栈。',
      },
    ],
    sources: [readme, codegen],
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
  },
  {
    wish: 'generics',
    commands: ['RUSTFLAGS="-C symbol-mangling-version=v0" cargo flamegraph'],
    notes: [
      {
        en: 'The legacy mangling drops type arguments, so all instances of a generic function share one name; v0 keeps them.',
        zh: '旧的名字修饰（legacy mangling）会丢掉类型参数，泛型函数的所有实例共用一个名字；v0 会保留它们。',
      },
    ],
    sources: [codegen, 'https://doc.rust-lang.org/rustc/symbol-mangling/index.html'],
  },
];

import type { RecipeData } from './recipe-data.ts';

const httpPprof = 'https://pkg.go.dev/net/http/pprof';
const runtimePprof = 'https://pkg.go.dev/runtime/pprof';
const testFlags = 'https://pkg.go.dev/cmd/go#hdr-Testing_flags';

export const go: readonly RecipeData[] = [
  {
    wish: 'more-samples',
    commands: [
      "go test -run '^$' -bench . -count 10 -cpuprofile cpu.pb.gz",
      "curl -o cpu.pb.gz 'http://localhost:6060/debug/pprof/profile?seconds=60'",
    ],
    notes: [
      {
        en: 'The first for a benchmark, the second for a server that imports net/http/pprof. Go samples 100 times a second of processor time: more time gives more samples, not a higher rate.',
        zh: '第一条用于基准测试，第二条用于引入了 net/http/pprof 的服务器。Go 每秒 CPU 时间采样 100 次：要更多样本，靠更长的时间，不靠更高的频率。',
      },
    ],
    sources: [testFlags, httpPprof, runtimePprof],
    ranWith: 'go 1.19.8',
  },
  {
    wish: 'symbols',
    commands: ['go tool pprof -proto <program> cpu.pb.gz > named.pb.gz'],
    notes: [
      {
        en: 'Looks the addresses up in the very binary that ran.',
        zh: '在当时运行的那个二进制文件里查地址对应的名字。',
      },
    ],
    sources: ['https://github.com/google/pprof/blob/main/doc/README.md'],
    ranWith: 'go 1.19.8',
  },
  {
    wish: 'waiting',
    commands: [
      "go test -run '^$' -bench . -blockprofile block.pb.gz -mutexprofile mutex.pb.gz",
      "curl -o block.pb.gz 'http://localhost:6060/debug/pprof/block?seconds=60'",
    ],
    notes: [
      {
        en: 'A server must call runtime.SetBlockProfileRate (and runtime.SetMutexProfileFraction for mutexes) first. Without seconds the profile goes back to the start of the process. The block profile knows channels, locks and selects; waiting for the network or a system call is not in it.',
        zh: '服务器要先调用 runtime.SetBlockProfileRate（互斥锁则是 runtime.SetMutexProfileFraction）。不写 seconds，剖析就从进程启动算起。阻塞剖析知道 channel、锁和 select；等网络、等系统调用不在其中。',
      },
    ],
    sources: [testFlags, runtimePprof, httpPprof],
    ranWith: 'go 1.19.8',
  },
];

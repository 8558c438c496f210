import type { Recording, SampleText } from '../recording.ts';
import type { Taken } from '../taken.ts';
import { perfTools } from '../tools.ts';

const records = 6_000_000;

const shared = {
  view: 'on-cpu',
  language: 'Rust',
  unit: 'samples',
} as const satisfies Partial<SampleText>;

export const smallWrites: Recording = {
  id: 'small-writes',
  program: 'small-writes: std::fs only, rustc -O with frame pointers',
  needs: [...perfTools, 'cargo'],
  samples: [
    {
      ...shared,
      id: 'writes-unbuffered',
      file: 'writes-unbuffered.folded',
      causes: ['small-writes', 'system-calls'],
      partOf: { set: 'small-writes', role: 'before' },
      title: { en: 'One write for every record', zh: '每条记录一次 write' },
      story: {
        en: 'Six million log records of about 60 bytes go to a file, each with a write of its own. Nothing is wrong with the kernel: it is asked six million times.',
        zh: '六百万条日志写进一个文件，每条大约 60 字节，各用一次 write。内核没有任何问题，只是被问了六百万次。',
      },
      lookFor: {
        en: 'The width of write against the width of format_record, the work that was wanted. Inside write little of it is copying: most is the way in, the file’s lock and the bookkeeping of each call.',
        zh: '比较 write 的宽度和 format_record（真正想做的事）的宽度。write 里面真正复制数据的很少，多数是进内核的路、文件锁和每次调用的记账。',
      },
      planted: [
        { query: { share: { total: 'ksys_write' } }, within: [0.35, 0.95] },
        {
          query: { ratio: [{ after: { samples: true } }, { samples: true }] },
          after: 'writes-buffered',
          within: [0.05, 0.6],
        },
      ],
    },
    {
      ...shared,
      id: 'writes-buffered',
      file: 'writes-buffered.folded',
      causes: ['buffered-writes'],
      partOf: { set: 'small-writes', role: 'after' },
      title: { en: 'The same records through a buffer', zh: '同样的记录，经过缓冲' },
      story: {
        en: 'The same six million records, gathered in 64 KiB of memory before they are written: about one write for a thousand records.',
        zh: '同样的六百万条记录，先攒在 64 KiB 的内存里再写出去：大约一千条才有一次 write。',
      },
      lookFor: {
        en: 'What is wide now is formatting, which was there before with as many samples. The graph looks different because the rest went away.',
        zh: '现在宽的是格式化。它之前就在，样本数也差不多。图变了样，是因为别的东西没了。',
      },
      planted: [{ query: { share: { total: 'format_record' } }, within: [0.5, 1] }],
    },
    {
      ...shared,
      id: 'writes-vectored',
      file: 'writes-vectored.folded',
      causes: ['vectored-writes'],
      partOf: { set: 'small-writes', role: 'variant' },
      title: { en: 'The same records by writev', zh: '同样的记录，改用 writev' },
      story: {
        en: 'The same records, 64 at a time in one writev, without copying them together first. It helps because there are many small pieces at hand. A server that has one chunk at hand for each writev gains nothing from it: it calls writev already.',
        zh: '同样的记录，每次把 64 条交给一个 writev，事先不合并复制。它有用，是因为手头有很多小块。如果服务器每次手头只有一块，就什么也省不下来：它本来就在用 writev。',
      },
      lookFor: {
        en: 'How near it comes to the buffered version, and what writev still costs for each piece.',
        zh: '看它离缓冲版有多近，以及 writev 里每一小块还要花多少。',
      },
      planted: [
        { query: { share: { total: 'do_writev' } }, within: [0.08, 0.6] },
        { query: { share: { total: 'format_record' } }, within: [0.35, 0.9] },
      ],
    },
  ],

  async record(bench) {
    await bench.buildRust();
    const taken = new Map<string, Taken>();
    for (const way of ['unbuffered', 'buffered', 'vectored']) {
      const command = ['target/release/small-writes', way, String(records), 'out.log'];
      const run = await bench.perf({ name: way, command, frequency: 999 });
      taken.set(`writes-${way}`, { ...run, work: { amount: records, of: 'records' } });
    }
    return taken;
  },
};

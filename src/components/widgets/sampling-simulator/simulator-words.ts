import type { Localized } from '../../../lib/i18n/index.ts';

/** `{n}`, `{of}` and `{looks}` are filled in: words travel to the browser as plain data. */
export interface SimulatorWords {
  readonly caption: string;
  readonly parse: string;
  readonly send: string;
  readonly rate: string;
  readonly seconds: string;
  readonly work: string;
  readonly random: string;
  readonly periodic: string;
  readonly again: string;
  readonly many: string;
  readonly link: string;
  readonly name: string;
  readonly truth: string;
  readonly sampled: string;
  readonly interval: string;
  readonly holds: string;
  readonly yes: string;
  readonly no: string;
  readonly held: string;
  readonly timesHeld: string;
  readonly total: string;
  readonly noScript: string;
}

export const simulatorWords: Localized<SimulatorWords> = {
  en: {
    caption: 'Sampling simulator',
    parse: 'True share of parse, %',
    send: 'True share of send, %',
    rate: 'Looks a second',
    seconds: 'CPU seconds',
    work: 'The program works',
    random: 'irregularly',
    periodic: 'in exact rounds of 10 ms',
    again: 'Record again',
    many: 'Record 200 times',
    link: 'Link to this recording',
    name: 'Function',
    truth: 'true',
    sampled: 'sampled',
    interval: '95% interval',
    holds: 'holds the truth',
    yes: '✓ yes',
    no: '✗ no',
    held: '{n} of {of}',
    timesHeld: 'times held',
    total:
      '{looks} samples. In the pictures: the bar is the interval, the dot the sampled share, the line the true one.',
    noScript: 'One recording with these settings. With a script you can change them.',
  },
  zh: {
    caption: '采样模拟器',
    parse: 'parse 的真实占比，%',
    send: 'send 的真实占比，%',
    rate: '每秒看几眼',
    seconds: 'CPU 秒数',
    work: '程序怎样工作',
    random: '没有规律',
    periodic: '每 10 毫秒一轮，分毫不差',
    again: '再录一次',
    many: '录 200 次',
    link: '这次录制的链接',
    name: '函数',
    truth: '真实',
    sampled: '采到',
    interval: '95% 区间',
    holds: '包住真值',
    yes: '✓ 是',
    no: '✗ 否',
    held: '{n} / {of}',
    timesHeld: '包住次数',
    total: '{looks} 个样本。图中横条是区间，圆点是采到的占比，竖线是真实占比。',
    noScript: '这是按上述设置录的一次。启用脚本后可以修改设置。',
  },
};

import type { Localized } from '../../../lib/i18n/index.ts';
import type { Way } from './server-simulation.ts';

/** What the explorable says. `{…}` is filled in. */
export interface PollingSimulatorWords {
  readonly caption: string;
  readonly task: string;
  readonly rate: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly facts: string;
  readonly play: string;
  readonly again: string;
  readonly picture: string;
  readonly status: string;
}

export const pollingSimulatorWords: Localized<PollingSimulatorWords> = {
  en: {
    caption: 'Polling against events, simulated',
    task: 'Both servers get the same requests for three seconds, and a sampler looks a thousand times a second. The full width is one core, busy all the time.',
    rate: 'requests a second',
    ways: { polling: 'It polls', events: 'It waits for events' },
    facts: '{samples} samples, {answered} requests answered',
    play: 'Play the three seconds',
    again: 'Other requests',
    picture: '{way}: {facts}',
    status: '{rate} requests a second. Polling: {polling} samples. Waiting for events: {events}.',
  },
  zh: {
    caption: '轮询与事件，模拟',
    task: '两个服务器在三秒里收到同样的请求，采样器每秒看一千次。满宽表示一个核从头忙到尾。',
    rate: '每秒请求数',
    ways: { polling: '轮询', events: '等待事件' },
    facts: '{samples} 个样本，回答了 {answered} 个请求',
    play: '播放这三秒',
    again: '换一批请求',
    picture: '{way}：{facts}',
    status: '每秒 {rate} 个请求。轮询：{polling} 个样本。等待事件：{events} 个。',
  },
};

import type { PollingSimulatorWords } from '../polling-simulator-words.ts';

export const words: PollingSimulatorWords = {
  caption: '轮询与事件，模拟',
  task: '两个服务器在三秒里收到同样的请求，采样器每秒看一千次。满宽表示一个核从头忙到尾。',
  rate: '每秒请求数',
  ways: { polling: '轮询', events: '等待事件' },
  facts: '{samples} 个样本，回答了 {answered} 个请求',
  play: '播放这三秒',
  again: '换一批请求',
  picture: '{way}：{facts}',
  status: '每秒 {rate} 个请求。轮询：{polling} 个样本。等待事件：{events} 个。',
};

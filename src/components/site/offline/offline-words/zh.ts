import type { OfflineWords } from '../offline-words.ts';

export const words: OfflineWords = {
  unsupported: '这个浏览器不能保存网站的副本，或者在这里不允许：需要 HTTPS，且不能是无痕窗口。',
  none: (download, bytes) => `整个网站，中英文都在内：下载 ${download}，占用设备空间 ${bytes}。`,
  sizeUnknown: '现在读不到大小。是不是断网了？',
  save: '保存到本机，离线可用',
  saving: (done, total) => `正在保存：${done} / ${total} 个文件。你可以继续看。`,
  saved: '已保存。没有网络也能打开本站：飞机上、地下室里、等面试的走廊里。',
  remove: '删除副本',
  removed: '副本已删除。你的作答都还在。',
  failed: {
    network: '还没存完，连接就断了。已经存下的都留着：再试一次会接着存。',
    full: '设备空间不够。腾出一些空间再试。',
  },
  again: '再试一次',
  newVersion: '本站的新版本已经存好。',
  reload: '刷新',
  later: '以后再说',
  noticeLabel: '新版本',
};

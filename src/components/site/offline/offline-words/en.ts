import type { OfflineWords } from '../offline-words.ts';

export const words: OfflineWords = {
  unsupported:
    'This browser cannot keep a copy of a site, or does not do so here: it needs HTTPS, and no private window.',
  none: (download, bytes) =>
    `The whole site, both languages: ${download} to download, ${bytes} on this device.`,
  sizeUnknown: 'The size cannot be read now. Are you offline?',
  save: 'Save for offline',
  saving: (done, total) => `Saving: ${done} of ${total} files. You can go on reading.`,
  saved: 'Saved. The site now opens without a network: airplane, basement, interview waiting room.',
  remove: 'Remove the copy',
  removed: 'The copy is removed. What you answered is still here.',
  failed: {
    network:
      'The connection broke before everything was saved. What came is kept: try again to go on.',
    full: 'This device has no room for the copy. Free some, then try again.',
  },
  again: 'Try again',
  newVersion: 'A new version of this site is saved.',
  reload: 'Reload',
  later: 'Later',
  noticeLabel: 'New version',
};

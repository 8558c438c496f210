// The worker behind `LabFile`: it holds one file for as long as the page shows it.
import { LabAnswers } from './lab-answers.ts';
import type { LabRequest } from './lab-messages.ts';

const answers = new LabAnswers((message, transfer) => self.postMessage(message, { transfer }));
let last = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<LabRequest>) => {
  last = last.then(() => answers.answer(data));
});

// The worker behind `importInWorker`: one request a worker, which the page ends after the answer.
import { answerImport } from './answer-import.ts';
import type { ImportRequest } from './import-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void answerImport(data, (answer, transfer) => self.postMessage(answer, { transfer }));
});

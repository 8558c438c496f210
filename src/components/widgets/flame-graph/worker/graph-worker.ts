// The worker behind `GraphWorkshop`: it holds copies of a graph's profiles while trees are built.
import { GraphAnswers } from './graph-answers.ts';
import type { GraphRequest } from './graph-messages.ts';

const answers = new GraphAnswers((message, transfer) => self.postMessage(message, { transfer }));

self.addEventListener('message', ({ data }: MessageEvent<GraphRequest>) => answers.receive(data));

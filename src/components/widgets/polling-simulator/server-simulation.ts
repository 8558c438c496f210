import { randomOf } from '../../../lib/quiz/seeded-shuffle.ts';

/** How the server learns of requests: it asks again and again, or it sleeps until one comes. */
export type Way = 'polling' | 'events';

/** A piece of the server's time in microseconds; no stack: it sleeps, off the CPU. */
interface Activity {
  readonly lastsUs: number;
  readonly stack: readonly string[] | undefined;
}

const serve = ['main', 'serve'];
const accept: Activity = { lastsUs: 80, stack: [...serve, 'accept'] };
const answers: readonly Activity[] = [
  { lastsUs: 120, stack: [...serve, 'answer', 'read_request'] },
  { lastsUs: 140, stack: [...serve, 'answer', 'render'] },
  { lastsUs: 160, stack: [...serve, 'answer', 'send'] },
];
/** One round of the guide's loop without a request; reading the flag is one load from memory. */
const emptyRound: readonly Activity[] = [
  { lastsUs: 0.1, stack: [...serve, 'shutdown_flag'] },
  { lastsUs: 5.9, stack: [...serve, 'look_for_requests'] },
  { lastsUs: 3, stack: [...serve, 'clean_resources'] },
  { lastsUs: 11, stack: [...serve, 'ask_event_queue'] },
];
const goToSleep: Activity = { lastsUs: 15, stack: [...serve, 'wait_for_event'] };
const wakeUp: Activity = { lastsUs: 20, stack: [...serve, 'wait_for_event'] };

const usASecond = 1_000_000;
/** Mean time between two looks of the sampler: a thousand a second. */
const sampleEveryUs = 1000;

/**
 * A server of one thread and the sampler that watches it, in simulated time. Requests come at
 * random (exponential gaps). Both ways meet the same requests when seed and rate are the same.
 */
export class ServerSimulation {
  readonly way: Way;
  /** Samples by stack, the frames joined by `;`. */
  readonly samples = new Map<string, number>();
  answered = 0;

  readonly #rate: number;
  readonly #requests: () => number;
  readonly #sampler: () => number;
  #nowUs = 0;
  #nextRequestUs: number;
  #nextSampleUs: number;
  #waiting = 0;
  #isAsleep = false;
  #plan: Activity[] = [];

  constructor(way: Way, { seed, rate }: { readonly seed: string; readonly rate: number }) {
    this.way = way;
    this.#rate = rate;
    this.#requests = randomOf(`${seed} requests`);
    this.#sampler = randomOf(`${seed} sampler`);
    this.#nextRequestUs = this.#gap();
    this.#nextSampleUs = this.#pause();
  }

  /** Lets the server live until this time; an activity that has begun is finished. */
  advance(untilMs: number): void {
    const untilUs = untilMs * 1000;
    while (this.#nowUs < untilUs) {
      if (this.#isAsleep) this.#sleep(untilUs);
      else this.#do(this.#next());
    }
  }

  #next(): Activity {
    if (this.#plan.length === 0) this.#plan = this.#decide();
    return this.#plan.shift() ?? goToSleep;
  }

  #decide(): Activity[] {
    if (this.#waiting > 0) {
      this.#waiting--;
      this.answered++;
      return [accept, ...answers];
    }
    return this.way === 'polling' ? [...emptyRound] : [goToSleep];
  }

  #do(activity: Activity): void {
    this.#pass(this.#nowUs + activity.lastsUs, activity.stack);
    // Whatever came while it lay down is answered before it sleeps.
    if (activity === goToSleep && this.#waiting === 0) this.#isAsleep = true;
  }

  #sleep(untilUs: number): void {
    const wakesUs = this.#nextRequestUs;
    this.#pass(Math.min(wakesUs, untilUs), undefined);
    if (wakesUs > untilUs) return;
    this.#isAsleep = false;
    this.#plan = [wakeUp];
  }

  /** Moves the clock; requests that come meanwhile wait, and the sampler notes what it sees. */
  #pass(toUs: number, stack: Activity['stack']): void {
    while (this.#nextRequestUs <= toUs) {
      this.#waiting++;
      this.#nextRequestUs += this.#gap();
    }
    while (this.#nextSampleUs <= toUs) {
      this.#nextSampleUs += this.#pause();
      if (stack === undefined) continue;
      const key = stack.join(';');
      this.samples.set(key, (this.samples.get(key) ?? 0) + 1);
    }
    this.#nowUs = toUs;
  }

  #gap(): number {
    return this.#rate === 0 ? Infinity : (-Math.log(1 - this.#requests()) * usASecond) / this.#rate;
  }

  /** Not the same each time: a fixed pause could fall into step with the loop. */
  #pause(): number {
    return sampleEveryUs * (0.5 + this.#sampler());
  }
}

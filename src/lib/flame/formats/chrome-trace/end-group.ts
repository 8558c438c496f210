import { keyOfSpan, nameOfSpan } from './span-names.ts';
import type { TraceEvent } from './trace-event.ts';

/**
 * The `E` events of one time that have not found their begin yet. Their order in the file means
 * nothing: each ends whatever fits it best. Asking costs the same however many they are.
 */
export class EndGroup {
  /** By name: how many are left of each key. */
  readonly #byName = new Map<string, Map<string, number>>();
  /** The format lets an end leave out its name; then it ends the innermost call. */
  #nameless = 0;
  #left = 0;

  add(end: TraceEvent): void {
    this.#left++;
    if (end.name === undefined) {
      this.#nameless++;
      return;
    }
    const name = nameOfSpan(end);
    const keys = this.#byName.get(name) ?? new Map<string, number>();
    this.#byName.set(name, keys);
    const key = keyOfSpan(end);
    keys.set(key, (keys.get(key) ?? 0) + 1);
  }

  get left(): number {
    return this.#left;
  }

  /** Takes the end that fits a begin: of the same name and arguments, else of the same name. */
  take(name: string, key: string): boolean {
    const keys = this.#byName.get(name);
    if (keys === undefined) return this.#takeNameless();
    const [first] = keys.keys();
    const taken = keys.has(key) ? key : (first ?? key);
    const count = keys.get(taken) ?? 0;
    if (count > 1) keys.set(taken, count - 1);
    else keys.delete(taken);
    if (keys.size === 0) this.#byName.delete(name);
    this.#left--;
    return true;
  }

  #takeNameless(): boolean {
    if (this.#nameless === 0) return false;
    this.#nameless--;
    this.#left--;
    return true;
  }

  /** Drops what is left; gives how many that were. */
  drop(): number {
    const dropped = this.#left;
    this.#byName.clear();
    this.#nameless = 0;
    this.#left = 0;
    return dropped;
  }
}

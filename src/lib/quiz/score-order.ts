import type { OrderKey } from './answer-key.ts';
import { verdictOf } from './verdict.ts';
import type { Mark, Verdict } from './verdict.ts';

/**
 * Marks an order by its rules. One right order: each step that directly follows its predecessor
 * earns a point, so that one step out of place does not cost everything. Several right orders:
 * each rule "a before b" that holds.
 */
export function scoreOrder(key: OrderKey, steps: readonly string[]): Verdict {
  const place = new Map(steps.map((step, index) => [step, index]));
  const at = (step: string) => place.get(step) ?? -1;
  const chain = key.steps.slice(1).map((step, index) => [key.steps[index] ?? '', step] as const);
  const rules = key.before ?? chain;
  const holds = ([first, then]: readonly [string, string]) =>
    key.before === undefined ? at(then) === at(first) + 1 : at(first) < at(then);
  const kept = rules.filter(holds).length;
  const markOf = (step: string): Mark => {
    if (key.before === undefined) return at(step) === key.steps.indexOf(step) ? 'right' : 'wrong';
    return rules.every((rule) => !rule.includes(step) || holds(rule)) ? 'right' : 'wrong';
  };
  return verdictOf(
    kept,
    rules.length,
    Object.fromEntries(steps.map((step) => [step, markOf(step)])),
  );
}

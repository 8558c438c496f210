import type { FrameDetail } from '../../model/profile.ts';
import type { ProfileBuilder } from '../../model/profile-builder.ts';
import { isRecord, numberOf, textOf } from '../json/json-value.ts';
import type { TraceEvent } from './trace-event.ts';

/** What Hermes puts into `args` of every call; then they are the place of the function. */
const hermesMembers = [
  'line',
  'column',
  'name',
  'category',
  'url',
  'params',
  'allocatedCategory',
  'allocatedName',
];

/** Arguments longer than this are cut in a frame's name. */
const longestArguments = 10_000;

/** What an end event shares with its begin. */
export function nameOfSpan({ name }: TraceEvent): string {
  return name === undefined || name === '' ? '(unnamed)' : name;
}

/**
 * The event's name with its arguments: two calls of `RunTask` for different tasks are different
 * frames, as in the other viewers of this format.
 */
export function keyOfSpan(event: TraceEvent): string {
  const name = nameOfSpan(event);
  const { args } = event;
  if (isHermes(args)) {
    const place = [textOf(args, 'url'), numberOf(args, 'line'), numberOf(args, 'column')];
    return `${name} ${place.join(':')}`;
  }
  return args === undefined || args === null ? name : `${name} ${argumentsText(args)}`;
}

/** The frame of an event; `key` is its `keyOfSpan`. */
export function frameOfSpan(event: TraceEvent, key: string, builder: ProfileBuilder): number {
  if (!isHermes(event.args)) return builder.frame(key);
  const file = textOf(event.args, 'url');
  const line = numberOf(event.args, 'line');
  const detail: FrameDetail = {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  };
  return builder.frame(nameOfSpan(event), detail);
}

function isHermes(args: unknown): boolean {
  return isRecord(args) && hermesMembers.every((key) => Object.hasOwn(args, key));
}

function argumentsText(args: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(args);
  } catch {
    return '{…}'; // nested more deeply than JSON.stringify can go
  }
  return text.length > longestArguments ? `${text.slice(0, longestArguments)}…` : text;
}

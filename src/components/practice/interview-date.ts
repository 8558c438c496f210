import { settingOf } from '../../lib/progress/index.ts';
import type { ProgressEvent, ProgressLog } from '../../lib/progress/index.ts';

const setting = 'interview-date';

/** The day of the reader's interview, as in `2026-09-01`; `undefined` when there is none. */
export function interviewDateOf(events: readonly ProgressEvent[]): string | undefined {
  const value = settingOf(events, setting)?.value;
  return typeof value === 'string' && isDate(value) ? value : undefined;
}

/** Keeps a day; an empty text takes it back. */
export async function keepInterviewDate(log: ProgressLog, date: string): Promise<void> {
  await log.append({ type: 'setting', name: setting, value: isDate(date) ? date : '' });
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The last moment of a day, where the reader is. */
export function endOfDay(date: string): number {
  return new Date(`${date}T23:59:59`).getTime();
}

/** Days from today to a day; 0 is today, negative is past. */
export function daysUntil(date: string, now = Date.now()): number {
  const today = new Date(now).setHours(12, 0, 0, 0);
  return Math.round((new Date(`${date}T12:00:00`).getTime() - today) / 86_400_000);
}

/**
 * Checked access to parsed JSON. Everything from a file is `unknown` until one of these looked at
 * it, and only an object's own members count: a key `__proto__` or `toString` is a key like any
 * other, and a missing key never finds something in the prototype.
 */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The own member; undefined where there is none, or where `value` is no object. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The own member as text; undefined for everything else. */
export function textOf(value: unknown, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The own member as a finite number; undefined for everything else. */
export function numberOf(value: unknown, key: string): number | undefined {
  return asNumber(member(value, key));
}

/** The own member as an array; undefined for everything else. */
export function listOf(value: unknown, key: string): readonly unknown[] | undefined {
  const found = member(value, key);
  return isArray(found) ? found : undefined;
}

/** A finite number; undefined for everything else. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/**
 * A time in whatever unit that can be computed with; undefined for everything else. Beyond 2^53
 * differences are no longer exact, and 285 years of microseconds are enough.
 */
export function asTime(value: unknown): number | undefined {
  const time = asNumberOrNumeral(value);
  return time !== undefined && Math.abs(time) <= Number.MAX_SAFE_INTEGER ? time : undefined;
}

/** A finite number, also one written as text (`"11552125241"`, as some tools do). */
function asNumberOrNumeral(value: unknown): number | undefined {
  if (typeof value !== 'string') return asNumber(value);
  return value.trim() === '' ? undefined : asNumber(Number(value));
}

/** An id that a file writes as a number or as text; undefined for everything else. */
export function asId(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}

/** The index, where it is one of an array of this length; undefined for everything else. */
export function asIndex(value: unknown, length: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length
    ? value
    : undefined;
}

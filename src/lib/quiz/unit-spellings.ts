// Every line is one unit, as people write it in either language. Only units that a question may ask
// for: to take `MB` for MiB would mark a number that is not quite the one that was meant.
const spellings: readonly (readonly string[])[] = [
  ['ns', 'nanosecond', 'nanoseconds', '纳秒'],
  ['µs', 'us', 'microsecond', 'microseconds', '微秒'],
  ['ms', 'msec', 'millisecond', 'milliseconds', '毫秒'],
  ['s', 'sec', 'second', 'seconds', '秒', '秒钟'],
  ['min', 'minute', 'minutes', '分钟'],
  ['B', 'byte', 'bytes', '字节'],
  ['KiB', 'kibibyte', 'kibibytes'],
  ['MiB', 'mebibyte', 'mebibytes'],
  ['GiB', 'gibibyte', 'gibibytes'],
  ['Hz', 'hertz', '赫兹'],
  ['×', 'x', 'times', '-fold', 'fold', '倍'],
];

/** These units and all their usual spellings; a unit that is not in the list stands for itself. */
export function spellingsOf(units: readonly string[]): string[] {
  const wanted = units.map(comparable);
  const known = spellings.filter((line) => line.some((one) => wanted.includes(comparable(one))));
  return [...new Set([...wanted, ...known.flat().map(comparable)])];
}

/** As `readNumber` sees text: full-width letters and the two signs for micro become one form. */
function comparable(unit: string): string {
  return unit.normalize('NFKC').toLowerCase();
}

import { ImportError } from '../import-error.ts';
import type { FormatInput } from '../profile-format.ts';
import { findJsonFault, type JsonFault } from './json-fault.ts';
import { fill } from '../say.ts';

/** The file as JSON. Throws an `ImportError` that says where the JSON breaks off. */
export function parsedJson(input: FormatInput): unknown {
  const value = input.json();
  if (value !== undefined) return value;
  throw jsonError(input.text());
}

/** Says where a text that `JSON.parse` refused stops being JSON, and what to do. */
export function jsonError(text: string): ImportError {
  const fault = findJsonFault(text);
  if (fault === undefined) {
    return new ImportError('bad-json', 'The file is JSON that this browser cannot read.', {
      advice: 'It may be too large or nested too deeply.',
    });
  }
  const { line, column } = placeOf(text, fault.at);
  return new ImportError(
    fault.truncated ? 'truncated' : 'bad-json',
    fill(`The JSON breaks off in line {0}, column {1}: ${fault.why}.`, line, column),
    { line, advice: adviceFor(fault) },
  );
}

function adviceFor({ truncated }: JsonFault): string {
  return truncated
    ? 'The file was cut short: save, copy or download it again.'
    : 'The file is damaged, or was edited by hand: export it again.';
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: at - lineStart + 1 };
}

/** The error for JSON that was taken for this format but lacks its main parts. */
export function unexpectedShape(format: string, missing: string): ImportError {
  return new ImportError('unexpected-shape', fill(`This is not a {0} file: ${missing}.`, format), {
    advice: 'Open it without choosing a format, or export it again.',
  });
}

import { describe, expect, it } from 'vitest';
import { csvFields } from '../../../../../../src/lib/flame/formats/lines/csv-fields.ts';

describe('csvFields', () => {
  it.each([
    ['a,b,c', ['a', 'b', 'c']],
    [
      '1,"App.Main(int32,class String&)","2,893,824",',
      ['1', 'App.Main(int32,class String&)', '2,893,824', ''],
    ],
    ['"say ""hi""",2', ['say "hi"', '2']],
    ['"never closed,1', ['never closed,1']],
    ['', ['']],
    [',', ['', '']],
  ])('%s', (line, fields) => {
    expect(csvFields(line)).toEqual(fields);
  });
});

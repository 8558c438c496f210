import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const trace = (...rows: readonly string[]): string =>
  `<?xml version="1.0"?><trace-query-result><node>${rows.join('\n')}</node></trace-query-result>`;

const thread = '<thread id="1" fmt="main"/>';
const stack =
  '<backtrace id="2"><frame id="3" name="leaf" addr="0x1"/><frame id="4" name="root" addr="0x2"/></backtrace>';
const weight = (id: number, nanoseconds: number): string =>
  `<weight id="${id}" fmt="x">${nanoseconds}</weight>`;

describe('an xctrace export', () => {
  it('names a value once and refers to it afterwards', async () => {
    const { profiles } = await importProfile(
      trace(
        `<row><sample-time id="9">100</sample-time>${thread}${weight(8, 1000)}${stack}</row>`,
        '<row><sample-time id="10">350</sample-time><thread ref="1"/><weight ref="8"/><backtrace ref="2"/></row>',
        '<row><sample-time id="11">600</sample-time><thread ref="1"/><weight ref="8"/><backtrace id="12"><frame id="13" name="other" addr="0x3"/><frame ref="4"/></backtrace></row>',
      ),
    );
    expect(stackLines(profiles[0]!)).toEqual(['root;leaf 2', 'root;other 1']);
    expect([...(profiles[0]!.samples.time ?? [])]).toEqual([0, 250, 500]);
  });

  it('whose rows weigh the same counts samples; else nanoseconds, and how many samples', async () => {
    const same = trace(`<row>${thread}${weight(8, 1000)}${stack}</row>`);
    expect((await importProfile(same)).profiles[0]).toMatchObject({
      unit: 'samples',
      totalWeight: 1,
    });
    const differing = trace(
      `<row>${thread}${weight(8, 1000)}${stack}</row>`,
      `<row><thread ref="1"/>${weight(9, 5000)}<backtrace ref="2"/></row>`,
    );
    expect((await importProfile(differing)).profiles[0]).toMatchObject({
      unit: 'nanoseconds',
      totalWeight: 6000,
      sampleCount: 2,
    });
  });

  it('keeps threads apart, and rows without a stack', async () => {
    const { profiles } = await importProfile(
      trace(
        `<row>${thread}${weight(8, 1)}${stack}</row>`,
        '<row><thread id="20" fmt="worker"/><weight ref="8"/><sentinel/></row>',
      ),
    );
    expect(profiles.map(({ name }) => name)).toEqual(['main', 'worker']);
    expect(profiles.map(stackLines)).toEqual([['root;leaf 1'], [' 1']]);
  });

  it('that refers to nothing says so', async () => {
    const { profiles, issues } = await importProfile(
      trace(`<row>${thread}<weight ref="77"/><backtrace ref="78"/></row>`),
    );
    expect(issueCodes(issues)).toEqual(['broken-reference', 'broken-reference']);
    expect(stackLines(profiles[0]!)).toEqual([' 1']);
  });

  it('that was cut in a row gives the rows before', async () => {
    const text = trace(`<row>${thread}${weight(8, 1)}${stack}</row>`, `<row>${thread}`);
    const { profiles, issues } = await importProfile(
      text.slice(0, -'</node></trace-query-result>'.length),
    );
    expect(profiles[0]!.totalWeight).toBe(1);
    expect(issueCodes(issues)).toEqual(['truncated:2']);
  });

  it('without rows is an error', async () => {
    await expect(importProfile(trace())).rejects.toMatchObject({ code: 'no-samples' });
  });
});

import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const report = (graph: string, end = '\nTotal number in stack\n'): string =>
  `Analysis of sampling app (pid 1) every 1 millisecond\nCall graph:\n${graph}${end}`;

describe('a macOS sample report', () => {
  it("counts inclusively: a line's own weight is its count less its children's", async () => {
    const { profiles } = await importProfile(
      report(`    10 Thread_1
    + 10 main  (in app) + 4  [0x1]
    +   6 parse  (in app) + 4  [0x1]
    +   ! 2 read  (in libc.dylib) + 4  [0x1]
    +   3 render  (in app) + 4  [0x1]`),
    );
    expect(stackLines(profiles[0]!)).toEqual([
      'Thread_1;main 1',
      'Thread_1;main;parse 4',
      'Thread_1;main;parse;read 2',
      'Thread_1;main;render 3',
    ]);
  });

  it('keeps the calls that wait, which other readers leave out', async () => {
    const { profiles } = await importProfile(
      report('    9 Thread_1\n      9 __psynch_cvwait  (in libsystem_kernel.dylib) + 10  [0x1]'),
    );
    expect(stackLines(profiles[0]!)).toEqual(['Thread_1;__psynch_cvwait 9']);
  });

  it('tells library, file and line', async () => {
    const { profiles } = await importProfile(
      report('    1 main  (in my app) + 41  [0x10384b549]  main.rs:12'),
    );
    expect(profiles[0]!.frames).toMatchObject({
      names: ['main'],
      details: [{ library: 'my app', file: 'main.rs', line: 12 }],
    });
  });

  it('reads names that begin like guides or hold brackets', async () => {
    const { profiles } = await importProfile(
      report(`    2 -[Basket add:(id)x]  (in app) + 4  [0x1]
    + 1 +[Basket new]  (in app) + 4  [0x1]
    ! 1 do_call (.llvm.78)  (in app) + 4  [0x1]`),
    );
    expect(profiles[0]!.frames.names).toEqual([
      '-[Basket add:(id)x]',
      '+[Basket new]',
      'do_call (.llvm.78)',
    ]);
  });

  it('whose children exceed their parent says where', async () => {
    const { profiles, issues } = await importProfile(
      report('    3 Thread_1\n    + 2 a  (in x)\n    + 5 b  (in x)'),
    );
    expect(issueCodes(issues)).toEqual(['children-exceed:3']);
    expect(profiles[0]!.totalWeight).toBe(7);
  });

  it('that was cut says so', async () => {
    const { issues } = await importProfile(report('    3 Thread_1\n    + 3 a  (in x)', ''));
    expect(issueCodes(issues)).toEqual(['truncated']);
  });
});

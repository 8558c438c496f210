import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const read = (text: string): ReturnType<typeof importProfile> =>
  importProfile(text, { format: 'dtrace' });

async function stacksOf(text: string): Promise<string[]> {
  return stackLines((await read(text)).profiles[0]!);
}

describe('DTrace stacks', () => {
  it('are leaf first, a frame a line, and end in their count', async () => {
    expect(await stacksOf('\n  libc.so`read+0x7\n  app`main+0x2\n  12\n')).toEqual([
      'app`main;libc.so`read 12',
    ]);
  });

  it('of kernel and user are one stack, whatever blank lines part them', async () => {
    const text = '\n  unix`sys_syscall\n\n  libc.so`__pread\n  app`main\n\n  3\n';
    expect(await stacksOf(text)).toEqual(['app`main;libc.so`__pread;unix`sys_syscall 3']);
  });

  it('keep the leaf of the first stack where there is no header', async () => {
    const text = '\n\n  libsystem_kernel.dylib`__exit+0xa\n  app`main\n  1\n';
    expect(await stacksOf(text)).toEqual(['app`main;libsystem_kernel.dylib`__exit 1']);
  });

  it('have no header and no probe line among their frames', async () => {
    const text = 'CPU     ID     FUNCTION:NAME\n  1  29684      :tick-60s \n\n  app`main\n  2\n';
    expect(await stacksOf(text)).toEqual(['app`main 2']);
  });

  it('keep arguments and type parameters, which stackcollapse.pl cuts off', async () => {
    const text = '\n  app`<a::A<T> as b::B>::poll::h0123+0x4\n  app`a::f(int, char*)+0x1\n  1\n';
    expect(await stacksOf(text)).toEqual([
      'app`a::f(int, char*);app`<a::A<T> as b::B>::poll::h0123 1',
    ]);
  });

  it('part what Java inlined, but not operator-> and not a Rust return type', async () => {
    const text = '\n  t`foo->bar\n  t`P::operator->()\n  t`call::<fn() -> T>\n  1\n';
    const { profiles } = await read(text);
    expect(stackLines(profiles[0]!)).toEqual([
      't`call::<fn() -> T>;t`P::operator->();t`foo;bar_[i] 1',
    ]);
    expect(profiles[0]!.frames.details.map((detail) => detail?.inlined)).toContain(true);
  });

  it('without a count at the end of the file are left out, and said', async () => {
    const { profiles, issues } = await read('\n  app`main\n  1\n\n  app`lost\n  app`main\n');
    expect(stackLines(profiles[0]!)).toEqual(['app`main 1']);
    expect(issueCodes(issues)).toEqual(['truncated:6']);
  });

  it('name the library of each frame', async () => {
    const { profiles } = await read('\n  libc.so.1`read\n  0x1234\n  1\n');
    expect(profiles[0]!.frames.details).toEqual([{ library: 'libc.so.1' }, undefined]);
  });

  it('none at all is an error', async () => {
    await expect(read('dtrace: script matched 1 probe\n')).rejects.toMatchObject({
      code: 'no-samples',
    });
  });
});

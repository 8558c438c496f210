import { expect, test } from 'vitest';
import { waitCases, waitTowerOf } from '../../../src/components/widgets/idle-or-contended/waits.ts';
import { loadSample } from '../../../src/lib/site/samples.ts';

test.each(waitCases.map((wait) => [wait.id, wait] as const))(
  'the tower of %s leads from its caller up to a wait',
  async (_, wait) => {
    const { frames, weight } = waitTowerOf(await loadSample(wait.sample), wait, 'en');
    expect(frames[0]?.name).toContain(wait.caller.split('::').at(-1));
    expect(frames.at(-1)?.name).toMatch(/^(futex_wait|__psynch_cvwait)$/);
    expect(weight).toMatch(/\d/);
  },
);

test('a wait that a recording does not have is refused', async () => {
  const [first] = waitCases;
  const profile = await loadSample('shutdown-waiting');
  expect(() => waitTowerOf(profile, first!, 'en')).toThrow(); // the list is not empty
});

import { expect, test } from 'vitest';
import { withoutHashes } from '../../../../src/lib/site/build/plain-policy.ts';

test('only the hashes of the policy go', () => {
  const page = (policy: string) =>
    `<meta http-equiv="content-security-policy" content="${policy}"><p> 'sha256-abc=' stays</p>`;
  expect(withoutHashes(page("script-src 'self' 'sha256-a+/Z0=' 'wasm-unsafe-eval'; x"))).toBe(
    page("script-src 'self' 'wasm-unsafe-eval'; x"),
  );
});

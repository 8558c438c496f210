import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Whatever turns a string into markup. The page's policy refuses them at run time; this says so earlier. */
const sinks =
  /\.(?:innerHTML|outerHTML|srcdoc)\s*=(?!=)(?!\s*trustedMarkup\()|parseFromString\((?!trustedMarkup\()|insertAdjacentHTML|createContextualFragment|document\.write|setHTMLUnsafe/;

test('a string becomes markup only through trustedMarkup', () => {
  const found = globSync('src/**/*.{ts,astro}').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, index) => ({ line, where: `${file}:${index + 1}` }))
      .filter(({ line }) => sinks.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line))
      .map(({ where }) => where),
  );
  expect(found).toEqual([]);
});

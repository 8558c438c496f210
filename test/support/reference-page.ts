/**
 * A page that is never changed, to measure a machine by: its longest task is the first layout of 150
 * paragraphs. What else the machine does, and how fast it is, stretches this task as it stretches a page's.
 */
export function referencePage(): string {
  const words = 'total self sample stack frame caller callee share weight library'.split(' ');
  let seed = 7;
  const word = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `${words[seed % words.length]}${seed % 1000}`;
  };
  const text = (count: number) => Array.from({ length: count }, word).join(' ');
  const paragraphs = Array.from(
    { length: 150 },
    () => `<p>${text(30)} <i>${text(3)}</i> <b>${text(4)}</b></p>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Reference</title>${paragraphs.join('')}`;
}

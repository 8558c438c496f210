import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The parts of AutoCorrect's WebAssembly glue that are needed here; it ships without types for them. */
interface Glue {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  format(text: string): string;
}

const resolve = createRequire(import.meta.url).resolve;
const folder = '@huacnlee/autocorrect/autocorrect_bg';
const glue = (await import(resolve(`${folder}.js`))) as Glue;
const { instance } = await WebAssembly.instantiate(readFileSync(resolve(`${folder}.wasm`)), {
  './autocorrect_bg.js': glue as unknown as WebAssembly.ModuleImports,
});
glue.__wbg_set_wasm(instance.exports);

/** A Chinese text with its punctuation full-width and a space between 汉字 and Latin or digits. */
export function autocorrect(text: string): string {
  return glue.format(text);
}

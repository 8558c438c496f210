import { ImportError } from './import-error.ts';

interface ForeignFile {
  readonly magic: string;
  readonly what: string;
  readonly advice: string;
}

const unpackIt = 'Unpack it first and open the profile inside.';

/** Files that people try to open and that hold no readable profile, by their first bytes. */
const foreignFiles: readonly ForeignFile[] = [
  { magic: 'PK\x03\x04', what: 'a zip archive', advice: unpackIt },
  { magic: 'PK\x05\x06', what: 'an empty zip archive', advice: 'There is nothing in it.' },
  {
    magic: '\x1f\x8b\x08',
    what: 'gzip in gzip',
    advice: 'Unpack it once and open what comes out.',
  },
  { magic: '\x28\xb5\x2f\xfd', what: 'zstd-compressed', advice: unpackIt },
  { magic: '\xfd7zXZ\0', what: 'xz-compressed', advice: unpackIt },
  { magic: 'BZh', what: 'bzip2-compressed', advice: unpackIt },
  { magic: '7z\xbc\xaf\x27\x1c', what: 'a 7z archive', advice: unpackIt },
  {
    magic: 'PERFILE2',
    what: 'the binary file that perf record writes',
    advice: 'Run "perf script -i perf.data > out.perf" and open out.perf.',
  },
  {
    magic: 'PERFFILE',
    what: 'the binary file that an old perf record wrote',
    advice: 'Run "perf script -i perf.data > out.perf" and open out.perf.',
  },
  {
    magic: 'SIMPLEPERF',
    what: 'a binary simpleperf report',
    advice: 'Write it as text with "report_sample.py" of simpleperf and open that.',
  },
  {
    magic: 'Flat profile:',
    what: 'a gprof report, which counts calls between pairs of functions and has no stacks',
    advice: 'Record stacks instead, for instance with "perf record -g".',
  },
  {
    magic: 'MMPD',
    what: 'a binary profile of rustc (-Z self-profile)',
    advice: 'Turn it into a Chrome trace with "crox" of rust-lang/measureme and open that.',
  },
  { magic: '\x7fELF', what: 'a program or library (ELF)', advice: 'Open its profile instead.' },
  { magic: '\x89PNG', what: 'a picture (PNG)', advice: 'Open the SVG or the profile instead.' },
  {
    magic: '\xff\xd8\xff',
    what: 'a picture (JPEG)',
    advice: 'Open the SVG or the profile instead.',
  },
  { magic: '%PDF', what: 'a PDF', advice: 'Open the SVG or the profile instead.' },
];

/** The error for a file that is known to be something else; undefined for all others. */
export function findForeignFile(bytes: Uint8Array): ImportError | undefined {
  const found = foreignFiles.find(({ magic }) => startsWith(bytes, magic));
  if (found === undefined) return undefined;
  return new ImportError(
    'not-a-profile',
    `This is ${found.what}, not a profile that can be read.`,
    {
      byte: 0,
      advice: found.advice,
    },
  );
}

/** Whether the first bytes are these characters (U+0000 to U+00FF, one byte each). */
function startsWith(bytes: Uint8Array, magic: string): boolean {
  if (bytes.length < magic.length) return false;
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false;
  return true;
}

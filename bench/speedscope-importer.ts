import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const version = '1.25.0';
const cache = '.cache/bench';

export type Importer = (bytes: Uint8Array<ArrayBuffer>, fileName: string) => Promise<unknown>;

/**
 * speedscope's own importer, out of its released bundle, installed into a cache folder: it is a
 * peer to compare with, not a dependency. Undefined where it cannot be had.
 */
export function findSpeedscope(): Importer | undefined {
  try {
    return importerOf(installedBundle());
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.log(`speedscope ${version} is left out: ${why}`);
    return undefined;
  }
}

function installedBundle(): string {
  const release = join(cache, 'node_modules/speedscope/dist/release');
  if (!existsSync(release)) {
    console.log(`Installing speedscope ${version} into ${cache} …`);
    const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', cache];
    execFileSync('npm', ['install', ...options, `speedscope@${version}`], { stdio: 'pipe' });
  }
  const file = readdirSync(release).find((name) => /^speedscope-\w+\.js$/.test(name));
  if (file === undefined) throw new Error('its bundle is not where it was');
  return readFileSync(join(release, file), 'utf8');
}

/** The bundle is a program for a page: it is run without its last line, which draws the page. */
function importerOf(bundle: string): Importer {
  const [, load, names] = /\.then\(\(\)=>\((\w+)\(\),(\w+)\)\)/.exec(bundle) ?? [];
  const draws = bundle.lastIndexOf('console.log(`speedscope v');
  if (load === undefined || draws < 0) throw new Error('its bundle has another shape');
  const program = `${bundle.slice(0, draws)}take((${load}(),${names}))})();`;
  let taken: unknown;
  const page: Record<string, unknown> = {
    take: (importers: unknown) => (taken = importers),
    console: { ...console, log: () => undefined },
    window: anything(['Long', 'dcodeIO']), // what protobufjs asks of a page, and no page has
    document: anything(),
    location: { hash: '', protocol: 'file:' },
    navigator: { platform: '' },
    localStorage: anything(),
    HTMLElement: class {},
    self: {},
  };
  new Function(...Object.keys(page), program)(...Object.values(page));
  const { importProfilesFromArrayBuffer: read } = taken as {
    importProfilesFromArrayBuffer(name: string, buffer: ArrayBuffer): Promise<unknown>;
  };
  return (bytes, fileName) => read(fileName, bytes.buffer);
}

/** Stands for the page's objects: every member, but those `without`, and every call gives the same again. */
function anything(without: readonly (string | symbol)[] = []): unknown {
  const target = (): void => undefined;
  const stub: unknown = new Proxy(target, {
    get: (_, key) => {
      if (without.includes(key)) return undefined;
      return key === Symbol.toPrimitive ? () => '' : stub;
    },
    apply: () => stub,
    construct: () => stub as object,
    set: () => true,
  });
  return stub;
}

import { createViteServer } from 'vitest/node';

/**
 * A module of the site as the build reads it: `loadSource('src/lib/lab/index.ts')`. The lab and the
 * pages gather their words with `import.meta.glob`, which Playwright, reading a source by itself, does not know.
 */
export async function loadSource<Module>(path: string): Promise<Module> {
  const server = await createViteServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return (await server.ssrLoadModule(`/${path}`)) as Module;
  } finally {
    await server.close();
  }
}

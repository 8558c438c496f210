import type { APIRoute } from 'astro';
import { formats } from '../../lib/flame/index.ts';
import { htmlLang, isLocale, localizedPath, sitePath, uiFor } from '../../lib/i18n/index.ts';
import { localePaths } from '../../lib/site/locale-paths.ts';
import { lightColor } from '../../lib/site/pictures/light-colors.ts';

export const getStaticPaths = localePaths;

/** Types of the endings that have one of their own; a profiler's files mostly have none. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'application/xml',
};

/** What a file manager may open with the installed site: every ending that the library can read. */
function acceptedFiles(): Record<string, string[]> {
  const accepted: Record<string, string[]> = { 'application/gzip': ['.gz'] };
  const endings = new Set(formats.flatMap(({ extensions }) => extensions));
  for (const ending of [...endings].sort()) {
    // Of `profile.speedscope.json` a system compares the last part.
    if (ending.includes('.')) continue;
    (accepted[types[ending] ?? 'application/octet-stream'] ??= []).push(`.${ending}`);
  }
  return accepted;
}

/** Makes the site installable, in the language of the page that it is installed from. */
export const GET: APIRoute = ({ params: { locale } }) => {
  if (!isLocale(locale)) throw new Error(`${String(locale)} is no language of the site`);
  const { site } = uiFor(locale);
  const icon = (name: string, size: number, purpose: string) => ({
    src: sitePath(`icons/${name}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: sitePath(''),
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: htmlLang(locale),
    dir: 'ltr',
    start_url: localizedPath(locale),
    scope: sitePath(''),
    display: 'minimal-ui',
    background_color: lightColor('paper'),
    theme_color: lightColor('paper'),
    icons: [
      icon('icon-192', 192, 'any'),
      icon('icon-512', 512, 'any'),
      icon('icon-maskable-512', 512, 'maskable'),
    ],
    file_handlers: [{ action: localizedPath(locale, 'lab/'), accept: acceptedFiles() }],
    // A profile opens a window of its own: a lesson that is being read stays.
    launch_handler: { client_mode: ['navigate-new', 'auto'] },
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};

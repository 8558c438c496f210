import { build } from '../../widgets/flame-graph/build-element.ts';

/** A way to each part of a long reading. The address stays: it belongs to the graph. */
export function buildContents(label: string, headings: readonly HTMLElement[]): HTMLElement {
  const links = headings.map((heading) => {
    const link = build('a', { href: `#${heading.id}` }, heading.textContent);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
    });
    return build('li', {}, link);
  });
  return build(
    'nav',
    { class: 'lab-contents', 'aria-label': label },
    build('ul', { role: 'list' }, ...links),
  );
}

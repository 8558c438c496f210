import { build } from '../../widgets/flame-graph/build-element.ts';

/** Where a part begins: the id of its heading, and what that says. */
export interface PartHeading {
  readonly id: string;
  readonly text: string;
}

/** A way to each part of a long reading. The address stays: it belongs to the graph. */
export function buildContents(label: string, headings: readonly PartHeading[]): HTMLElement {
  const links = headings.map(({ id, text }) => {
    const link = build('a', { href: `#${id}` }, text);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const heading = document.getElementById(id);
      if (heading === null) return; // it is still being built
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

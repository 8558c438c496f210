/** Attributes that say of the file in `src` what it is. */
const sayings = ['label', 'kinds', 'sample', 'after'];

/**
 * Takes away what is of the profile before: the picture and the table that the server painted, and what the
 * attributes say of it, unless the page has set them anew since `before`. Without `src` they are said of whatever
 * is shown.
 */
export function forgetProfile(host: HTMLElement, before: Node | undefined): void {
  for (const part of host.querySelectorAll('.flame-table, .flame-picture > svg')) part.remove();
  if (!host.hasAttribute('src') || !(before instanceof Element)) return;
  for (const name of sayings) {
    if (host.getAttribute(name) === before.getAttribute(name)) host.removeAttribute(name);
  }
}

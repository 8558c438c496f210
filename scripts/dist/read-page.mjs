// One built page as a browser meets it: what it links and loads, what it says of itself, and what must not be in it.
import { parse } from 'parse5';

/**
 * @param {string} html
 * @returns its ids, links, anchors, scripts and styles, what its head says, and `faults`: sentences on
 *   what the content security policy would block, ids that stand twice, Markdown that is left over, and typewriter’s
 *   apostrophes
 */
export function readPage(html) {
  const head = { title: '', alternates: new Map(), structured: [], preview: new Map(), headings: 0 };
  const page = { head, ids: new Set(), links: [], anchors: [], scripts: [], styles: [], faults: [] };
  for (const node of nodesOf(parse(html))) {
    readId(page, node);
    const fault = faultOf(node);
    if (fault !== undefined) page.faults.push(fault);
    if (node.tagName === undefined) continue;
    readLinks(page, node);
    headReaders[node.tagName]?.(head, node, (name) => attribute(node, name));
  }
  return page;
}

/** All elements and texts of a document, in order, without recursion. */
function* nodesOf(document) {
  const waiting = [document];
  while (waiting.length > 0) {
    const node = waiting.pop();
    yield node;
    const children =
      node.tagName === 'template' ? node.content.childNodes : (node.childNodes ?? []);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]);
  }
}

const attribute = (node, name) => node.attrs?.find((attr) => attr.name === name)?.value;

function readId(page, node) {
  const id = attribute(node, 'id');
  if (id === undefined) return;
  if (page.ids.has(id)) page.faults.push(`id "${id}" stands twice`);
  page.ids.add(id);
}

/** A straight apostrophe inside a word, or a narrow mark after a Chinese character. */
const typewritten = /[a-z]+'[a-z]+|.?\p{Script=Han}[,;:?!]/iu;

function faultOf(node) {
  if (attribute(node, 'style') !== undefined) return `<${node.tagName}> has a style attribute`;
  if (node.tagName === 'style') return 'has an inline style sheet';
  if (node.tagName === 'script' && attribute(node, 'src') === undefined) {
    const type = attribute(node, 'type') ?? 'text/javascript';
    if (/javascript|module/.test(type)) return 'has an inline script';
  }
  if (node.nodeName === '#text' && !isCode(node) && /\*\*|~~/.test(node.value)) {
    return `Markdown is left in the text: "${node.value.trim().slice(0, 60)}"`;
  }
  const typed = node.nodeName === '#text' ? typewritten.exec(node.value) : null;
  if (typed !== null && !isCode(node) && !isName(node)) {
    return `"${typed[0].trim()}" is set as a typewriter would: use ’ or ，；：？！`;
  }
  return undefined;
}

function isCode(node) {
  for (let above = node.parentNode; above; above = above.parentNode) {
    if (['code', 'pre', 'script', 'style', 'title', 'text', 'textarea'].includes(above.tagName))
      return true;
  }
  return false;
}

function isName(node) {
  for (let above = node.parentNode; above; above = above.parentNode) {
    if (attribute(above, 'translate') === 'no') return true;
  }
  return false;
}

function readLinks(page, node) {
  const [href, src] = [attribute(node, 'href'), attribute(node, 'src')];
  for (const link of [href, src]) if (link !== undefined) page.links.push(link);
  if (node.tagName === 'a' && href !== undefined) page.anchors.push(href);
  if (node.tagName === 'script' && src) page.scripts.push(src);
  if (node.tagName !== 'link') return;
  const rel = attribute(node, 'rel');
  if (rel === 'modulepreload') page.scripts.push(href);
  if (rel === 'stylesheet') page.styles.push(href);
}

/** What the page says of itself to programs, by the element that says it. */
const headReaders = {
  html(head, _node, value) {
    head.lang = value('lang');
  },
  h1(head) {
    head.headings++;
  },
  title(head, node) {
    if (node.parentNode.tagName === 'head') head.title = node.childNodes[0]?.value ?? '';
  },
  meta(head, _node, value) {
    if (value('name') === 'description') head.description = value('content');
    if (value('name') === 'robots') head.robots = value('content');
    if (value('property') !== undefined) head.preview.set(value('property'), value('content'));
  },
  link(head, _node, value) {
    if (value('rel') === 'canonical') head.canonical = value('href');
    if (value('hreflang') !== undefined) head.alternates.set(value('hreflang'), value('href'));
  },
  script(head, node, value) {
    if (value('type') !== 'application/ld+json') return;
    head.structured.push(node.childNodes[0]?.value ?? '');
  },
};

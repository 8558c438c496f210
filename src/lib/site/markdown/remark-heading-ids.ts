/*
 * `## 热路径 {#hot-path}`: the same anchor in every language. MDX would read the braces as a
 * JavaScript expression and fail, so the mark is quoted before the parser sees it and taken out
 * of the tree after.
 */

interface MarkdownNode {
  type: string;
  value?: string | undefined;
  depth?: number | undefined;
  children?: MarkdownNode[] | undefined;
  data?: { hProperties?: Record<string, unknown> | undefined } | undefined;
}

interface SourceFile {
  readonly path?: string;
  fail(reason: string, place?: unknown): never;
}

interface ProcessorWithParser {
  // The file only passes through: `never` accepts whatever type the processor gives it.
  parser?: ((document: string, file: never) => unknown) | undefined;
}

const mark = /^(#{1,6}[ \t].*?)[ \t]*\{#([a-z][a-z0-9-]*)\}[ \t]*$/;
const fence = /^\s{0,3}(`{3,}|~{3,})/;

/** Quotes the marks outside code fences: `{#id}` → `{"#id"}`. */
export function quoteHeadingMarks(source: string): string {
  let open: string | undefined;
  return source
    .split('\n')
    .map((line) => {
      const ticks = fence.exec(line)?.[1];
      if (ticks !== undefined) {
        if (open === undefined) open = ticks;
        else if (ticks.startsWith(open)) open = undefined;
        return line;
      }
      return open === undefined ? line.replace(mark, '$1 {"#$2"}') : line;
    })
    .join('\n');
}

/** The id that a heading carries; its mark is removed from the heading. */
function takeHeadingId(heading: MarkdownNode): string | undefined {
  const last = heading.children?.at(-1);
  const id = /^"#([a-z][a-z0-9-]*)"$/.exec(last?.value ?? '')?.[1];
  if (last?.type !== 'mdxTextExpression' || id === undefined) return undefined;
  heading.children?.pop();
  const before = heading.children?.at(-1);
  if (before?.type === 'text' && before.value !== undefined) before.value = before.value.trimEnd();
  return id;
}

function headingsOf(root: MarkdownNode): MarkdownNode[] {
  const headings: MarkdownNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'heading') headings.push(node);
    else waiting.push(...(node.children ?? []));
  }
  return headings.reverse();
}

/**
 * A remark plugin. Fails the build where a heading of a lesson has no id, or one that another
 * heading has: links into a lesson would break in one of the languages.
 */
export function remarkHeadingIds(this: ProcessorWithParser) {
  const parse = this.parser;
  if (parse === undefined) throw new Error('remarkHeadingIds must come after the parser.');
  this.parser = (document, file) => parse(quoteHeadingMarks(document), file);

  return (tree: MarkdownNode, file: SourceFile): void => {
    const known = new Set<string>();
    for (const heading of headingsOf(tree)) {
      const id = takeHeadingId(heading);
      if (id === undefined) {
        if (/content\/lessons\//.test(file.path ?? '')) {
          file.fail(
            'This heading has no id: end it with {#its-id}, the same in each language.',
            heading,
          );
        }
        continue;
      }
      if (known.has(id)) file.fail(`Two headings have the id "${id}".`, heading);
      known.add(id);
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
    }
  };
}

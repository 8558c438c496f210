import type { ShikiTransformer } from 'shiki';

/**
 * Highlighted code by classes: the site's policy allows no style attribute. With Shiki's
 * `css-variables` theme each token says `color:var(--astro-code-token-string)`, which becomes
 * `class="tok-string"`; tokens.css gives the colours for both themes.
 */
export const codeTokenClasses: ShikiTransformer = {
  name: 'code-token-classes',
  preprocess(_code, options) {
    // Shiki gives up on a line after 500 ms and says nothing: a loaded machine would build other colours.
    options.tokenizeTimeLimit = 0;
  },
  span(node) {
    const style = String(node.properties['style'] ?? '');
    const token = /--astro-code-token-([a-z-]+)/.exec(style)?.[1];
    delete node.properties['style'];
    const [text] = node.children;
    // On paper long lines are wrapped, and `--` would be parted.
    const isOption = text?.type === 'text' && /^\s*--?[\w-]*$/.test(text.value);
    if (token !== undefined) {
      node.properties['class'] = `tok-${token}${isOption ? ' whole' : ''}`;
    }
  },
  root(root) {
    for (const node of root.children) {
      if (node.type === 'element') delete node.properties['style'];
    }
  },
};

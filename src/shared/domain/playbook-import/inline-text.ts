import type { Nodes } from 'mdast';

/** The text of a node and all in it, as a reader sees it: markup gone, an address kept where it says more. */
export function textOf(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('');
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'break') {
    parts.push('\n');
  } else if (node.type === 'image' || node.type === 'imageReference') {
    parts.push(node.alt ?? '');
  } else if ('value' in node) {
    parts.push(node.value);
  } else if ('children' in node) {
    const isBlock = BLOCKS.has(node.type);
    node.children.forEach((child, index) => {
      if (isBlock && index > 0) parts.push('\n');
      collect(child, parts);
    });
  }
}

const BLOCKS: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'table',
]);

/** What stands in bold at the very beginning of a node; empty where nothing does. */
export function firstBold(node: Nodes): string {
  if (!('children' in node)) return '';
  const [first] = node.children;
  if (first?.type === 'strong') return textOf(first);
  // CommonMark sees no bold where a bracket ends it and a letter follows, as Korean particles do.
  return first?.type === 'text' ? (/^\*\*([^*\n]{1,80})\*\*/.exec(first.value)?.[1] ?? '') : '';
}

/** The line that a node begins on, from 1. */
export function lineOf(node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number {
  return node.position?.start.line ?? 1;
}

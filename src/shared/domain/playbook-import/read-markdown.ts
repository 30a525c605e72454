import type {
  Blockquote,
  Code,
  Heading,
  List,
  ListItem as ListItemNode,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { readBoxLines } from './box-lines.ts';
import type { Block, DocumentSection, ListItem } from './document.ts';
import { firstBold, lineOf, textOf } from './inline-text.ts';
import { MAX_ENTRIES } from './limits.ts';

/** How deep nested lists are followed; deeper ones are text of their item. */
const MAX_LIST_DEPTH = 6;

/**
 * The sections of a Markdown text (CommonMark, GFM, YAML front matter), by its headings.
 * @param firstLine of the text in its file, where it stands inside a fence
 */
export function readMarkdown(text: string, firstLine = 1): DocumentSection[] {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  return sectionsOf(tree, text.split('\n'), firstLine - 1);
}

interface OpenSection {
  readonly heading: Heading | undefined;
  readonly nodes: RootContent[];
}

function sectionsOf(tree: Root, lines: readonly string[], lineOffset: number): DocumentSection[] {
  const open: OpenSection[] = [{ heading: undefined, nodes: [] }];
  for (const node of tree.children) {
    if (node.type === 'heading') open.push({ heading: node, nodes: [] });
    else open.at(-1)?.nodes.push(node);
  }
  const sections: DocumentSection[] = [];
  for (const { heading, nodes } of open) {
    const blocks = mergeProse(nodes.flatMap((node) => blocksOf(node, lines, lineOffset)));
    if (heading === undefined && blocks.length === 0) continue;
    const level = heading?.depth ?? 0;
    sections.push({
      id: sections.length,
      title: heading === undefined ? '' : textOf(heading).replaceAll('\n', ' ').trim(),
      level,
      line: heading === undefined ? (blocks[0]?.line ?? 1) : lineOf(heading) + lineOffset,
      parent: sections.findLast((before) => before.level < level && before.level > 0)?.id,
      inFence: false,
      blocks,
    });
  }
  return sections;
}

function blocksOf(node: RootContent, lines: readonly string[], offset: number): Block[] {
  const line = lineOf(node) + offset;
  switch (node.type) {
    case 'thematicBreak':
      return [];
    case 'paragraph':
      return (
        readBoxLines(textOf(node), line) ?? [
          { kind: 'prose', line, text: textOf(node), term: firstBold(node) },
        ]
      );
    case 'list':
      return [listOf(node, line, offset)];
    case 'table':
      return [tableOf(node, line)];
    case 'code': {
      const language = (node.lang ?? '').toLowerCase();
      return [{ kind: 'code', line, language, text: node.value, open: isOpen(node, lines) }];
    }
    case 'blockquote':
      return [{ kind: 'quote', line, text: quoted(node, lines), term: '' }];
    case 'yaml':
      return [{ kind: 'metadata', line, text: node.value, term: '' }];
    case 'html':
      return [{ kind: 'html', line, text: node.value, term: '' }];
    default:
      return [{ kind: 'reference', line, text: textOf(node), term: '' }];
  }
}

function listOf(list: List, line: number, offset: number): Block {
  if (list.children.length > MAX_ENTRIES) return { kind: 'oversize', line, entries: list.children.length };
  const items = list.children
    .map((item) => itemOf(item, offset, 1))
    .filter(({ text, items: nested }) => text !== '' || nested.length > 0);
  return { kind: 'list', line, ordered: list.ordered === true, items };
}

/** `**Label**: rest`, `Label: rest` or `Label - rest`; a colon within an address or a time is none. */
const LABEL = /^(.{1,80}?)\s*(?::(?=\s|$)|：|\s[-–—]\s)\s*([\s\S]*)$/;

function itemOf(item: ListItemNode, offset: number, depth: number): ListItem {
  const [lead] = item.children;
  const nested = item.children.filter((child) => child.type === 'list');
  const isFollowed = depth < MAX_LIST_DEPTH;
  const own = item.children
    .filter((child) => child.type !== 'list' || !isFollowed)
    .map((child) => textOf(child))
    .join('\n');
  const bold = lead === undefined ? '' : firstBold(lead);
  const [, before = '', after = ''] = LABEL.exec(own) ?? [];
  const label = bold === '' ? before : bold.replace(/[:：]\s*$/, '');
  const rest = bold === '' ? after : own.slice(bold.length).replace(/^\s*(?:[:：]|[-–—](?=\s))?\s*/, '');
  return {
    line: lineOf(item) + offset,
    text: own.trim(),
    label: label.trim(),
    rest: (label === '' ? own : rest).trim(),
    bold: bold !== '',
    isLink: lead?.type === 'paragraph' && lead.children[0]?.type === 'link',
    checked: item.checked ?? boxOf(own),
    items: isFollowed
      ? nested.flatMap((list) =>
          list.children.slice(0, MAX_ENTRIES).map((each) => itemOf(each, offset, depth + 1)),
        )
      : [],
  };
}

/** A box that GFM does not know, such as `- □ text`. */
function boxOf(text: string): boolean | undefined {
  if (/^[□☐▢]/.test(text)) return false;
  return /^[☑☒■✅✔]\s/.test(text) ? true : undefined;
}

function tableOf(table: Table, line: number): Block {
  const [head, ...body] = table.children;
  if (body.length > MAX_ENTRIES) return { kind: 'oversize', line, entries: body.length };
  return {
    kind: 'table',
    line,
    header: (head?.children ?? []).map((cell) => textOf(cell).trim()),
    rows: body.map((row) =>
      row.children.map((cell) => ({ text: textOf(cell).trim(), bold: firstBold(cell) !== '' })),
    ),
  };
}

/** A fence whose last line is none: it runs to the end of what it stands in. */
function isOpen(node: Code, lines: readonly string[]): boolean {
  const last = lines[(node.position?.end.line ?? 1) - 1] ?? '';
  const first = lines[lineOf(node) - 1] ?? '';
  return /^[\s>]*(```|~~~)/.test(first) && !/^[\s>]*(`{3,}|~{3,})\s*$/.test(last);
}

/** What was quoted, as it stands in the file but for its marks: a template keeps its blank lines and its bold. */
function quoted(node: Blockquote, lines: readonly string[]): string {
  return lines
    .slice(lineOf(node) - 1, node.position?.end.line)
    .map((line) => line.replace(/^ {0,3}> ?/, ''))
    .join('\n');
}

/** Prose after prose is one thing to leave out. */
function mergeProse(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const before = merged.at(-1);
    if (block.kind === 'prose' && before?.kind === 'prose' && before.term === '' && block.term === '')
      merged[merged.length - 1] = { ...before, text: `${before.text}\n${block.text}` };
    else merged.push(block);
  }
  return merged;
}

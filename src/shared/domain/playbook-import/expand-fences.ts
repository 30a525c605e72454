import type { Block, CodeBlock, DocumentSection } from './document.ts';
import { MAX_SECTIONS } from './limits.ts';
import { holdsDocument } from './read-code.ts';
import { readMarkdown } from './read-markdown.ts';

/**
 * The sections of a document with those that stand inside its fences: teams keep checklists and guides there. What a
 * fence has before its first heading belongs to the section around it. Ids are given anew, in the order of the file.
 */
export function expandFences(sections: readonly DocumentSection[]): DocumentSection[] {
  const expanded: DocumentSection[] = [];
  const placeOf = new Map<number, number>();
  for (const section of sections) {
    if (expanded.length > MAX_SECTIONS) break;
    const id = expanded.length;
    placeOf.set(section.id, id);
    const parent = section.parent === undefined ? undefined : placeOf.get(section.parent);
    const inner: DocumentSection[] = [];
    const blocks = section.blocks.flatMap((block): readonly Block[] => {
      if (block.kind !== 'code' || !holdsDocument(block)) return [block];
      const [lead, rest] = innerSections(block);
      inner.push(...placed(rest, { id: id + 1 + inner.length, outer: id, level: section.level }));
      return lead;
    });
    expanded.push({ ...section, id, parent, blocks }, ...inner);
  }
  return expanded;
}

function innerSections(fence: CodeBlock): readonly [readonly Block[], readonly DocumentSection[]] {
  const found = readMarkdown(fence.text, fence.line + 1);
  const [first, ...rest] = found;
  return first?.level === 0 ? [first.blocks, rest] : [[], found];
}

/** Ids count on from `id`, and headings from the level of the section around them. */
function placed(
  sections: readonly DocumentSection[],
  { id, outer, level }: { readonly id: number; readonly outer: number; readonly level: number },
): DocumentSection[] {
  const ids = new Map(sections.map((section, index) => [section.id, id + index]));
  return sections.map((section, index) => ({
    ...section,
    id: id + index,
    parent: (section.parent === undefined ? undefined : ids.get(section.parent)) ?? outer,
    level: level + section.level,
    inFence: true,
  }));
}

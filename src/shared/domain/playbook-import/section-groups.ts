import type { DocumentSection } from './document.ts';

/** A section with its siblings; one that holds sections of its own is alone. */
export function groupOf(
  section: DocumentSection,
  sections: readonly DocumentSection[],
): readonly DocumentSection[] {
  if (section.parent === undefined || (sections[section.parent]?.parent === undefined && !section.inFence))
    return [section];
  return sections.filter(({ parent, level }) => parent === section.parent && level === section.level);
}

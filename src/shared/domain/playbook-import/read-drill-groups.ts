import type { DocumentSection } from './document.ts';
import type { Content } from './report.ts';
import { groupOf } from './section-groups.ts';
import { taken, type Verdict } from './verdict.ts';
import { textsOf } from './list-texts.ts';

const FEWEST_LISTS = 3;

/**
 * Drills where no word names them (process document 8.2): sections side by side of one list each, of which one is
 * counted. That one are the scenarios; what is before them says what they are for, what is after them by which rules.
 * Only lists that are nothing else, and only where the document names no drills: it is the faintest of marks.
 */
export function withDrillGroups(
  sections: readonly DocumentSection[],
  verdicts: readonly (readonly Verdict[])[],
): readonly (readonly Verdict[])[] {
  const isNamed = verdicts
    .flat()
    .some((verdict) => verdict.outcome === 'taken' && verdict.content.kind === 'drills');
  if (isNamed) return verdicts;
  const read = [...verdicts];
  const seen = new Set<number>();
  for (const section of sections) {
    if (seen.has(section.id)) continue;
    const group = groupOf(section, sections);
    for (const { id } of group) seen.add(id);
    const counted = countedIn(group, verdicts);
    if (counted === undefined) continue;
    for (const each of group) {
      const place = each.id - counted.id;
      const part = place === 0 ? 'scenarios' : place < 0 ? 'purpose' : 'principles';
      read[each.id] = asPart(part, each, verdicts[each.id] ?? []);
    }
  }
  return read;
}

type Part = Extract<Content, { kind: 'drills' }>['part'];

function asPart(part: Part, { blocks }: DocumentSection, verdicts: readonly Verdict[]): Verdict[] {
  return blocks.map((block, index) => {
    const verdict = verdicts[index] ?? { outcome: 'left-out', why: 'prose' };
    if (block.kind !== 'list') return verdict;
    const content: Content = { kind: 'drills', part, items: textsOf(block) };
    return taken(content, 'low', 'beside-the-like', ...(block.ordered ? (['numbered-steps'] as const) : []));
  });
}

/** The section whose list is counted, where the group is one of a drill. */
function countedIn(
  group: readonly DocumentSection[],
  verdicts: readonly (readonly Verdict[])[],
): DocumentSection | undefined {
  if (group.length < FEWEST_LISTS) return undefined;
  const isOneList = ({ id, blocks }: DocumentSection): boolean =>
    blocks.filter(({ kind }) => kind === 'list').length === 1 &&
    blocks.every((block, index) => {
      const verdict = verdicts[id]?.[index];
      return block.kind === 'list'
        ? verdict?.outcome === 'left-out' && verdict.why === 'unknown-list'
        : block.kind === 'prose';
    });
  const counted = group.filter(({ blocks }) =>
    blocks.some((block) => block.kind === 'list' && block.ordered),
  );
  return counted.length === 1 && group.every(isOneList) ? counted[0] : undefined;
}

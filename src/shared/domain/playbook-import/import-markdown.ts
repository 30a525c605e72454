import { cleanDocument } from './decode.ts';
import type { Block, DocumentProblem, DocumentSection, ListBlock } from './document.ts';
import { expandFences } from './expand-fences.ts';
import { languageOf } from './language-of.ts';
import { findExcess, MAX_SECTIONS } from './limits.ts';
import { readCode, readMessage } from './read-code.ts';
import { withDrillGroups } from './read-drill-groups.ts';
import { readList } from './read-list.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMetadata } from './read-metadata.ts';
import { readTable } from './read-table.ts';
import { placeholderCount } from './read-template.ts';
import type { ImportFinding, ImportReport, ReportSection } from './report.ts';
import { groupOf } from './section-groups.ts';
import { type Grading, gradingOf, severitiesIn } from './severity-labels.ts';
import { leftOut, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';
import { shorten } from '../page/hostile-text.ts';

export type ImportResult =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly problem: DocumentProblem };

const EXCERPT = 240;
/** Of a drawing; the biggest of the built-in document's own is 3,000. */
const DRAWING = 20_000;

/**
 * Reads an incident-response document in Markdown and says, section by section, what of it is taken as what, with which
 * confidence and why, and what is not. By structure: words of a language only add to the confidence. Never throws.
 */
export function importMarkdown(text: string): ImportResult {
  const clean = cleanDocument(text);
  const excess = findExcess(clean);
  if (excess !== undefined) return { ok: false, problem: excess };
  try {
    const sections = expandFences(readMarkdown(clean));
    if (sections.length > MAX_SECTIONS) return { ok: false, problem: { code: 'too-many-sections' } };
    return { ok: true, report: reportOf(sections, clean) };
  } catch (error) {
    // The parser, or what follows it, recursed past the stack: what is nested so deep has no meaning here.
    return { ok: false, problem: { code: error instanceof RangeError ? 'too-deep' : 'failed' } };
  }
}

function reportOf(sections: readonly DocumentSection[], text: string): ImportReport {
  const grading = gradingOf(text);
  const headings = sections.map(({ title }) => withoutNumber(title)).filter((title) => title !== '');
  const first = readAll(sections, { grading, headings, roleNames: [] });
  const roleNames = first
    .flat()
    .flatMap((verdict) =>
      verdict.outcome === 'taken' && verdict.content.kind === 'roles'
        ? verdict.content.rows.flatMap(({ title }) => namesOf(title))
        : [],
    );
  const verdicts = withDrillGroups(
    sections,
    readAll(sections, { grading, roleNames: [...new Set(roleNames)], headings }),
  );
  const found = sections.map((section, index) => withFindings(section, verdicts[index] ?? []));
  const title = titleOf(verdicts.flat()) ?? sections.find(({ level }) => level > 0)?.title ?? '';
  return { language: languageOf(text), title, ...grading, sections: found };
}

interface Known {
  readonly grading: Grading;
  readonly roleNames: readonly string[];
  readonly headings: readonly string[];
}

function readAll(sections: readonly DocumentSection[], known: Known): Verdict[][] {
  let hasSeverities = false;
  return sections.map((section) => {
    const around = { ...surroundingsOf(section, sections, known), hasSeverities };
    let listsBefore = 0;
    return section.blocks.map((block) => {
      const index = around.place.index + listsBefore;
      if (block.kind === 'list') listsBefore += 1;
      const verdict = readBlock(block, { ...around, hasSeverities, place: { ...around.place, index } });
      if (verdict.outcome === 'taken' && verdict.content.kind === 'severities') hasSeverities = true;
      return verdict;
    });
  });
}

function readBlock(block: Block, around: Surroundings): Verdict {
  switch (block.kind) {
    case 'table':
      return readTable(block, around);
    case 'list':
      return readList(block, around);
    case 'code':
      return readCode(block, around);
    case 'quote':
      return placeholderCount(block.text) > 0 ? readMessage(block.text, around) : leftOut('prose');
    case 'metadata':
      return readMetadata(block.text);
    case 'prose':
      return block.term !== '' &&
        !around.hasSeverities &&
        around.titles.length > 0 &&
        isDefinition(around.titles)
        ? taken(
            { kind: 'definition', text: block.text.replaceAll('**', '').replaceAll('\n', ' ') },
            titled(HINTS.definition, around.titles) ? 'high' : 'low',
            'bold-term',
          )
        : leftOut('prose');
    case 'html':
      return leftOut('html');
    case 'reference':
      return leftOut('reference');
    case 'oversize':
      return leftOut('too-long');
  }
}

function isDefinition(titles: readonly string[]): boolean {
  return titled(HINTS.definition, titles.slice(0, 2)) || /incident|인시던트|장애/i.test(titles[0] ?? '');
}

function surroundingsOf(
  section: DocumentSection,
  sections: readonly DocumentSection[],
  { grading, roleNames, headings }: Known,
): Omit<Surroundings, 'hasSeverities'> {
  const group = groupOf(section, sections);
  const lists = group.flatMap(({ blocks }) =>
    blocks.filter((block): block is ListBlock => block.kind === 'list'),
  );
  const before = group
    .filter(({ id }) => id < section.id)
    .reduce((count, { blocks }) => count + blocks.filter(({ kind }) => kind === 'list').length, 0);
  return {
    grading,
    titles: titlesOver(section, sections),
    roleNames,
    headings,
    isBesideTimes: section.inFence && lists.some((list) => isOfTimes(list, grading)),
    place: { index: before, count: lists.length, ordered: lists.filter(({ ordered }) => ordered).length },
  };
}

/** Lists that speak of several severities each are about when something is due after an incident. */
function isOfTimes({ items }: ListBlock, grading: Grading): boolean {
  return (
    items.length > 0 &&
    items.every(
      ({ text, items: nested }) => nested.length === 0 && severitiesIn(text.slice(0, 24), grading).length > 1,
    )
  );
}

function titlesOver(section: DocumentSection, sections: readonly DocumentSection[]): string[] {
  const titles: string[] = [];
  let current: DocumentSection | undefined = section;
  while (current !== undefined && titles.length < 8) {
    // The first heading over all is the document's own name: it says nothing of a part.
    const isName: boolean = current.level === 1 && !current.inFence;
    if (current.title !== '' && !(isName && titles.length > 0)) titles.push(withoutNumber(current.title));
    current = current.parent === undefined ? undefined : sections[current.parent];
  }
  return titles;
}

/** `3.1 Roles` and `3) Roles` as `Roles`. */
function withoutNumber(title: string): string {
  return title.replace(/^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVX]{1,5}\.)\s+/, '').trim();
}

/** `Incident Commander (IC)`, in full and for short. */
function namesOf(title: string): string[] {
  const [, full = '', short = ''] = /^(.*?)\s*\(([^()]{1,12})\)\s*$/.exec(title) ?? [];
  return full === '' ? [title] : [full, short];
}

function titleOf(verdicts: readonly Verdict[]): string | undefined {
  for (const verdict of verdicts) {
    if (verdict.outcome === 'taken' && verdict.content.kind === 'metadata') return verdict.content.title;
  }
  return undefined;
}

function withFindings(section: DocumentSection, verdicts: readonly Verdict[]): ReportSection {
  const { id, title, level, line, inFence, blocks } = section;
  const findings = blocks.map((block, index): ImportFinding => {
    const verdict = verdicts[index] ?? leftOut('prose');
    const place = { id: `${id}.${index}`, line: block.line };
    const text = 'text' in block ? block.text : '';
    if (verdict.outcome === 'taken') return { ...place, ...verdict };
    if (verdict.outcome === 'left-out')
      return { ...place, ...verdict, excerpt: shorten(excerptOf(block), EXCERPT) };
    const language = block.kind === 'code' ? block.language : '';
    return { ...place, ...verdict, language, text: shorten(text, DRAWING) };
  });
  const empty: ImportFinding = { id: `${id}.0`, line, outcome: 'left-out', why: 'no-text', excerpt: '' };
  return { id, title, level, line, inFence, findings: findings.length > 0 ? findings : [empty] };
}

function excerptOf(block: Block): string {
  if ('text' in block) return block.text;
  if (block.kind === 'table') return block.header.join(' | ');
  return block.kind === 'list'
    ? block.items
        .slice(0, 4)
        .map(({ text }) => text)
        .join(' · ')
    : String(block.entries);
}

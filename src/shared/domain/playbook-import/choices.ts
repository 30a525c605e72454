import type { Playbook, PlaybookLanguage } from '../playbook/schema.ts';
import { writeDuration } from './durations.ts';
import { milestonesByOrder } from './read-stages.ts';
import { levelsInDrawing, type EscalationLevel } from './read-escalation.ts';
import { boxesOfDiagram, characteristicsInDrawing, pairsInCode, timesInDrawing } from './read-drawing.ts';
import type { ImportReport, PersonField, PersonFinding } from './report.ts';
import type { Grading } from './severity-labels.ts';
import { slugOf } from './fresh-id.ts';
import { STAGES } from './word-hints.ts';

/** What a person decides of an import, before anything is saved. */
export interface ImportChoices {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: PlaybookLanguage;
  readonly timeZone: string;
  readonly owner: string;
  /** Findings that are not to be taken after all, by their ids. */
  readonly leftOut: ReadonlySet<string>;
  /** What a person has written for drawings and code, by the name of the blank. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A blank beside a drawing. Several lines where it lists. */
export interface Blank {
  readonly name: string;
  readonly kind:
    | { readonly of: 'characteristics'; readonly severity: string }
    | { readonly of: 'deadline'; readonly severity: string; readonly milestone: string }
    | { readonly of: 'step'; readonly step: string }
    | {
        readonly of: 'level';
        readonly level: number;
        readonly part: 'title' | 'unacknowledged' | 'unresolved' | 'at-once';
      }
    | { readonly of: 'categories' };
  /** What the drawing seems to say; a person looks at it before it counts. */
  readonly suggestion: string;
}

/** What the choices begin with, for a person to change. */
export function firstChoices(report: ImportReport, timeZone: string): ImportChoices {
  const metadata = report.sections
    .flatMap(({ findings }) => findings)
    .flatMap((finding) =>
      finding.outcome === 'taken' && finding.content.kind === 'metadata' ? [finding.content] : [],
    )[0];
  const title = metadata?.title ?? report.title;
  const [major = '1', minor = '0', patch = '0'] =
    /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(metadata?.version ?? '')?.slice(1) ?? [];
  return {
    id: slugOf(title) || 'imported-playbook',
    title,
    version: [major, minor, patch].map((part) => Number(part || 0)).join('.'),
    language: report.language,
    timeZone,
    owner: metadata?.owner ?? '',
    leftOut: new Set(),
    answers: {},
  };
}

/** The blanks beside a drawing or a piece of code, for the field that it is probably about. */
export function blanksOf(
  { field, text }: Pick<PersonFinding, 'field' | 'text'>,
  base: Playbook,
  grading: Grading,
): Blank[] {
  switch (field) {
    case 'characteristics': {
      const found = characteristicsInDrawing(text, grading);
      return base.severities.map(({ id }) => ({
        name: `characteristics.${id}`,
        kind: { of: 'characteristics', severity: id },
        suggestion: (found.get(id) ?? []).join('\n'),
      }));
    }
    case 'deadlines':
      return deadlineBlanks(text, base, grading);
    case 'lifecycle':
      return stepBlanks(text, base);
    case 'escalation':
      return levelBlanks(levelsInDrawing(text, grading));
    case 'categories': {
      const suggestion = pairsInCode(text)
        .map(({ key, words }) => `${key}: ${words}`)
        .join('\n');
      return [{ name: 'categories', kind: { of: 'categories' }, suggestion }];
    }
    case 'none':
      return [];
  }
}

/** The blank of a deadline. */
export function deadlineName(severity: string, milestone: string): string {
  return `deadline.${severity}.${milestone}`;
}

function deadlineBlanks(text: string, { severities, milestones }: Playbook, grading: Grading): Blank[] {
  const times = timesInDrawing(text, grading);
  const asked = milestones.filter(({ marks }) => marks !== 'detection');
  return severities.flatMap(({ id }) => {
    const figures = times.get(id) ?? [];
    const order = milestonesByOrder(figures.length);
    return asked.map((milestone): Blank => {
      const ms = figures[order.findIndex((each) => each === milestone.id)];
      return {
        name: deadlineName(id, milestone.id),
        kind: { of: 'deadline', severity: id, milestone: milestone.id },
        suggestion: ms === undefined ? '' : writeDuration(ms),
      };
    });
  });
}

/** A step by its title; the drawing's own words where it names the same step, or one that stands for its milestone. */
function stepBlanks(text: string, { lifecycle }: Playbook): Blank[] {
  const steps = lifecycle?.steps ?? [];
  const titles = new Set(steps.map(({ title }) => title));
  const boxes = boxesOfDiagram(text).filter((name) => !name.endsWith('?') && !titles.has(name));
  return steps.map(({ id, title, milestone }) => {
    const stage = STAGES.find(([stands]) => stands === milestone)?.[1];
    const other = stage === undefined ? -1 : boxes.findIndex((name) => stage.test(name));
    const [named] = other === -1 || text.includes(title) ? [] : boxes.splice(other, 1);
    return { name: `step.${id}`, kind: { of: 'step', step: id }, suggestion: named ?? title };
  });
}

function levelBlanks(levels: readonly EscalationLevel[]): Blank[] {
  return levels.slice(0, 9).flatMap(({ title, calls }, index): Blank[] => {
    const level = index + 1;
    const blank = (
      part: 'title' | 'unacknowledged' | 'unresolved' | 'at-once',
      suggestion: string,
    ): Blank => ({
      name: `level.${level}.${part}`,
      kind: { of: 'level', level, part },
      suggestion,
    });
    const time = (ms: number | undefined): string => (ms === undefined ? '' : writeDuration(ms));
    if (level === 1) return [blank('title', title)];
    return [
      blank('title', title),
      blank(
        'unacknowledged',
        time(calls.find(({ unacknowledgedMs }) => unacknowledgedMs !== undefined)?.unacknowledgedMs),
      ),
      blank('unresolved', time(calls.find(({ unresolvedMs }) => unresolvedMs !== undefined)?.unresolvedMs)),
      blank(
        'at-once',
        calls
          .filter(
            ({ unacknowledgedMs, unresolvedMs }) =>
              unacknowledgedMs === undefined && unresolvedMs === undefined,
          )
          .map(({ text, severities = [] }) => (severities.length > 0 ? severities.join(', ') : text))
          .join('\n'),
      ),
    ];
  });
}

/** The drawing of each field that a person fills: the first of them, where there are several. */
export function drawingsOf(report: ImportReport): ReadonlyMap<PersonField, PersonFinding> {
  const found = new Map<PersonField, PersonFinding>();
  for (const finding of report.sections.flatMap(({ findings }) => findings)) {
    if (finding.outcome === 'for-a-person' && finding.field !== 'none' && !found.has(finding.field))
      found.set(finding.field, finding);
  }
  return found;
}

import type { TFunction } from 'i18next';
import type { Debrief, IncidentDebrief } from '#shared/domain/drill/debrief.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { literal, literalHeading, literalLine } from '#shared/domain/message/literal-line.ts';
import { lineToMarkdown } from '#shared/domain/message/markdown.ts';
import { markdownTable } from '#shared/domain/message/markdown-table.ts';
import type { DebriefWords } from './debrief-words.ts';

/** A debrief as a Markdown document. Nothing that people and pages wrote takes effect in it. */
export function debriefMarkdown(t: TFunction, drill: Drill, debrief: Debrief, words: DebriefWords): string {
  const parts = [
    heading(1, t('drill.marked', { title: t('drill.debrief.title', { title: drill.title }) })),
    words.facts(drill, debrief).map(factLine).join('\n'),
    ...(debrief.lateSteps > 0 ? [t('drill.debrief.lateSteps', { count: debrief.lateSteps })] : []),
    ...(debrief.incidents.length === 0 ? [t('drill.debrief.noIncident')] : []),
    ...debrief.incidents.flatMap((incident) => incidentParts(t, incident, words)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function incidentParts(t: TFunction, incident: IncidentDebrief, words: DebriefWords): string[] {
  const { severity, title, milestones, missedSteps } = incident;
  const head = (['milestone', 'target', 'took', 'result'] as const).map((each) => t(`drill.debrief.${each}`));
  const rows = milestones.map((result) => [
    result.title,
    words.target(result),
    words.took(result),
    words.verdict(result),
  ]);
  return [
    heading(2, `${severity} ${title}`),
    heading(3, t('drill.debrief.milestones')),
    markdownTable([head, ...rows]),
    ...words
      .lists(incident)
      .flatMap(({ heading: of, lines, none }) => [heading(3, of), lines.length === 0 ? none : listOf(lines)]),
    heading(3, t('drill.debrief.steps')),
    ...(missedSteps.length === 0 ? [t('drill.debrief.noSteps')] : []),
    ...missedSteps.flatMap(({ list, items }) => [strongLine(list), listOf(items)]),
  ];
}

function heading(level: number, text: string): string {
  return lineToMarkdown(literalHeading(level, text));
}

function factLine([name, value]: readonly [name: string, value: string]): string {
  const nodes = [{ kind: 'strong', nodes: literal(name) } as const, { kind: 'text', text: ': ' } as const];
  return lineToMarkdown({ kind: 'item', nodes: [...nodes, ...literal(value)] });
}

function strongLine(text: string): string {
  return lineToMarkdown({ kind: 'text', nodes: [{ kind: 'strong', nodes: literal(text) }] });
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => lineToMarkdown(literalLine('item', line))).join('\n');
}

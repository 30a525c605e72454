import type { TFunction } from 'i18next';
import type { Debrief, IncidentDebrief } from '#shared/domain/drill/debrief.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { escapeMarkdown, markdownTable } from '../../ui/markdown-text.ts';
import type { DebriefWords } from './debrief-words.ts';

/** A debrief as a Markdown document. What people and pages wrote is escaped. */
export function debriefMarkdown(t: TFunction, drill: Drill, debrief: Debrief, words: DebriefWords): string {
  const parts = [
    `# ${escapeMarkdown(t('drill.marked', { title: t('drill.debrief.title', { title: drill.title }) }))}`,
    words
      .facts(drill, debrief)
      .map(([name, value]) => `- **${name}**: ${escapeMarkdown(value)}`)
      .join('\n'),
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
    `## ${severity} ${escapeMarkdown(title)}`,
    `### ${t('drill.debrief.milestones')}`,
    markdownTable(head, rows),
    ...words
      .lists(incident)
      .flatMap(({ heading, lines, none }) => [`### ${heading}`, lines.length === 0 ? none : listOf(lines)]),
    `### ${t('drill.debrief.steps')}`,
    ...(missedSteps.length === 0 ? [t('drill.debrief.noSteps')] : []),
    ...missedSteps.flatMap(({ list, items }) => [`**${escapeMarkdown(list)}**`, listOf(items)]),
  ];
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
}

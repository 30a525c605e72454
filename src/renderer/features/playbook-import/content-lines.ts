import type { EscalationCall } from '#shared/domain/playbook-import/read-escalation.ts';
import type { Content, MetricId, SeverityRow } from '#shared/domain/playbook-import/report.ts';
import { writeDuration } from '#shared/domain/playbook-import/durations.ts';

export interface ContentLine {
  readonly label: string;
  readonly text: string;
}

/** What was found, as lines to read: names on the left, what is said of them on the right. */
export function linesOf(content: Content): ContentLine[] {
  switch (content.kind) {
    case 'metadata':
      return [line(content.title ?? '', joined([content.version, content.owner]))];
    case 'definition':
      return [line('', content.text)];
    case 'severities':
      return content.rows.map((row) => line(row.severity, severityText(row)));
    case 'deadlines':
      return content.rows.map(({ severity, times }) =>
        line(
          severity ?? '',
          joined(
            content.stages.map(({ title }, index) => timed(title, times[index])),
            ' · ',
          ),
        ),
      );
    case 'roles':
      return content.rows.map(({ title, purpose, who }) => line(title, joined([purpose, who])));
    case 'duties':
      return [line(joined([content.role, content.group]), listed(content.items))];
    case 'escalation':
      return content.levels.map(({ title, calls }) => line(title, joined(calls.map(callText), ' · ')));
    case 'channels':
      return content.rows.map(({ name, purpose, audience }) => line(name, joined([purpose, audience])));
    case 'contacts':
      return content.rows.map(({ role, who, how }) => line(role, joined([who, how])));
    case 'template':
    case 'post-mortem-template':
      return [line(content.title, content.template.body)];
    case 'status-page':
      return content.states.map(({ title, message }) => line(title, message));
    case 'quick-reference':
    case 'training':
      return [line(content.title, listed(content.items))];
    case 'procedure':
      return [
        line(
          joined([content.severities.join(', '), content.phase, untilText(content.untilMs)]),
          listed(content.items),
        ),
      ];
    case 'rollback':
      return [
        line(content.title, listed(content.criteria)),
        ...content.steps.map(({ text, command }) => line(text, command ?? '')),
      ];
    case 'commands':
      return content.commands.map(({ title, command }) => line(title, command));
    case 'metrics':
      return content.rows.map(({ id, title, description, goal, isGuess }) =>
        // What is guessed by its goal is shown with what it was taken for.
        line(title, joined([joined([description, goal]), isGuess === true ? nameOf(id) : ''], ' → ')),
      );
    case 'meeting':
    case 'drills':
      return [line('', listed(content.items))];
  }
}

const line = (label: string, text: string): ContentLine => ({ label, text });
const listed = (items: readonly string[]): string => items.map((item) => `• ${item}`).join('\n');
const timed = (title: string, ms: number | undefined): string =>
  ms === undefined ? title : `${title} ${writeDuration(ms)}`;
const untilText = (ms: number | undefined): string => (ms === undefined ? '' : `→ ${writeDuration(ms)}`);
const nameOf = (metric: MetricId): string => (metric.startsWith('mtt') ? metric.toUpperCase() : metric);
const callText = ({ text }: EscalationCall): string => text;

function joined(parts: readonly (string | undefined)[], between = ', '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}

function severityText({
  name,
  scope,
  impact,
  response,
  resolution,
  characteristics,
  examples,
}: SeverityRow): string {
  const targets = joined([response, resolution], ' → ');
  const lists = listed([...(characteristics ?? []), ...(examples ?? [])]);
  return joined([joined([name, scope, impact, targets], ' · '), lists], '\n');
}

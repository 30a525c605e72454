import { durationsIn, writeDuration } from './durations.ts';
import type { DraftSource } from './draft-source.ts';
import { type DraftSeverity, lines } from './draft-severities.ts';
import { fieldEntry } from './field-entry.ts';
import { freshId } from './fresh-id.ts';
import { metricEntry } from './read-metrics.ts';
import type { TemplateField } from './read-template.ts';
import { sameName } from './same-name.ts';
import { severitiesIn } from './severity-labels.ts';

interface Role {
  readonly id: string;
  readonly title: string;
}

/** What is for after an incident and between incidents (process document 6 to 8). */
export function draftPractice(
  source: DraftSource,
  severities: readonly DraftSeverity[],
  roles: readonly Role[],
): Record<string, unknown> {
  return {
    postMortem: postMortemOf(source, roles, severities),
    actionCategories: categoriesOf(source),
    metrics: metricsOf(source, severities),
    training: trainingOf(source),
    drills: drillsOf(source),
  };
}

function postMortemOf(
  source: DraftSource,
  roles: readonly Role[],
  severities: readonly DraftSeverity[],
): unknown {
  const [finding] = source.all('post-mortem-template');
  const meeting = source.all('meeting');
  const { postMortem } = source.base;
  if (finding === undefined && meeting.length === 0) {
    source.lacks('post-mortem', 'empty');
    return undefined;
  }
  const [first] = meeting;
  const origin = finding ?? first;
  if (origin !== undefined) source.from('postMortem', origin);
  if (finding === undefined) source.lacks('post-mortem-template', 'default');
  const of = (part: 'attendees' | 'times' | 'principles'): string[] =>
    meeting.filter(({ content }) => content.part === part).flatMap(({ content }) => content.items);
  const fields =
    finding === undefined
      ? postMortem?.fields?.map((field) => fieldEntry(field, roles))
      : finding.content.template.fields.map((field) => documentField(field, roles));
  return {
    title: finding?.content.title || postMortem?.title || source.choices.title,
    meeting: {
      attendees: of('attendees'),
      times: of('times').flatMap((text) => timeEntry(text, source, severities)),
      principles: of('principles'),
    },
    ...(fields === undefined ? {} : { fields }),
    template: finding?.content.template.body ?? postMortem?.template,
  };
}

/** A post-mortem is filled from other things than a message is. */
function documentField({ source, ...field }: TemplateField, roles: readonly Role[]): unknown {
  const isFilled = source !== undefined && source !== 'channel' && source !== 'minutes-since-detection';
  const role = field.type === 'person' ? roles.find(({ title }) => sameName(title, field.label)) : undefined;
  return { ...field, ...(role === undefined ? {} : { role: role.id }), ...(isFilled ? { source } : {}) };
}

function timeEntry(text: string, { grading }: DraftSource, known: readonly DraftSeverity[]): unknown[] {
  const named = severitiesIn(text.slice(0, 24), grading);
  const severities = named.filter((severity) => known.some(({ id }) => id === severity));
  if (severities.length === 0) return [];
  const words = text.replace(/^[^:：]{1,24}[:：]\s*/, '');
  const within = durationsIn(words).at(-1)?.ms;
  const limit = within === undefined || within === 0 ? {} : { within: writeDuration(within) };
  return [{ severities, text: words || text, ...limit }];
}

function categoriesOf(source: DraftSource): unknown {
  const written = lines(source.answers('categories')?.get('categories'));
  if (written === undefined) {
    source.lacks('categories', 'default');
    return source.base.actionCategories;
  }
  const used = new Set<string>();
  return written.map((line) => {
    const [, key = '', title = line] = /^([a-z][a-z0-9-]*)\s*:\s*(.+)$/.exec(line) ?? [];
    const id = freshId(key || title, 'category', used);
    used.add(id);
    return { id, title };
  });
}

function metricsOf(source: DraftSource, severities: readonly DraftSeverity[]): unknown {
  const known = new Set<string>(severities.map(({ id }) => id));
  const seen = new Set<string>();
  const metrics = source.all('metrics').flatMap((finding) =>
    finding.content.rows.flatMap((row) => {
      if (seen.has(row.id)) return [];
      source.from(`metrics.${seen.size}`, finding);
      seen.add(row.id);
      return [metricEntry(row, source.grading, known)];
    }),
  );
  if (metrics.length === 0) source.lacks('metrics', 'empty');
  return metrics.length > 0 ? metrics : undefined;
}

function trainingOf(source: DraftSource): unknown {
  const used = new Set<string>();
  const courses = source.all('training').map((finding, index) => {
    const id = freshId(finding.content.title, 'course', used);
    used.add(id);
    source.from(`training.${index}`, finding);
    const items = finding.content.items.map((text, place) => ({ id: `${id}-${place + 1}`, text }));
    return { id, title: finding.content.title || id, ...everyOf(finding.content.title), items };
  });
  if (courses.length === 0) source.lacks('training', 'empty');
  return courses.length > 0 ? courses : undefined;
}

function everyOf(title: string): { every?: string } {
  if (/quarter|분기/i.test(title)) return { every: '3mo' };
  if (/month|매월|월간|월별/i.test(title)) return { every: '1mo' };
  return /year|annual|매년|연간/i.test(title) ? { every: '12mo' } : {};
}

function drillsOf(source: DraftSource): unknown {
  const found = source.all('drills');
  const [first] = found;
  if (first === undefined) {
    source.lacks('drills', 'empty');
    return undefined;
  }
  source.from('drills', first);
  const of = (part: 'purpose' | 'principles' | 'scenarios'): string[] =>
    found.filter(({ content }) => content.part === part).flatMap(({ content }) => content.items);
  const used = new Set<string>();
  const scenarios = of('scenarios').map((title) => {
    const id = freshId(title, 'scenario', used);
    used.add(id);
    return { id, title };
  });
  return { purpose: of('purpose'), principles: of('principles'), scenarios };
}

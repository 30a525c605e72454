import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { checkPlaybook } from '#shared/domain/playbook/check.ts';
import { formatPath } from '#shared/domain/playbook/problem.ts';
import type { Playbook, PlaybookTemplate } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from './built-in.ts';
import { englishProblemText } from '#shared/i18n/problem-text.ts';

const PLAYBOOK = builtInPlaybook('en');

/** The list with its entry at `index` changed. */
function changed<T>(list: readonly T[], index: number, change: Partial<T>): T[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
}

function withDeadlines(deadlines: Playbook['severities'][number]['deadlines']): Partial<Playbook> {
  return { severities: changed(PLAYBOOK.severities, 0, { deadlines }) };
}

function withTemplate(change: Partial<PlaybookTemplate>): Partial<Playbook> {
  return { templates: changed(PLAYBOOK.templates, 0, change) };
}

const DECLARED_FIELDS = PLAYBOOK.templates[0]?.fields ?? [];
const minutes = (due: number, lateAfter = due) => ({
  due: due * MINUTE_MS,
  lateAfter: lateAfter * MINUTE_MS,
});

const MISFITS: readonly [name: string, change: Partial<Playbook>, path: string, message: string][] = [
  [
    'a severity twice',
    { severities: [...PLAYBOOK.severities, ...PLAYBOOK.severities.slice(0, 1)] },
    'severities[4].id',
    '"SEV-1" is used twice in this list',
  ],
  [
    'a channel twice',
    { channels: [...PLAYBOOK.channels, ...PLAYBOOK.channels.slice(1, 2)] },
    'channels[5].id',
    '"ops-alerts" is used twice in this list',
  ],
  [
    'a field twice',
    withTemplate({ fields: [...DECLARED_FIELDS, ...DECLARED_FIELDS.slice(1, 2)] }),
    'templates[0].fields[6].id',
    '"title" is used twice in this list',
  ],
  [
    'a deadline for a milestone there is none of',
    withDeadlines({ celebrate: minutes(5) }),
    'severities[0].deadlines.celebrate',
    'no milestone is called "celebrate"',
  ],
  [
    'a deadline for detection',
    withDeadlines({ detect: minutes(5) }),
    'severities[0].deadlines.detect',
    'deadlines count from detection: it has none',
  ],
  [
    'late before due',
    withDeadlines({ declare: minutes(5, 4) }),
    'severities[0].deadlines.declare',
    'lateAfter must not be before due',
  ],
  [
    'a number without a unit',
    withDeadlines({ declare: { due: 15, lateAfter: 15 } }),
    'severities[0].deadlines.declare',
    'needs a unit, such as 15m',
  ],
  [
    'a milestone due before the one before it',
    withDeadlines({ acknowledge: minutes(10), declare: minutes(5) }),
    'severities[0].deadlines.declare',
    'SEV-1: due before the milestone that comes before it',
  ],
  [
    'no closure',
    { milestones: PLAYBOOK.milestones.slice(0, 6), severities: PLAYBOOK.severities.slice(2) },
    'milestones',
    'no milestone has "marks: closure"',
  ],
  [
    'a mark twice',
    { milestones: changed(PLAYBOOK.milestones, 3, { marks: 'declaration' }) },
    'milestones[3].marks',
    '"declaration" is marked twice',
  ],
  [
    'marks in another order',
    {
      milestones: changed(changed(PLAYBOOK.milestones, 1, { marks: 'declaration' }), 2, {
        marks: 'acknowledgement',
      }),
    },
    'milestones[1].marks',
    'marks must come in the order detection, acknowledgement, declaration, resolution, closure',
  ],
  [
    'an action on detection',
    { milestones: changed(PLAYBOOK.milestones, 0, { action: 'Detect' }) },
    'milestones[0].action',
    'detection has no action: nobody presses it',
  ],
  [
    'updates by a template there is none of',
    { updates: { ...PLAYBOOK.updates, template: 'nothing' } },
    'updates.template',
    'no template is called "nothing"',
  ],
  [
    'updates by a template of another kind',
    { updates: { ...PLAYBOOK.updates, template: 'incident-declared' } },
    'updates.template',
    '"incident-declared" must be a template of kind update',
  ],
  [
    'updates without a pause',
    { updates: { ...PLAYBOOK.updates, every: 0 } },
    'updates.every',
    'must be a minute or more, such as 15m',
  ],
  [
    'a template for a channel there is none of',
    withTemplate({ channels: ['incident', 'fax'] }),
    'templates[0].channels[1]',
    'no channel is called "fax"',
  ],
  [
    'a choice of nothing',
    withTemplate({ fields: changed(DECLARED_FIELDS, 0, { options: [] }) }),
    'templates[0].fields[0]',
    'a choice needs options',
  ],
  [
    'options of a field that is no choice',
    withTemplate({ fields: changed(DECLARED_FIELDS, 1, { options: ['A'] }) }),
    'templates[0].fields[1].options',
    'only a choice has options',
  ],
  [
    'a field nobody uses',
    withTemplate({ fields: [...DECLARED_FIELDS, { id: 'spare', label: 'Spare', type: 'text' }] }),
    'templates[0].fields[6].id',
    '"spare" is declared but never used',
  ],
  [
    'a shared field of another type',
    { statusPage: { ...PLAYBOOK.statusPage, fields: [{ id: 'actions', label: 'Issue', type: 'text' }] } },
    'statusPage.fields[0].type',
    '"actions" is of type list in another message',
  ],
  [
    'a placeholder in the subject that no field is declared for',
    withTemplate({ subject: '{severity}: {what}' }),
    'templates[0].subject',
    '{what} is not a declared field',
  ],
  [
    'a placeholder in words, as the document writes them',
    withTemplate({ body: `${PLAYBOOK.templates[0]?.body}\n{간단한 설명}` }),
    'templates[0].body',
    '{간단한 설명} is not a declared field',
  ],
  [
    'a status page without its field',
    { statusPage: { ...PLAYBOOK.statusPage, fields: [] } },
    'statusPage.states[0].message',
    '{issue} is not a declared field',
  ],
  [
    'a channel name with an unknown part',
    { incidentChannel: '#incident-{service}' },
    'incidentChannel',
    '{service}: only {date} is known here',
  ],
];

describe('checkPlaybook', () => {
  it('accepts a playbook whose parts fit', () => {
    expect(checkPlaybook(PLAYBOOK)).toEqual([]);
  });

  it.each(MISFITS)('finds %s', (_name, change, path, message) => {
    const findings = checkPlaybook({ ...PLAYBOOK, ...change });
    expect(
      findings.map((finding) => [formatPath(finding.path), englishProblemText(finding.cause)]),
    ).toContainEqual([path, message]);
  });

  it('finds a milestone nobody can meet', () => {
    const milestones = PLAYBOOK.milestones.map(({ action, ...rest }) =>
      rest.id === 'declare' || action === undefined ? rest : { action, ...rest },
    );
    expect(checkPlaybook({ ...PLAYBOOK, milestones })).toEqual([
      { path: ['milestones', 2], atKey: false, cause: { code: 'no-action' } },
    ]);
  });

  it('finds that detection does not come first', () => {
    const [detect, ...others] = PLAYBOOK.milestones;
    const milestones = detect === undefined ? [] : [...others, detect];
    expect(
      checkPlaybook({ ...PLAYBOOK, milestones }).map(({ cause }) => englishProblemText(cause)),
    ).toContain('the first milestone must have "marks: detection"');
  });
});

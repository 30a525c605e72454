import { describe, expect, it } from 'vitest';
import { checkPlaybook } from '#shared/domain/playbook/check.ts';
import { formatPath } from '#shared/domain/playbook/problem.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { LifecycleStep, PlaybookPhase } from '#shared/domain/playbook/schema-process.ts';
import { builtInPlaybook } from './built-in.ts';
import { englishProblemText } from '#shared/i18n/problem-text.ts';

/** References and orders of the parts beyond severities, milestones and messages. */

const BOOK = builtInPlaybook('en');
const { lifecycle, roles = [], escalation, procedures = [], rollback, commands = [], postMortem } = BOOK;
const steps = lifecycle?.steps ?? [];
const levels = escalation?.levels ?? [];

/** The list with its entry at `index` changed. */
function changed<T>(list: readonly T[], index: number, change: Partial<T>): T[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
}
/** The entry without some of its keys. */
function without<T extends object>(entry: T, ...keys: readonly (keyof T & string)[]): T {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.some((each) => each === key))) as T;
}
const withStep = (index: number, change: Partial<LifecycleStep>): Partial<Playbook> => ({
  lifecycle: { steps: changed(steps, index, change) },
});
const withDuty = (index: number, change: object): Partial<Playbook> => ({
  roles: changed(roles, 0, { duties: changed(roles[0]?.duties ?? [], index, change) }),
});
const withPhase = (index: number, change: Partial<PlaybookPhase>): Partial<Playbook> => ({
  procedures: changed(procedures, 0, { phases: changed(procedures[0]?.phases ?? [], index, change) }),
});
const withLevel = (index: number, change: Partial<(typeof levels)[number]>): Partial<Playbook> => ({
  escalation: { template: 'escalation', levels: changed(levels, index, change) },
});

const item = { id: 'ic-allocate', text: 'Again' };

const MISFITS: readonly [name: string, change: Partial<Playbook>, path: string, message: string][] = [
  [
    'a step twice',
    withStep(3, { id: 'assembly' }),
    'lifecycle.steps[4].id',
    '"assembly" is used twice in this list',
  ],
  [
    'a step of no milestone there is',
    withStep(4, { milestone: 'gather' }),
    'lifecycle.steps[4].milestone',
    'no milestone is called "gather"',
  ],
  [
    'milestones in another order than they are met',
    withStep(10, { milestone: 'diagnose' }),
    'lifecycle.steps[10].milestone',
    '"diagnose" must come after the milestones of the steps before',
  ],
  [
    'a branch at the very beginning',
    withStep(0, { branch: 'declared' }),
    'lifecycle.steps[0].branch',
    'every incident begins with the first step: it has no branch',
  ],
  [
    'a way back to the step itself',
    withStep(8, { backTo: 'verification' }),
    'lifecycle.steps[8].backTo',
    'no step before this one is called "verification"',
  ],
  [
    'a way back forwards',
    withStep(6, { backTo: 'verification', backAction: 'Back' }),
    'lifecycle.steps[6].backTo',
    'no step before this one is called "verification"',
  ],
  [
    'a way back to the other branch',
    withStep(8, { backTo: 'assembly' }),
    'lifecycle.steps[8].backTo',
    '"assembly" is not on the way of every incident that comes here',
  ],
  [
    'a button back that leads nowhere',
    withStep(7, { backAction: 'Back' }),
    'lifecycle.steps[7].backAction',
    'leads nowhere: there is no backTo',
  ],
  [
    'a way back without a button',
    { lifecycle: { steps: steps.map((step) => without(step, 'backAction')) } },
    'lifecycle.steps[8]',
    'needs a backAction: the words on the button back',
  ],
  [
    'a step that nothing enters',
    { lifecycle: { steps: steps.map((step) => (step.id === 'diagnosis' ? without(step, 'action') : step)) } },
    'lifecycle.steps[6]',
    'needs an action: the words on its button',
  ],
  [
    'a step whose milestone some of its incidents lack',
    {
      lifecycle: { steps: steps.map((step) => (step.id === 'mitigation' ? without(step, 'action') : step)) },
    },
    'lifecycle.steps[7]',
    'needs an action: the words on its button (SEV-3 has no milestone "diagnose")',
  ],
  [
    'a role twice',
    { roles: changed(roles, 1, { id: 'scribe' }) },
    'roles[3].id',
    '"scribe" is used twice in this list',
  ],
  [
    'a duty twice',
    withDuty(0, { id: 'at-the-end' }),
    'roles[0].duties[2].id',
    '"at-the-end" is used twice in this list',
  ],
  [
    'an item in two groups of a role',
    withDuty(2, { items: [item] }),
    'roles[0].duties[2].items[0].id',
    '"ic-allocate" is used twice in this list',
  ],
  [
    'a duty from no milestone there is',
    withDuty(1, { from: 'start' }),
    'roles[0].duties[1].from',
    'no milestone is called "start"',
  ],
  [
    'a duty that ends before it begins',
    withDuty(1, { from: 'resolve', until: 'declare' }),
    'roles[0].duties[1].until',
    'must be a later milestone than the one it begins with',
  ],
  [
    'a duty that ends at detection',
    withDuty(0, { until: 'detect' }),
    'roles[0].duties[0].until',
    'must be a later milestone than the one it begins with',
  ],
  [
    'a role that matters in a severity there is none of',
    { severities: BOOK.severities.slice(1) },
    'roles[0].neededFor[0]',
    'no severity is called "SEV-1"',
  ],
  [
    'a channel for a severity there is none of',
    { severities: BOOK.severities.slice(1) },
    'channels[2].severities[0]',
    'no severity is called "SEV-1"',
  ],
  [
    'a field of a role there is none of',
    { roles: roles.slice(0, 1) },
    'templates[0].fields[4].role',
    'no role is called "technical-lead"',
  ],
  [
    'a level twice',
    withLevel(0, { id: 'level-3' }),
    'escalation.levels[2].id',
    '"level-3" is used twice in this list',
  ],
  [
    'a level of a contact there is none of',
    withLevel(3, { contact: 'cto' }),
    'escalation.levels[3].contact',
    'no contact is called "cto"',
  ],
  [
    'a level by a flag there is none of',
    { flags: [] },
    'escalation.levels[3].calledWhen[1].flag',
    'no flag is called "severe-business-impact"',
  ],
  [
    'escalation by a template there is none of',
    { escalation: { levels, template: 'shout' } },
    'escalation.template',
    'no template is called "shout"',
  ],
  [
    'a contact twice',
    { contacts: changed(BOOK.contacts, 0, { id: 'security' }) },
    'contacts[3].id',
    '"security" is used twice in this list',
  ],
  [
    'a flag twice',
    { flags: [...(BOOK.flags ?? []), { id: 'security', title: 'Again' }] },
    'flags[5].id',
    '"security" is used twice in this list',
  ],
  [
    'a procedure twice',
    { procedures: changed(procedures, 0, { id: 'data-loss' }) },
    'procedures[3].id',
    '"data-loss" is used twice in this list',
  ],
  [
    'a procedure for no incident',
    { procedures: procedures.map((each) => without(each, 'flag')) },
    'procedures[2]',
    'is for no incident: it needs severities or a flag',
  ],
  [
    'a procedure of a flag there is none of',
    { procedures: changed(procedures, 2, { flag: 'fire' }) },
    'procedures[2].flag',
    'no flag is called "fire"',
  ],
  [
    'an item in two phases',
    withPhase(4, { items: [{ id: 'create-channel', text: 'Again' }] }),
    'procedures[0].phases[4].items[0].id',
    '"create-channel" is used twice in this list',
  ],
  [
    'an item with a command there is none of',
    withPhase(4, { items: [{ id: 'panic', text: 'Panic', command: 'panic' }] }),
    'procedures[0].phases[4].items[0].command',
    'no command is called "panic"',
  ],
  [
    'windows that do not follow each other',
    withPhase(2, { until: 'declare' }),
    'procedures[0].phases[2].until',
    'must be a later milestone than the one its window begins with',
  ],
  [
    'a window from a milestone long past',
    withPhase(4, { after: 'declare' }),
    'procedures[0].phases[4].after',
    'begins before the phase before it ends',
  ],
  [
    'a criterion and a step by one name',
    { rollback: rollback && { ...rollback, criteria: [{ id: 'rollback-find', text: 'Again' }] } },
    'rollback.steps[0].id',
    '"rollback-find" is used twice in this list',
  ],
  [
    'a rollback by a command there is none of',
    { commands: commands.filter(({ id }) => id !== 'show-version') },
    'rollback.steps[2].command',
    'no command is called "show-version"',
  ],
  [
    'a rollback announced by a template there is none of',
    { templates: BOOK.templates.filter(({ id }) => id !== 'rollback-complete') },
    'rollback.steps[3].template',
    'no template is called "rollback-complete"',
  ],
  [
    'a variable that is never used',
    { commands: changed(commands, 0, { variables: [{ id: 'host', label: 'Host' }] }) },
    'commands[0].variables[0].id',
    '"host" is declared but never used',
  ],
  [
    'a status page by the name of a template',
    { statusPage: { ...BOOK.statusPage, id: 'escalation' } },
    'statusPage.id',
    'a template is called "escalation", too',
  ],
  [
    'a subject of what is no field',
    { templates: changed(BOOK.templates, 0, { subject: '[{severity}] {team}' }) },
    'templates[0].subject',
    '{team} is not a declared field',
  ],
  [
    'a post-mortem blank that is no field',
    { postMortem: postMortem && { ...postMortem, template: `${postMortem.template}\n{mood}` } },
    'postMortem.template',
    '{mood} is not a declared field',
  ],
  [
    'a course with an item twice',
    { training: [{ id: 'all', title: 'All', items: [item, item] }] },
    'training[0].items[1].id',
    '"ic-allocate" is used twice in this list',
  ],
  [
    'a scenario twice',
    {
      drills: {
        purpose: [],
        principles: [],
        scenarios: [
          { id: 'cdn', title: 'A' },
          { id: 'cdn', title: 'B' },
        ],
      },
    },
    'drills.scenarios[1].id',
    '"cdn" is used twice in this list',
  ],
  [
    'a goal that does not fit its figure',
    { metrics: [{ id: 'mttr', title: 'MTTR', description: 'x', goal: 'x', over: 0.5 }] },
    'metrics[0].over',
    'the goal of "mttr" is given by "under"',
  ],
];

describe('checkPlaybook, of the process', () => {
  it.each(MISFITS)('finds %s', (_name, change, path, message) => {
    const findings = checkPlaybook({ ...BOOK, ...change });
    expect(
      findings.map((finding) => [formatPath(finding.path), englishProblemText(finding.cause)]),
    ).toContainEqual([path, message]);
  });

  it('says once what is wrong on both branches', () => {
    const findings = checkPlaybook({ ...BOOK, ...withStep(9, { milestone: 'nothing' }) });
    expect(findings).toHaveLength(1);
  });

  it('asks for nothing of a playbook without these parts', () => {
    const { templates, ...rest } = without(
      BOOK,
      'lifecycle',
      'roles',
      'escalation',
      'flags',
      'procedures',
      'rollback',
      'commands',
      'postMortem',
      'metrics',
      'training',
      'drills',
      'actionCategories',
      'definition',
    );
    const fields = templates.map((template) => ({
      ...template,
      fields: template.fields.map((field) => without(field, 'role')),
    }));
    expect(checkPlaybook({ ...rest, templates: fields })).toEqual([]);
  });

  it('leaves the shell its own braces', () => {
    const command = "awk '{print $1}' | xargs -I{} kubectl rollout undo ${DEPLOY} ${deploy} {version}";
    const variables = [{ id: 'version', label: 'Version' }];
    expect(checkPlaybook({ ...BOOK, commands: changed(commands, 0, { command, variables }) })).toEqual([]);
  });
});

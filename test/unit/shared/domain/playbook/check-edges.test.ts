import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { checkPlaybook } from '#shared/domain/playbook/check.ts';
import { formatPath } from '#shared/domain/playbook/problem.ts';
import type { Playbook, PlaybookField } from '#shared/domain/playbook/schema.ts';
import type { ScriptStep } from '#shared/domain/playbook/schema-drills.ts';
import type { LifecycleStep, PlaybookPhase } from '#shared/domain/playbook/schema-process.ts';
import { builtInPlaybook } from './built-in.ts';

/** What only just fits, and what only just does not: all that is found, and nothing else. */

const BOOK = builtInPlaybook('en');

/** Every finding, as its place and code. */
function found(change: Partial<Playbook>): string[] {
  return checkPlaybook({ ...BOOK, ...change }).map(({ path, cause }) => `${formatPath(path)} ${cause.code}`);
}
function changed<T>(list: readonly T[], index: number, change: Partial<T>): T[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
}

describe('a step of the lifecycle', () => {
  const steps = BOOK.lifecycle?.steps ?? [];
  const withStep = (index: number, change: Partial<LifecycleStep>): Partial<Playbook> => ({
    lifecycle: { steps: changed(steps, index, change) },
  });
  const place = (id: string): number => steps.findIndex((step) => step.id === id);

  it('may go back to one of its own branch', () => {
    const [declared, assembly] = [steps[3], steps[4]];
    expect([declared?.branch, assembly?.branch]).toEqual(['declared', 'declared']);
    expect(found(withStep(4, { backTo: declared?.id, backAction: 'Back' }))).toEqual([]);
  });

  it('meets a milestone that no other before it meets', () => {
    const assembly = place('assembly');
    const { milestone } = steps[assembly - 1] ?? {};
    expect(milestone).toBeDefined();
    expect(found(withStep(assembly, { milestone }))).toEqual([
      `lifecycle.steps[${assembly}].milestone milestone-order`,
    ]);
  });
});

describe('the script of a drill', () => {
  const minutes = (at: number): { at: number } => ({ at: at * MINUTE_MS });
  const inScript = (script: ScriptStep[]): string[] =>
    found({
      drills: { purpose: [], principles: [], scenarios: [{ id: 'mine', title: 'Mine', script }] },
    }).map((text) => text.replace('drills.scenarios[0].script', ''));
  const note = (at: number): ScriptStep => ({ kind: 'note', text: 'Hm', ...minutes(at) });

  it('goes on from its latest step, not from the one above', () => {
    expect(inScript([note(5), note(3), note(4), note(5)])).toEqual([
      '[1].at step-order',
      '[2].at step-order',
    ]);
  });

  it('lasts a day and no longer', () => {
    expect(inScript([note(24 * 60)])).toEqual([]);
    expect(inScript([note(24 * 60 + 1)])).toEqual(['[0].at step-after-a-day']);
  });

  it('raises a page from what it was raised to', () => {
    const raise = (at: number, severity: 'SEV-1' | 'SEV-2'): ScriptStep => ({
      kind: 'raise',
      key: 'db',
      severity,
      ...minutes(at),
    });
    const page: ScriptStep = { kind: 'page', key: 'db', title: 'Down', severity: 'SEV-3', ...minutes(0) };
    expect(inScript([page, raise(1, 'SEV-2'), raise(2, 'SEV-1')])).toEqual([]);
    expect(inScript([page, raise(1, 'SEV-1'), raise(2, 'SEV-2')])).toEqual(['[2].severity not-graver']);
  });
});

describe('the messages', () => {
  const field = (type: PlaybookField['type']): PlaybookField => ({ id: 'extra', label: 'Extra', type });
  const withField = (types: readonly PlaybookField['type'][]): Partial<Playbook> => ({
    templates: BOOK.templates.map((template, index) => {
      const type = types[index];
      return type === undefined
        ? template
        : { ...template, fields: [...template.fields, field(type)], body: `${template.body} {extra}` };
    }),
  });

  it('give a field the type that it had first', () => {
    const at = (template: number): string =>
      `templates[${template}].fields[${BOOK.templates[template]?.fields.length}].type other-type`;
    expect(found(withField(['text', 'number', 'text']))).toEqual([at(1)]);
    expect(found(withField(['text', 'number', 'number']))).toEqual([at(1), at(2)]);
  });

  it('of the status page have names in their titles, too', () => {
    const { statusPage } = BOOK;
    const states = changed(statusPage.states, 1, { title: 'Now {what}' });
    expect(found({ statusPage: { ...statusPage, states } })).toEqual([
      'statusPage.states[1].title undeclared-field',
    ]);
  });
});

describe('the phases of a procedure', () => {
  const [procedure, ...others] = BOOK.procedures ?? [];
  const phases = procedure?.phases ?? [];
  const withPhases = (...changes: readonly (Partial<PlaybookPhase> & { readonly index: number })[]) =>
    found({
      procedures: [
        ...(procedure === undefined
          ? []
          : [
              {
                ...procedure,
                phases: changes.reduce<readonly PlaybookPhase[]>(
                  (list, { index, ...change }) => changed(list, index, change),
                  phases,
                ) as PlaybookPhase[],
              },
            ]),
        ...others,
      ],
    });

  it('end after the phase before them', () => {
    const { until } = phases[0] ?? {};
    expect(withPhases({ index: 1, until })).toEqual(['procedures[0].phases[1].until phase-ends-early']);
  });

  it('begin with the milestone that ended the one before them, or later', () => {
    const { until: last } = phases[3] ?? {};
    const { until: earlier } = phases[2] ?? {};
    expect(phases[4]?.after).toBe(last);
    expect(withPhases({ index: 4, after: earlier })).toEqual([
      'procedures[0].phases[4].after phase-begins-early',
    ]);
  });

  it('end after they began', () => {
    const after = phases[4]?.after;
    expect(withPhases({ index: 4, until: after })).toEqual([
      'procedures[0].phases[4].until phase-ends-early',
    ]);
    // What begins later moves on what may come after it.
    expect(withPhases({ index: 2, after: 'resolve', until: 'diagnose' })).toEqual([
      'procedures[0].phases[2].until phase-ends-early',
      'procedures[0].phases[3].until phase-ends-early',
    ]);
  });

  it('name the variables of a command once', () => {
    const commands = BOOK.commands ?? [];
    const index = commands.findIndex(({ variables = [] }) => variables.length > 0);
    const { variables = [] } = commands[index] ?? {};
    expect(
      found({ commands: changed(commands, index, { variables: [...variables, ...variables] }) }),
    ).toEqual(
      variables.map((_, at) => `commands[${index}].variables[${variables.length + at}].id repeated-id`),
    );
  });
});

describe('figures', () => {
  const [worst, ...others] = BOOK.severities;
  const withDeadlines = (times: Readonly<Record<string, number>>, lateAfter = 0): string[] =>
    worst === undefined
      ? []
      : found({
          severities: [
            {
              ...worst,
              deadlines: Object.fromEntries(
                Object.entries(times).map(([id, due]) => [id, { due, lateAfter: due + lateAfter }]),
              ),
            },
            ...others,
          ],
        }).filter((text) => text.startsWith('severities[0]'));

  it('of deadlines rise with the latest before them', () => {
    const at = (minutes: number): number => minutes * MINUTE_MS;
    const times = {
      acknowledge: at(5),
      declare: at(30),
      assemble: at(10),
      diagnose: at(20),
      resolve: at(30),
    };
    expect(withDeadlines(times)).toEqual([
      'severities[0].deadlines.assemble deadline-order',
      'severities[0].deadlines.diagnose deadline-order',
    ]);
  });

  it('have units, also of when something counts as late', () => {
    expect(withDeadlines({ resolve: MINUTE_MS }, 1)).toEqual(['severities[0].deadlines.resolve no-unit']);
    expect(withDeadlines({ resolve: MINUTE_MS }, 1000)).toEqual([]);
  });

  it('of updates are a minute at least', () => {
    const { updates } = BOOK;
    expect(found({ updates: { ...updates, every: MINUTE_MS } })).toEqual([]);
    expect(found({ updates: { ...updates, every: MINUTE_MS - 1000 } })).toEqual([
      'updates.every update-interval',
    ]);
  });
});

describe('what comes after an incident', () => {
  it('closes its braces, though no field is declared', () => {
    const { postMortem } = BOOK;
    if (postMortem === undefined) throw new Error('no post-mortem');
    const { fields: _fields, ...bare } = postMortem;
    expect(found({ postMortem: { ...bare, template: '{any} text\n{open' } })).toEqual([
      'postMortem.template open-brace',
    ]);
    expect(found({ postMortem: { ...bare, template: '{any} text' } })).toEqual([]);
  });

  it('is measured for severities that there are', () => {
    const [first, ...rest] = BOOK.metrics ?? [];
    const severities = BOOK.severities.filter(({ id }) => id !== 'SEV-4');
    const metrics =
      first === undefined ? [] : [{ ...first, severities: ['SEV-1' as const, 'SEV-4' as const] }, ...rest];
    expect(found({ severities, metrics }).filter((text) => text.startsWith('metrics'))).toEqual([
      'metrics[0].severities[1] unknown-name',
    ]);
  });
});

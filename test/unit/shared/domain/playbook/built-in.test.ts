import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from '#shared/domain/duration.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import type { Playbook, PlaybookField } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook, builtInYaml } from './built-in.ts';

const LANGUAGES = ['ko', 'en'] as const;
const HANGUL = /\p{Script=Hangul}/u;

/** All of an edition that does not depend on its language. */
function skeleton(playbook: Playbook) {
  const fields = (list: readonly PlaybookField[]) =>
    list.map(({ id, type, source, options }) => ({ id, type, source, options }));
  return {
    id: playbook.id,
    version: playbook.version,
    owner: playbook.owner,
    timeZone: playbook.timeZone,
    severities: playbook.severities.map(({ id, declared, deadlines, characteristics, examples }) => ({
      id,
      declared,
      deadlines,
      counts: [characteristics.length, examples.length],
    })),
    milestones: playbook.milestones.map(({ id, phase, marks }) => ({ id, phase, marks })),
    updates: playbook.updates,
    quickReference: playbook.quickReference.items.map(({ id }) => id),
    templates: playbook.templates.map((template) => ({
      id: template.id,
      kind: template.kind,
      channels: template.channels,
      fields: fields(template.fields),
    })),
    statusPage: {
      id: playbook.statusPage.id,
      channels: playbook.statusPage.channels,
      fields: fields(playbook.statusPage.fields),
      states: playbook.statusPage.states,
    },
    incidentChannel: playbook.incidentChannel,
    channels: playbook.channels.map(({ id, severities }) => ({ id, severities })),
    contacts: playbook.contacts.length,
  };
}

describe.each(LANGUAGES)('the built-in playbook in %s', (language) => {
  it('has no problems', () => {
    expect(parsePlaybook(builtInYaml(language), 'file.yaml')).toMatchObject({
      ok: true,
      playbook: { language },
    });
  });

  it('gives every milestone the deadline of the response timeline (2.2, 1.2)', () => {
    const { severities } = builtInPlaybook(language);
    const table = Object.fromEntries(severities.map(({ id, deadlines }) => [id, deadlines]));
    const at = (due: number, lateAfter = due) => ({ due, lateAfter });
    expect(table).toEqual({
      'SEV-1': {
        acknowledge: at(0, 5 * MINUTE_MS),
        declare: at(5 * MINUTE_MS),
        assemble: at(15 * MINUTE_MS),
        diagnose: at(30 * MINUTE_MS),
        resolve: at(HOUR_MS),
        close: at(24 * HOUR_MS),
      },
      'SEV-2': {
        acknowledge: at(5 * MINUTE_MS),
        declare: at(15 * MINUTE_MS),
        assemble: at(30 * MINUTE_MS),
        diagnose: at(HOUR_MS),
        resolve: at(4 * HOUR_MS),
        close: at(24 * HOUR_MS),
      },
      'SEV-3': { acknowledge: at(HOUR_MS), resolve: at(24 * HOUR_MS) },
      'SEV-4': { acknowledge: at(DAY_MS), resolve: at(WEEK_MS) },
    });
    expect(severities.filter(({ declared }) => declared).map(({ id }) => id)).toEqual(['SEV-1', 'SEV-2']);
  });

  it('has the seven stages, an update every 15 minutes and the ten items (2.2, 3.2, 9.1)', () => {
    const playbook = builtInPlaybook(language);
    expect(playbook.milestones.map(({ id, marks }) => [id, marks])).toEqual([
      ['detect', 'detection'],
      ['acknowledge', 'acknowledgement'],
      ['declare', 'declaration'],
      ['assemble', undefined],
      ['diagnose', undefined],
      ['resolve', 'resolution'],
      ['close', 'closure'],
    ]);
    expect(playbook.updates).toEqual({ every: 15 * MINUTE_MS, template: 'status-update' });
    expect(playbook.quickReference.items).toHaveLength(10);
  });

  it('announces SEV-1 and SEV-2 only to everyone (4.1)', () => {
    const { channels } = builtInPlaybook(language);
    expect(channels.filter(({ severities }) => severities !== undefined)).toMatchObject([
      { id: 'general', severities: ['SEV-1', 'SEV-2'] },
    ]);
  });
});

it('has the same ids, figures and types in both languages', () => {
  expect(skeleton(builtInPlaybook('ko'))).toEqual(skeleton(builtInPlaybook('en')));
});

it('is English throughout in the English edition, comments included', () => {
  expect(builtInYaml('en')).not.toMatch(HANGUL);
});

it('is Korean where the Korean edition speaks to its reader', () => {
  const { milestones, quickReference, templates } = builtInPlaybook('ko');
  const words = [
    ...milestones.flatMap(({ title, action = title, phaseTitle }) => [title, action, phaseTitle]),
    ...templates.map(({ title }) => title),
    quickReference.title,
  ];
  expect(words.filter((word) => !HANGUL.test(word))).toEqual([]);
});

it('names the buttons as the public interface promises', () => {
  expect(builtInPlaybook('en').milestones.map(({ action }) => action)).toEqual([
    undefined,
    'Acknowledge',
    'Declare incident',
    'Mark assembled',
    'Mark diagnosed',
    'Mark resolved',
    'Close incident',
  ]);
});

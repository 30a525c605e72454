import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from '#shared/domain/duration.ts';
import { placeholdersOf } from '#shared/domain/message/body.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { playbookSchema } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook, builtInYaml } from './built-in.ts';

const LANGUAGES = ['ko', 'en'] as const;
const HANGUL = /\p{Script=Hangul}/u;

/** Keys whose texts are in the edition's language. Everything else must be the same in every edition. */
const WORDS = new Set(
  (
    'language title definition name scope impact responseTarget resolutionTarget characteristics examples action ' +
    'backAction phaseTitle text label hint preset purpose audience who description goal attendees principles ' +
    'brief summary hints faultWords'
  ).split(' '),
);

/** Whose incidents it is for, and when its people are reminded. */
const OWN_TO_A_TEAM = new Set(['services', 'actionReminder']);

/** All of a playbook's part that does not depend on its language: of a text, only that it is there and its blanks. */
function skeleton(part: unknown, key = ''): unknown {
  // Which words sound like blame, and how many, is each language's own.
  if (key === 'faultWords') return Array.isArray(part) && part.length > 0;
  if (Array.isArray(part)) return part.map((entry) => skeleton(entry, key));
  if (typeof part === 'object' && part !== null) {
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, skeleton(value, name)]));
  }
  if (typeof part !== 'string') return part;
  return WORDS.has(key) || part.includes('\n') ? placeholdersOf(part) : part;
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

it('has the same ids, figures and types in both languages, in every part', () => {
  const [ko, en] = LANGUAGES.map(builtInPlaybook);
  expect(skeleton(ko)).toEqual(skeleton(en));
  // Nothing optional was left out of the built-in one, but what only a team itself can set.
  const all = Object.keys(playbookSchema.entries).filter((key) => !OWN_TO_A_TEAM.has(key));
  expect(Object.keys(ko ?? {}).toSorted()).toEqual(all.toSorted());
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

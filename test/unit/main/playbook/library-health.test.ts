import { expect, test } from 'vitest';
import { libraryOf, type PlaybookFile } from '#shared/domain/playbook/library.ts';
import { HealthBoard } from '../../../../src/main/app/health-board.ts';
import { reportLibrary } from '../../../../src/main/playbook/library-health.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const good: PlaybookFile = {
  name: 'en.yaml',
  origin: 'built-in',
  problems: [],
  inForce: { playbook: EN, hash: 'hash' },
  isLastGood: false,
};
const broken: PlaybookFile = {
  name: 'team.yaml',
  origin: 'own',
  problems: [{ file: 'team.yaml', line: 3, column: 7, path: 'id', cause: { code: 'empty-text' } }],
  isLastGood: false,
};

test('a broken file and a default that is gone are said until they are mended', () => {
  const health = new HealthBoard(() => undefined);
  reportLibrary(libraryOf([good, broken], 'gone'), 'gone', health);
  expect(health.health.degraded).toEqual([
    { reason: 'playbook-broken', detail: 'team.yaml:3:7 must not be empty' },
    { reason: 'playbook-missing', detail: 'gone' },
  ]);
  reportLibrary(libraryOf([good], EN.id), EN.id, health);
  expect(health.health.degraded).toEqual([]);
  // The built-in one, by not naming any.
  reportLibrary(libraryOf([good], EN.id), '', health);
  expect(health.isDegraded).toBe(false);
});

test('a folder that cannot be read is said', () => {
  const health = new HealthBoard(() => undefined);
  reportLibrary({ ...libraryOf([good], ''), unread: 'ENOTDIR: not a directory' }, '', health);
  expect(health.health.degraded).toEqual([{ reason: 'playbook-broken', detail: 'ENOTDIR: not a directory' }]);
});

test('editions that do not fit together are said at the line of what one has and the other lacks', () => {
  const health = new HealthBoard(() => undefined);
  const [first, ...rest] = EN.channels;
  const korean = { ...EN, language: 'ko', channels: rest } as const;
  const other: PlaybookFile = { ...good, name: 'ko.yaml', inForce: { playbook: korean, hash: 'other' } };
  const places = { [`channels/${first?.id}`]: { line: 90, column: 9 } };
  const english: PlaybookFile = { ...good, inForce: { playbook: EN, hash: 'hash', places } };
  const { files, shelf, playbooks } = libraryOf([english, other], EN.id);
  expect(shelf.playbooks).toHaveLength(1);
  expect(playbooks).toHaveLength(1);
  expect(files.map(({ problems, warnings }) => [problems.length, warnings.length])).toEqual([
    [0, 1],
    [0, 0],
  ]);
  reportLibrary({ files, shelf, playbooks }, EN.id, health);
  const [said] = health.health.degraded;
  expect(said?.reason).toBe('playbook-editions-differ');
  expect(said?.detail).toMatch(/^en\.yaml:90:9 .*not in ko\.yaml/);
  reportLibrary(libraryOf([good], EN.id), EN.id, health);
  expect(health.isDegraded).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { blanksOf, drawingsOf, firstChoices } from '#shared/domain/playbook-import/choices.ts';
import { draftPlaybook } from '#shared/domain/playbook-import/draft.ts';
import { originOf, writeDraft } from '#shared/domain/playbook-import/write-draft.ts';
import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { ImportReport } from '#shared/domain/playbook-import/report.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { documentText, findingsOf, reportOf } from './documents.ts';

const builtIn = { ko: builtInPlaybook('ko'), en: builtInPlaybook('en') };
const says = { head: 'Imported', line: (line: number) => `line ${line}` };

function draftOf(report: ImportReport, changes: Partial<ImportChoices> = {}) {
  const base = builtIn[report.language];
  const draft = draftPlaybook(report, { ...firstChoices(report, 'Asia/Seoul'), ...changes }, base);
  return { draft, ...writeDraft(draft, says) };
}

describe.each([
  'talkstudio.ko',
  'acme-bullets.en',
  'mirae-tables.ko',
  'ops-wiki.en',
  'stadtwerke.de',
] as const)('%s', (name) => {
  test('becomes a playbook without a problem', () => {
    const { problems, playbook } = draftOf(reportOf(documentText(name)));
    expect(problems).toEqual([]);
    expect(playbook).toBeDefined();
  });

  test('and does whatever is left out of it', () => {
    const report = reportOf(documentText(name));
    const ids = findingsOf(report).map(({ id }) => id);
    for (const id of ids)
      expect([id, draftOf(report, { leftOut: new Set([id]) }).problems]).toEqual([id, []]);
    expect(draftOf(report, { leftOut: new Set(ids) }).problems).toEqual([]);
  });
});

test.each([
  ['분기별', { months: 3 }],
  ['매월', { months: 1 }],
  ['연간', { months: 12 }],
  ['수시', undefined],
])('a course that comes round %s is renewed so', (word, every) => {
  const report = reportOf(documentText('talkstudio.ko').replace('정기 교육 (분기별)', `정기 교육 (${word})`));
  expect(draftOf(report).playbook?.training?.map((course) => course.every)).toEqual([undefined, every]);
});

test('the own document becomes the built-in playbook again, as far as it says so itself', () => {
  const { playbook } = draftOf(reportOf(documentText('talkstudio.ko')));
  const known = builtIn.ko;
  expect(playbook?.definition).toBe(known.definition);
  expect(playbook?.severities).toEqual(known.severities);
  expect(playbook?.updates.every).toBe(known.updates.every);
  expect(playbook?.quickReference.items.map(({ text }) => text)).toEqual(
    known.quickReference.items.map(({ text }) => text),
  );
  expect(playbook?.templates.map(({ kind }) => kind)).toEqual([
    'declaration',
    'update',
    'resolution',
    'other',
  ]);
  expect(playbook?.statusPage.states).toEqual(known.statusPage.states);
  expect(playbook?.channels).toEqual(known.channels);
  expect(playbook?.lifecycle?.steps.map(({ title }) => title)).toEqual(
    known.lifecycle?.steps.map(({ title }) => title),
  );
  expect(
    playbook?.escalation?.levels.map(({ calledWhen }) => calledWhen.map(({ when, text }) => [when, text])),
  ).toEqual(
    known.escalation?.levels.map(({ calledWhen }) => calledWhen.map(({ when, text }) => [when, text])),
  );
  expect(playbook?.procedures?.[0]?.phases.map(({ title, until, after }) => [title, until, after])).toEqual(
    known.procedures?.[0]?.phases.map(({ title, until, after }) => [title, until, after]),
  );
  expect(playbook?.actionCategories).toEqual(known.actionCategories);
  expect(playbook?.metrics).toEqual(known.metrics);
  expect(playbook?.postMortem?.meeting).toEqual(known.postMortem?.meeting);
  expect(playbook?.drills?.scenarios.map(({ title }) => title)).toEqual(
    known.drills?.scenarios.map(({ title }) => title),
  );
});

test('what the document does not give is listed, and each part says where it came from', () => {
  const { draft, yaml } = draftOf(reportOf(documentText('ops-wiki.en')));
  expect(draft.missing).toContainEqual({ part: 'quick-reference', stands: 'default' });
  expect(draft.missing).toContainEqual({ part: 'roles', stands: 'empty' });
  expect(draft.missing.map(({ part }) => part)).not.toContain('severities');
  expect(yaml).toContain('# line 32\nrollback:');
});

test('what a person writes beside a drawing counts, and an empty blank takes a deadline away', () => {
  const report = reportOf(documentText('talkstudio.ko'));
  const answers = {
    'deadline.SEV-1.resolve': '2h',
    'deadline.SEV-2.close': '',
    categories: 'prevention: 예방',
  };
  const { playbook, problems } = draftOf(report, { answers });
  expect(problems).toEqual([]);
  expect(playbook?.severities[0]?.deadlines['resolve']).toEqual({ due: 7_200_000, lateAfter: 7_200_000 });
  expect(playbook?.severities[1]?.deadlines['close']).toBeUndefined();
  expect(playbook?.actionCategories).toEqual([{ id: 'prevention', title: '예방' }]);
});

test('a drawing suggests what it seems to say', () => {
  const report = reportOf(documentText('talkstudio.ko'));
  const drawing = drawingsOf(report).get('deadlines');
  if (drawing === undefined) throw new Error('no drawing');
  const suggested = blanksOf(drawing, builtIn.ko, report).map(({ name, suggestion }) => [name, suggestion]);
  expect(Object.fromEntries(suggested)).toMatchObject({
    'deadline.SEV-1.acknowledge': '0m',
    'deadline.SEV-1.resolve': '1h',
    'deadline.SEV-2.declare': '15m',
    'deadline.SEV-3.resolve': '',
  });
});

test('a choice that is no playbook is a problem at its place', () => {
  const report = reportOf(documentText('talkstudio.ko'));
  const { problems, draft } = draftOf(report, {
    timeZone: 'Moon/Crater',
    answers: { 'deadline.SEV-1.resolve': '1m' },
  });
  expect(problems.map(({ path }) => path)).toEqual(['timeZone']);
  const late = draftOf(report, { answers: { 'deadline.SEV-1.resolve': '1m' } });
  expect(late.problems[0]?.path).toMatch(/^severities\[0\]\.deadlines/);
  expect(originOf(late.problems[0]?.path ?? '', draft.origins)?.line).toBe(77);
});

test('a deadline that nobody gives has the default, told apart from what the document says and what a person leaves empty', () => {
  const table =
    '# Ours\n\n| Severity | Response | Resolution |\n|---|---|---|\n| SEV-1 | 7m | 2h |\n| SEV-2 | 20m | 5h |\n';
  const report = reportOf(table);
  const { draft } = draftOf(report);
  expect(draft.deadlines.get('deadline.SEV-1.acknowledge')).toEqual({ ms: 7 * MINUTE_MS, isDefault: false });
  expect(draft.deadlines.get('deadline.SEV-1.assemble')).toEqual({ ms: 15 * MINUTE_MS, isDefault: true });
  // The built-in figure does not fit between those of the document.
  expect(draft.deadlines.get('deadline.SEV-1.declare')).toBeUndefined();
  const { draft: emptied } = draftOf(report, { answers: { 'deadline.SEV-1.assemble': '' } });
  expect(emptied.deadlines.get('deadline.SEV-1.assemble')).toBeUndefined();
});

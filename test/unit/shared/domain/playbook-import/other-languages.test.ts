import { describe, expect, test } from 'vitest';
import { firstChoices } from '#shared/domain/playbook-import/choices.ts';
import { draftPlaybook } from '#shared/domain/playbook-import/draft.ts';
import type { ImportReport } from '#shared/domain/playbook-import/report.ts';
import { writeDraft } from '#shared/domain/playbook-import/write-draft.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { documentText, outcomes, reportOf, takenAs } from './documents.ts';

/** Documents of whose words none is known: what is told of them is told by their structure. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function playbookOf(report: ImportReport) {
  const draft = draftPlaybook(report, firstChoices(report, 'Europe/Berlin'), builtInPlaybook('en'));
  return writeDraft(draft, { head: '', line: String }).playbook;
}
const metricsIn = (report: ImportReport) =>
  takenAs(report, 'metrics').flatMap(({ rows }) => rows.map(({ id, title }) => [title, id]));
const drillsIn = (report: ImportReport) =>
  takenAs(report, 'drills').map(({ part, items }) => [part, items.length]);

describe('a German document', () => {
  const report = reportOf(documentText('stadtwerke.de'));

  test('is read by its structure, with little confidence where only that speaks', () => {
    expect(outcomes(report)).toEqual({
      'Stadtwerke Nord: Wenn etwas ausfällt': ['- no-text'],
      'Wie schlimm ist es': ['severities high'],
      'Was wann geschieht': ['deadlines low'],
      'Wer als Nächstes gerufen wird': ['escalation low'],
      'Zahlen, auf die wir sehen': ['metrics low'],
      'Ernstfall proben': ['- no-text'],
      'Der Probetag': ['- no-text'],
      Wozu: ['drills low'],
      'Was schiefgeht': ['drills low'],
      'Was dabei gilt': ['drills low'],
      'Zu erreichen': ['contacts medium'],
    });
  });

  test('gives the metrics their goals, each by what it can be', () => {
    expect(metricsIn(report)).toEqual([
      ['Ausfalldauer', 'mttr'],
      ['Annahme', 'mtta'],
      ['Bemerken', 'mttd'],
      ['Ausfälle im Monat', 'incident-rate'],
      ['Erledigte Aufgaben', 'action-item-completion'],
    ]);
    expect(playbookOf(report)?.metrics).toMatchObject([
      { id: 'mttr', under: 2 * HOUR },
      { id: 'mtta', under: 5 * MINUTE },
      { id: 'mttd', under: 10 * MINUTE },
      { id: 'incident-rate', trend: 'falling' },
      { id: 'action-item-completion', over: 0.9 },
    ]);
  });

  test('gives a drill its scenarios, what it is for and by which rules', () => {
    expect(playbookOf(report)?.drills).toMatchObject({
      purpose: ['Sehen, ob wir es können', 'Sehen, ob wir es merken'],
      scenarios: [
        { title: 'Das Portal antwortet langsam' },
        { title: 'Der Anbieter der Karten fällt aus' },
        { title: 'Viele Kunden kommen zugleich' },
      ],
      principles: ['Kunden merken nichts', 'Alle wissen, dass geprobt wird'],
    });
  });

  test('gives the levels who is called when, and the stages their times', () => {
    expect(takenAs(report, 'escalation')[0]?.levels).toEqual([
      { title: 'Bereitschaft', calls: [] },
      {
        title: 'Leitung Netz',
        calls: [{ text: 'nach 15 Minuten ohne Reaktion', unacknowledgedMs: 15 * MINUTE }],
      },
      { title: 'Werkleitung', calls: [{ text: 'nach 1 Stunde ohne Besserung', unresolvedMs: HOUR }] },
    ]);
    expect(takenAs(report, 'deadlines')[0]?.stages.map(({ milestone }) => milestone)).toEqual([
      'detect',
      'acknowledge',
      'declare',
      'assemble',
      'diagnose',
      'resolve',
      'close',
    ]);
  });
});

describe('a Japanese document', () => {
  const report = reportOf(
    [
      '# 対応の手引き',
      '',
      '## 見ている数字',
      '',
      '- 止まっていた長さ: 1時間以内',
      '- 受けるまで: 5分以内',
      '- 片づいた割合: 90％',
      '',
      '## 誰を呼ぶか',
      '',
      '1. 当番',
      '2. 班長: 15分たっても返事がない',
      '3. 部長: 1時間たっても直らない',
      '',
      '## 試す日',
      '',
      '### 何のため',
      '',
      '- 動けるか見る',
      '',
      '### 起こすこと',
      '',
      '1. 応答が遅い',
      '2. 電源が落ちる',
      '',
      '### 決まり',
      '',
      '- 客に触れない',
    ].join('\n'),
  );

  test('is told by its lists alone', () => {
    expect(outcomes(report)).toMatchObject({
      見ている数字: ['metrics low'],
      誰を呼ぶか: ['escalation low'],
      何のため: ['drills low'],
      起こすこと: ['drills low'],
      決まり: ['drills low'],
    });
    expect(metricsIn(report)).toEqual([
      ['止まっていた長さ', 'mttr'],
      ['受けるまで', 'mtta'],
      ['片づいた割合', 'action-item-completion'],
    ]);
    expect(drillsIn(report)).toEqual([
      ['purpose', 1],
      ['scenarios', 2],
      ['principles', 1],
    ]);
    expect(takenAs(report, 'escalation')[0]?.levels.map(({ title }) => title)).toEqual([
      '当番',
      '班長',
      '部長',
    ]);
    const { playbook } = { playbook: playbookOf(report) };
    expect(playbook?.metrics).toMatchObject([
      { under: HOUR, goal: '1時間以内' },
      { under: 5 * MINUTE },
      { over: 0.9 },
    ]);
  });
});

const table = (...rows: readonly string[]): string => ['| a | b |', '|---|---|', ...rows].join('\n');
const under = (title: string, text: string): string => `# Qx\n\n## ${title}\n\n${text}\n`;

describe('words raise the confidence', () => {
  const goals = table('| Qa | < 2 hours |', '| Qb | < 5 minutes |', '| Qc | > 90% |');
  const drill = ['### Qa', '- a', '### Qb', '1. b', '2. c', '### Qc', '- d'].join('\n\n');

  test.each([
    ['Qy', goals, ['metrics low']],
    ['Metrics', goals, ['metrics medium']],
    ['Metrics', goals.replace('Qa', 'MTTR').replace('Qb', 'MTTA'), ['metrics medium']],
    [
      'Metrics',
      goals.replace('Qa', 'MTTR').replace('Qb', 'MTTA').replace('Qc', 'Action items'),
      ['metrics high'],
    ],
  ])('of the metrics under %s', (title, text, expected) => {
    expect(outcomes(reportOf(under(title, text)))[title]).toEqual(expected);
  });

  test.each([
    ['Qy', 'drills low'],
    ['Game day', 'drills high'],
  ])('of the drills under %s', (title, expected) => {
    const seen = outcomes(reportOf(under(title, drill)));
    expect([seen['Qa'], seen['Qb'], seen['Qc']]).toEqual([[expected], [expected], [expected]]);
  });

  test('of a list that is called scenarios, and has no structure to show', () => {
    const seen = outcomes(reportOf(`# Qx\n\n## Game day\n\n### Scenarios\n\n- a\n- b`));
    expect(seen['Scenarios']).toEqual(['drills medium']);
    expect(outcomes(reportOf(under('Game day', '- a\n- b')))['Game day']).toEqual(['drills low']);
  });
});

describe('structure that says something else', () => {
  test.each([
    ['limits of machines', table('| CPU | > 90% |', '| Disk | > 80% |', '| Queue | < 500 |')],
    ['limits in seconds', table('| Page | < 2 s |', '| Login | < 5 s |', '| Up | > 99.9% |')],
    ['one time alone', table('| Answer | < 5 minutes |', '| Tests | > 90% |')],
    ['times with nothing to say that they are limits', table('| Answer | 5 minutes |', '| Call | 1 hour |')],
    ['a first level with a time', table('| Qa | 5 min |', '| Qb | 15 min |', '| Qc | 1 hour |')],
    ['moments that fall', table(...[0, 5, 10, 20, 15, 30, 60].map((at) => `| T+${at} min | Q${at} |`))],
    [
      'seven moments after detection',
      table(...[1, 2, 3, 4, 5, 6, 7].map((at) => `| T+${at} min | Q${at} |`)),
    ],
    ['five with the detection', table(...[0, 5, 10, 20, 30].map((at) => `| T+${at} min | Q${at} |`))],
    ['times that fall', table('| Qa | - |', '| Qb | after 1 hour |', '| Qc | after 15 minutes |')],
    ['two levels only', table('| Qa | - |', '| Qb | after 15 minutes |')],
    ['six moments', table(...[0, 5, 10, 20, 30, 60].map((at) => `| T+${at} min | Q${at} |`))],
    ['steps with waits', '1. Look\n2. Wait for 5 minutes\n3. Wait for 10 minutes'],
  ])('%s: a table or list like no part of a playbook', (_, text) => {
    const [finding] = outcomes(reportOf(under('Qy', text)))['Qy'] ?? [];
    expect(finding).toMatch(/^- unknown-|^roles low|^training|^procedure/);
  });

  test('a drill is not guessed beside one that is named', () => {
    const group = ['### Qa', '- a', '### Qb', '1. b', '2. c', '### Qc', '- d'].join('\n\n');
    const seen = outcomes(reportOf(`${under('Game day', '1. a\n2. b')}\n## Qz\n\n${group}`));
    expect([seen['Qa'], seen['Qb'], seen['Qc']]).toEqual(Array.from({ length: 3 }, () => ['- unknown-list']));
  });

  test.each([
    ['two lists', ['### Qa', '- a', '### Qb', '1. b', '2. c']],
    ['two that are counted', ['### Qa', '1. a', '### Qb', '1. b', '2. c', '### Qc', '- d']],
    ['none that is counted', ['### Qa', '- a', '### Qb', '- b', '### Qc', '- d']],
    [
      'one that is something else',
      ['### Qa', '- **#ops**: a\n- **#all**: b', '### Qb', '1. b', '### Qc', '- d'],
    ],
  ])('no drill: %s', (_, lines) => {
    const report = reportOf(`# Qx\n\n## Qy\n\n${lines.join('\n\n')}`);
    expect(takenAs(report, 'drills')).toEqual([]);
  });

  test('times beside a share are goals without a mark, too', () => {
    const text = table('| Qa | 2 hours |', '| Qb | 5 minutes |', '| Qc | 1 hour |', '| Qd | 90 % |');
    expect(outcomes(reportOf(under('Qy', text)))['Qy']).toEqual(['metrics low']);
    const report = reportOf(under('Qy', table('| Qa | 2 hours |', '| Qb | 1 hour |', '| Qc | 99.9 % |')));
    expect(metricsIn(report)).toEqual([
      ['Qa', 'mttr'],
      ['Qb', 'mtta'],
    ]);
    // What can be none of them is not dropped without a word.
    expect(takenAs(report, 'metrics').flatMap(({ others }) => others)).toEqual(['Qc']);
  });

  test('lines without a name of their own are no metrics', () => {
    const list = '- < 2 hours\n- < 5 minutes\n- > 90%';
    expect(outcomes(reportOf(under('Qy', list)))['Qy']).toEqual(['- unknown-list']);
  });

  test('a wide table of which one column rises is no escalation', () => {
    const rows = ['| Qa | a | b | c | - |', '| Qb | a | b | c | 5 min |', '| Qc | a | b | c | 1 hour |'];
    const text = ['| a | b | c | d | e |', '|---|---|---|---|---|', ...rows].join('\n');
    expect(takenAs(reportOf(under('Qy', text)), 'escalation')).toEqual([]);
  });

  test('a number is the goal of no trend', () => {
    const text = table('| Qa | < 2 hours |', '| Qb | < 5 minutes |', '| Qc | < 500 |', '| Qd | ↓ |');
    expect(metricsIn(reportOf(under('Qy', text)))).toEqual([
      ['Qa', 'mttr'],
      ['Qb', 'mtta'],
      ['Qd', 'incident-rate'],
    ]);
  });

  test('five moments after detection are those of the process', () => {
    const text = table(...[5, 10, 20, 30, 60].map((at) => `| T+${at} min | Q${at} |`));
    expect(outcomes(reportOf(under('Qy', text)))['Qy']).toEqual(['deadlines low']);
    const list = [5, 10, 20, 30, 60].map((at) => `- T+${at} min: Q${at}`).join('\n');
    const report = reportOf(under('Qy', list));
    expect(outcomes(report)['Qy']).toEqual(['deadlines low']);
    expect(takenAs(report, 'deadlines')[0]?.stages[4]).toEqual({ title: 'Q60', milestone: 'resolve' });
  });

  test('a goal that is a share of nearly all is none of action items', () => {
    const text = table('| MTTR | < 1 hour |', '| MTTA | < 5 minutes |', '| Up | > 99.9% |');
    expect(metricsIn(reportOf(under('Qy', text)))).toEqual([
      ['MTTR', 'mttr'],
      ['MTTA', 'mtta'],
    ]);
  });
});

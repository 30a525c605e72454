import { expect, test } from 'vitest';
import { metricsIn } from '#shared/domain/playbook-import/read-metrics.ts';

test('a metric has a title and a description, also where a cell is empty; an empty line is none', () => {
  const lines = [
    { title: '', description: 'MTTR', goal: '< 1 hour' },
    { title: 'MTTA', description: '', goal: '< 5 minutes' },
    { title: '', description: '', goal: '> 90%' },
    { title: '', description: '', goal: '' },
  ];
  expect(metricsIn(lines)).toEqual({
    kind: 'metrics',
    rows: [
      { id: 'mttr', title: 'MTTR', description: 'MTTR', goal: '< 1 hour' },
      { id: 'mtta', title: 'MTTA', description: 'MTTA', goal: '< 5 minutes' },
      { id: 'action-item-completion', title: '> 90%', description: '> 90%', goal: '> 90%', isGuess: true },
    ],
    others: [],
  });
});

import { expect, test } from 'vitest';
import { startRunning } from './running.ts';

const text = '# A\n\n| S | R |\n|---|---|\n| SEV-1 | 15m |\n| SEV-2 | 4h |\n\n## B\n\nwords';

test('a document is answered with what becomes of each of its sections', async () => {
  const running = await startRunning();
  const answer = await running.ask('POST', '/v1/playbooks/import', { name: 'ours.md', text });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    name: 'ours.md',
    title: 'A',
    language: 'en',
    sections: [
      {
        title: 'A',
        line: 1,
        findings: [
          {
            line: 3,
            outcome: 'taken',
            as: 'severities',
            confidence: 'high',
            why: ['severity-labels', 'durations'],
          },
        ],
      },
      { title: 'B', line: 8, findings: [{ line: 10, outcome: 'left-out', why: ['prose'] }] },
    ],
  });
});

test('bytes are taken too, beyond what a page may have', async () => {
  const running = await startRunning();
  const base64 = Buffer.from(`${text}\n${'word '.repeat(180_000)}`).toString('base64');
  expect((await running.ask('POST', '/v1/playbooks/import', { name: 'a.md', base64 })).status).toBe(200);
});

test.each([
  [{ text }, '/name'],
  [{ name: 'a.md' }, '/text'],
  [{ name: 'a.md', text: ' ' }, '/text'],
  [
    { name: 'a.md', base64: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 0xff, 0]).toString('base64') },
    '/text',
  ],
])('what cannot be used is refused at its place', async (body, path) => {
  const running = await startRunning();
  const { status, json } = await running.ask('POST', '/v1/playbooks/import', body);
  expect([status, json]).toMatchObject([422, { path }]);
});

test('nobody without the token has a document read', async () => {
  const running = await startRunning();
  const response = await fetch(`${running.receiver.url}/v1/playbooks/import`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
});

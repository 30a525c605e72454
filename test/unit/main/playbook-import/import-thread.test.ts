import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { importMarkdown } from '#shared/domain/playbook-import/import-markdown.ts';
import type { Destination } from '#shared/ipc/contract.ts';
import { ImportDesk } from '../../../../src/main/playbook-import/import-desk.ts';
import { readInThread, type ThreadAnswer } from '../../../../src/main/playbook-import/import-thread.ts';

class FakeThread extends EventEmitter {
  ended = 0;
  terminate(): void {
    this.ended += 1;
  }
}
const task = { document: '# A', playbooks: '/nowhere' };
const read = (text: string): ThreadAnswer => ({ base: {}, result: importMarkdown(text) });

test('a thread answers once and is ended', async () => {
  const thread = new FakeThread();
  const answer = readInThread(() => thread, task);
  thread.emit('message', read('# A'));
  expect((await answer).result.ok).toBe(true);
  expect(thread.ended).toBe(1);
});

test('one that takes too long, or too much memory, is ended and answered as such', async () => {
  const slow = new FakeThread();
  expect((await readInThread(() => slow, task, 1)).result).toEqual({
    ok: false,
    problem: { code: 'too-slow' },
  });
  expect(slow.ended).toBe(1);
  const big = new FakeThread();
  const answer = readInThread(() => big, task);
  big.emit('error', Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
  expect((await answer).result).toEqual({ ok: false, problem: { code: 'too-slow' } });
});

test('one that fails or dies is an error, never a wait', async () => {
  const failing = new FakeThread();
  const failed = readInThread(() => failing, task);
  failing.emit('error', new Error('broken'));
  await expect(failed).rejects.toThrow('broken');
  const dying = new FakeThread();
  const died = readInThread(() => dying, task);
  dying.emit('exit', 1);
  await expect(died).rejects.toThrow('without an answer');
});

test('what the command line hands over waits for a window, once; what is refused does not', async () => {
  const went: Destination[] = [];
  const desk = new ImportDesk({
    read: (document) => Promise.resolve(read(String(document))),
    go: (destination) => went.push(destination),
  });
  expect((await desk.handOver('empty.md', ' ')).result.ok).toBe(false);
  expect([desk.take(), went]).toEqual([null, []]);
  await desk.handOver('ours.md', '# Ours');
  expect(went).toEqual([{ place: 'import' }]);
  expect(desk.take()).toMatchObject({ name: 'ours.md', result: { ok: true } });
  expect(desk.take()).toBeNull();
});

test('several that are handed over all wait, and one that is handed over anew waits once', async () => {
  const desk = new ImportDesk({ read: (document) => Promise.resolve(read(String(document))), go: () => {} });
  for (const [name, text] of [
    ['ours.md', '# Old'],
    ['theirs.md', '# Theirs'],
    ['ours.md', '# New'],
  ] as const)
    await desk.handOver(name, text);
  const titles = [desk.take(), desk.take()].map((answer) => answer?.result.ok && answer.result.report.title);
  expect(titles).toEqual(['Theirs', 'New']);
  expect(desk.take()).toBeNull();
});

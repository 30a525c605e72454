import { expect, test, vi } from 'vitest';
import { requestChannel, requestNames } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { CodedError } from '../../../../src/main/ipc/coded-error.ts';
import { handleRequests, type Handlers } from '../../../../src/main/ipc/handle.ts';
import { sendPush } from '../../../../src/main/ipc/push.ts';
import type { IpcSender } from '../../../../src/main/ipc/trusted-sender.ts';

type Listener = (event: IpcSender, input: unknown) => Promise<unknown>;

/** The window of ours, and an event it would send. */
const frame = { url: 'app://tplus/index.html' };
const ours = { mainFrame: frame };
const event: IpcSender = { senderFrame: frame, sender: ours };

function setUp(handlers: Partial<Handlers> = {}, devServer?: string) {
  const listeners = new Map<string, Listener>();
  const onTrouble = vi.fn<(name: string, detail: string, error?: unknown) => void>();
  const stop = handleRequests<IpcSender>(
    {
      handle: (channel, listener) => {
        listeners.set(channel, listener);
      },
      removeHandler: (channel) => {
        listeners.delete(channel);
      },
    },
    handlers as Handlers,
    { isOurs: (contents) => contents === ours, devServer, onTrouble },
  );
  const ask = (name: keyof Handlers, input?: unknown, from: IpcSender = event): Promise<unknown> =>
    listeners.get(requestChannel(name))?.(from, input) ?? Promise.reject(new Error('no handler'));
  return { ask, listeners, onTrouble, stop };
}

test('every request of the contract is answered, and none once stopped', () => {
  expect([...requestNames].toSorted()).toEqual(Object.keys(contract.request).toSorted());
  const { listeners, stop } = setUp();
  expect(listeners.size).toBe(requestNames.length);
  stop();
  expect(listeners.size).toBe(0);
});

test('a handler gets the checked input, and its value is the answer', async () => {
  const write = vi.fn<Handlers['clipboard.write']>(() => null);
  const { ask } = setUp({ 'clipboard.write': write });
  expect(await ask('clipboard.write', { text: 'a', extra: 1 })).toEqual({ ok: true, value: null });
  expect(write).toHaveBeenCalledWith({ text: 'a' });
});

test('input that does not fit is refused before any handler sees it', async () => {
  const write = vi.fn<Handlers['clipboard.write']>(() => null);
  const { ask, onTrouble } = setUp({ 'clipboard.write': write });
  expect(await ask('clipboard.write', { text: 5 })).toEqual({
    ok: false,
    code: 'bad-input',
    detail: 'text: Invalid type: Expected string but received 5',
  });
  expect(await ask('clipboard.write')).toMatchObject({ ok: false, code: 'bad-input' });
  expect(write).not.toHaveBeenCalled();
  expect(onTrouble).toHaveBeenCalledTimes(2);
});

test('what was handed over is not told to the log: it may be a note or a message', async () => {
  const { ask, onTrouble } = setUp();
  await ask('clipboard.write', { text: { secret: 'hunter2' } });
  await ask('clipboard.write', 'hunter2');
  await ask('command.run', { type: 'hunter2' });
  await ask('settings.change', { language: 'hunter2' });
  expect(onTrouble.mock.calls.map(([name]) => name)).toHaveLength(4);
  expect(JSON.stringify(onTrouble.mock.calls)).not.toContain('hunter2');
  expect(onTrouble.mock.calls[0]).toEqual(['clipboard.write', 'bad input: text: expected string']);
});

test('failures cross as values: those foreseen by their code, the others reported as well', async () => {
  const unforeseen = new TypeError('x is not a function');
  const { ask, onTrouble } = setUp({
    'token.show': () => {
      throw new CodedError('disk-full', 'no space left');
    },
    'token.renew': () => Promise.reject(unforeseen),
  });
  expect(await ask('token.show')).toEqual({ ok: false, code: 'disk-full', detail: 'no space left' });
  expect(onTrouble).not.toHaveBeenCalled();
  expect(await ask('token.renew')).toEqual({ ok: false, code: 'failed', detail: 'x is not a function' });
  expect(onTrouble).toHaveBeenCalledWith('token.renew', 'x is not a function', unforeseen);
});

test.each([
  ['another window', { senderFrame: frame, sender: { mainFrame: frame } }],
  ['an embedded frame', { senderFrame: { url: frame.url }, sender: ours }],
  ['a frame that has gone', { senderFrame: null, sender: ours }],
])('%s is refused', async (_who, from) => {
  const show = vi.fn<Handlers['token.show']>();
  const { ask, onTrouble } = setUp({ 'token.show': show });
  expect(await ask('token.show', undefined, from)).toEqual({ ok: false, code: 'failed', detail: 'refused' });
  expect(show).not.toHaveBeenCalled();
  expect(onTrouble).toHaveBeenCalledTimes(1);
});

test.each([
  'https://tplus/index.html',
  'app://other/index.html',
  'file:///index.html',
  'http://localhost:5173/',
  'about:blank',
  '',
])('our window showing %s is refused', async (url) => {
  const page = { url };
  const show = vi.fn<Handlers['token.show']>();
  const { ask } = setUp({ 'token.show': show });
  await ask('token.show', undefined, { senderFrame: page, sender: Object.assign(ours, { mainFrame: page }) });
  Object.assign(ours, { mainFrame: frame });
  expect(show).not.toHaveBeenCalled();
});

test('in development its server’s page is ours', async () => {
  const page = { url: 'http://localhost:5173/index.html' };
  Object.assign(ours, { mainFrame: page });
  const { ask } = setUp({ 'token.show': () => ({ token: 't' }) }, 'http://localhost:5173');
  const answer = await ask('token.show', undefined, { senderFrame: page, sender: ours });
  Object.assign(ours, { mainFrame: frame });
  expect(answer).toEqual({ ok: true, value: { token: 't' } });
});

test('a push reaches a window by its channel; one that is gone is not an error', () => {
  const send = vi.fn<(channel: string, message: unknown) => void>();
  sendPush({ isDestroyed: () => false, send }, 'window.go', { place: 'pages' });
  expect(send).toHaveBeenCalledWith('tplus:push:window.go', { place: 'pages' });
  sendPush({ isDestroyed: () => true, send }, 'window.go', { place: 'pages' });
  send.mockImplementation(() => {
    throw new Error('Render frame was disposed');
  });
  sendPush({ isDestroyed: () => false, send }, 'window.go', { place: 'pages' });
  expect(send).toHaveBeenCalledTimes(2);
});

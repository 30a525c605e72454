import { expect, test, vi } from 'vitest';
import { CodedError } from '../../../../src/main/ipc/coded-error.ts';
import { createClipboard } from '../../../../src/main/platform/clipboard.ts';

test('writes text and HTML in one go, the older way', async () => {
  const write = vi.fn<(data: unknown) => void>();
  const clipboard = createClipboard({ clipboard: { write } });
  await clipboard.write({ text: 'a', html: '<b>a</b>' });
  await clipboard.write({ text: 'a' });
  expect(write.mock.calls).toEqual([[{ text: 'a', html: '<b>a</b>' }], [{ text: 'a' }]]);
});

test('writes items where there are items', async () => {
  class ClipboardItem {
    readonly data: Record<string, string>;
    constructor(data: Record<string, string>) {
      this.data = data;
    }
  }
  const write = vi.fn<(items: unknown[]) => Promise<void>>(async () => undefined);
  const clipboard = createClipboard({ clipboard: { write }, ClipboardItem });
  await clipboard.write({ text: 'a', html: '<b>a</b>' });
  // An empty form would be taken for the richer one.
  await clipboard.write({ text: 'a' });
  expect(write.mock.calls).toEqual([
    [[{ data: { 'text/plain': 'a', 'text/html': '<b>a</b>' } }]],
    [[{ data: { 'text/plain': 'a' } }]],
  ]);
});

test('a clipboard that fails says so by code', async () => {
  const clipboard = createClipboard({
    clipboard: {
      write: () => {
        throw new Error('taken');
      },
    },
  });
  await expect(clipboard.write({ text: 'a' })).rejects.toSatisfy(
    (error) => error instanceof CodedError && error.code === 'clipboard' && error.message === 'taken',
  );
});

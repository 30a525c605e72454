// @vitest-environment happy-dom
import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { deferred } from '../../../../src/renderer/ui/deferred.tsx';

it('has something stand in for it until it is there, with what it will be given', async () => {
  const { promise, resolve } = Promise.withResolvers<(props: { readonly of: string }) => string>();
  const { Part } = deferred<{ readonly of: string }>(
    () => promise,
    ({ of }) => `some ${of}`,
  );
  const host = document.createElement('div');
  const root = createRoot(host);
  root.render(<Part of="pages" />);
  await vi.waitFor(() => expect(host.textContent).toBe('some pages'));
  resolve(({ of }) => `all ${of}`);
  await vi.waitFor(() => expect(host.textContent).toBe('all pages'));
  root.unmount();
});

it('is drawn also when it comes between the drawing of its place and what follows that', async () => {
  const { promise, resolve } = Promise.withResolvers<() => string>();
  const { Part, preload } = deferred<object>(() => promise);
  const preloaded = preload();
  function ComesNow() {
    useLayoutEffect(() => resolve(() => 'drawn'));
    return null;
  }
  const host = document.createElement('div');
  const root = createRoot(host);
  root.render(
    <>
      <Part />
      <ComesNow />
    </>,
  );
  await preloaded;
  await vi.waitFor(() => expect(host.textContent).toBe('drawn'));
  root.unmount();
});

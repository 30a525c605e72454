// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, expect, test } from 'vitest';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { BridgeProvider } from '../../../../src/renderer/bridge/BridgeProvider.tsx';
import { useOpenFile, useSaveFile } from '../../../../src/renderer/bridge/files.ts';
import { initialView, useView } from '../../../../src/renderer/bridge/view.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeMain } from '../fake-bridge.ts';

function setUp() {
  const main = new FakeMain({ en: builtInPlaybook('en'), ko: builtInPlaybook('ko') });
  const words = createTranslator('en', catalogues);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={words}>
      <BridgeProvider bridge={main.bridge}>{children}</BridgeProvider>
    </I18nextProvider>
  );
  const { result } = renderHook(() => ({ save: useSaveFile(), open: useOpenFile() }), { wrapper });
  return { main, ...result.current };
}
beforeEach(() => useView.setState(initialView, true));

test('where a file was saved is said, and why it was not', async () => {
  const { main, save } = setUp();
  expect(await save({ name: 'timeline.json', text: '[]' })).toBe(true);
  expect(useView.getState().notice).toEqual({
    tone: 'info',
    text: 'Saved',
    detail: '/home/mina/timeline.json',
  });
  main.failing.set('file.save', { ok: false, code: 'file-not-written', detail: 'EACCES' });
  expect(await save({ name: 'timeline.json', text: '[]' })).toBe(false);
  expect(useView.getState().notice?.text).toMatch('The file was not written');
});

test('a picked file comes as its bytes; one that cannot be read is said', async () => {
  const { main, open } = setUp();
  expect(await open()).toBeUndefined();
  expect(useView.getState().notice).toBeUndefined();
  const file = { name: 'a.md', bytes: new TextEncoder().encode('# A') };
  main.opens = file;
  expect(await open()).toEqual(file);
  main.failing.set('file.open', { ok: false, code: 'file-too-large', detail: 'a.md: > 4 MiB' });
  expect(await open()).toBeUndefined();
  expect(useView.getState().notice?.detail).toBe('a.md: > 4 MiB');
});

import { expect, test, vi } from 'vitest';
import { appFile } from '../../../../src/main/app/app-file.ts';
import { isAppUrl } from '../../../../src/main/app/app-url.ts';
import { checkExternalUrl, openExternalLink } from '../../../../src/main/app/external-link.ts';
import { mayRequest } from '../../../../src/main/app/network-gate.ts';

test.each([
  ['https://grafana.example.com/d/1?x=%20#y', 'https://grafana.example.com/d/1?x=%20#y'],
  ['HTTPS://EXAMPLE.com', 'https://example.com/'],
  ['https://예시.kr/장애', 'https://xn--vv4b11d.kr/%EC%9E%A5%EC%95%A0'],
])('%s may leave the app', (text, url) => {
  expect(checkExternalUrl(text)).toEqual({ ok: true, url });
});

test.each([
  ['http://example.com', 'not-https'],
  ['file:///usr/share/applications/calc.desktop', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['ms-msdt:/id', 'not-https'],
  ['smb://host/share', 'not-https'],
  ['https://user:secret@example.com', 'credentials'],
  ['https://bank.example@evil.example/', 'credentials'],
  ['java\nscript:alert(1)', 'not-a-url'],
  [' https://example.com', 'not-a-url'],
  ['https://exam\tple.com', 'not-a-url'],
  ['https://', 'not-a-url'],
  ['example.com', 'not-a-url'],
  ['', 'not-a-url'],
])('%s may not', (text, reason) => {
  expect(checkExternalUrl(text)).toEqual({ ok: false, reason });
});

test('an address that is too long, as written or as spelled out, may not', () => {
  for (const path of ['a'.repeat(2000), '장'.repeat(500)]) {
    expect(checkExternalUrl(`https://example.com/${path}`)).toEqual({ ok: false, reason: 'too-long' });
  }
});

test('only a checked address reaches the system, and its failure is no exception', async () => {
  const openExternal = vi.fn<(url: string) => Promise<void>>(async () => undefined);
  expect(await openExternalLink('https://example.com', { openExternal })).toBe(true);
  expect(await openExternalLink('file:///etc/passwd', { openExternal })).toBe(false);
  expect(openExternal.mock.calls).toEqual([['https://example.com/']]);
  const broken = { openExternal: () => Promise.reject(new Error('no browser')) };
  expect(await openExternalLink('https://example.com', broken)).toBe(false);
});

test.each([
  ['app://tplus/index.html', '/out/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://tplus/assets/a%20b.js?v=1#x', '/out/renderer/assets/a b.js', 'text/javascript; charset=utf-8'],
  ['app://tplus/font.woff2', '/out/renderer/font.woff2', 'font/woff2'],
])('%s is served', (url, path, type) => {
  expect(appFile(url, '/out/renderer')).toEqual({ path, type });
});

test.each([
  'app://tplus/',
  'app://tplus/..%2f..%2fsecret.json',
  'app://tplus/%2e%2e%2frenderer-other/a.js',
  'app://tplus/a.js%00.html',
  'app://tplus/%ff.js',
  'app://tplus/passwd',
  'app://other/index.html',
  'https://tplus/index.html',
  'nonsense',
])('%s is not', (url) => {
  expect(appFile(url, '/out/renderer')).toBeUndefined();
});

test('the parser itself keeps dots within the root', () => {
  for (const url of ['app://tplus/../secret.json', 'app://tplus/%2e%2e/secret.json']) {
    expect(appFile(url, '/out/renderer')?.path).toBe('/out/renderer/secret.json');
  }
});

test('what the window may ask for', () => {
  const dev = 'http://localhost:5173';
  const asked = [
    'app://tplus/a.js',
    'blob:app://tplus/123',
    'blob:https://evil.example/123',
    'app://other/a.js',
    'https://example.com/',
    'http://localhost:5173/a.ts',
    'ws://localhost:5173/',
    'ws://localhost:1/',
    'devtools://devtools/bundled/x.js',
    'file:///etc/passwd',
    'data:text/plain,x',
  ];
  expect(asked.filter((url) => mayRequest(url, undefined))).toEqual([
    'app://tplus/a.js',
    'blob:app://tplus/123',
  ]);
  expect(asked.filter((url) => mayRequest(url, dev))).toEqual([
    'app://tplus/a.js',
    'blob:app://tplus/123',
    'http://localhost:5173/a.ts',
    'ws://localhost:5173/',
    'devtools://devtools/bundled/x.js',
  ]);
});

test('the page is known by scheme and host, not by how its address begins', () => {
  expect(isAppUrl('app://tplus.evil/index.html', undefined)).toBe(false);
  expect(isAppUrl('app://tplus:80/index.html', undefined)).toBe(false);
  expect(isAppUrl('http://localhost:51730/', 'http://localhost:5173')).toBe(false);
});

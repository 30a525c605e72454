import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from '../../../../src/main/files/file-name.ts';

test.each([
  ['post-mortem.md', 'post-mortem.md'],
  ['사후 분석 2026-11-23.html', '사후 분석 2026-11-23.html'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\x.yaml', 'C-Windows-x.yaml'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\u202egnp.exe', 'a-b-gnp.exe'],
  ['NUL.txt', '-NUL.txt'],
  ['', 'tplus'],
  ['///', 'tplus'],
  ['what? *now*.json', 'what- -now-.json'],
  [`${'é'.repeat(90)}.json`, `${'é'.repeat(60)}.json`],
  ['trailing. . ', 'trailing'],
])('%j becomes %j', (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});

test('whatever comes in, one short name without separators and controls comes out, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const clean = cleanFileName(name);
      expect(clean).toMatch(/^[^/\\\p{Cc}\u202a-\u202e]+$/u);
      expect(clean).not.toMatch(/^\.|[.\s]$/);
      expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(255);
      expect(cleanFileName(clean)).toBe(clean);
    }),
  );
});

import { expect, test } from 'vitest';
import { appHeaders } from '../../../../src/main/app/content-policy.ts';

test('the page loads what it brought along, by no inline code, and text never becomes markup', () => {
  const policy = appHeaders['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
});

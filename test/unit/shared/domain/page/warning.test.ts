import { describe, expect, it } from 'vitest';
import { payloadSchemas } from '#shared/domain/event/payloads.ts';
import { readGenericPage } from '#shared/domain/page/generic-page.ts';
import { hasWords, WARNING_TEXTS, warningOf } from '#shared/domain/page/warning.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import * as v from 'valibot';
import { pageOf, READING } from './pages.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted();

describe('a warning', () => {
  it('says in English what its code and values say', () => {
    expect(warningOf('/title', 'shortened', { from: 9, to: 3 })).toEqual({
      path: '/title',
      detail: 'was shortened from 9 to 3 characters',
      code: 'shortened',
      params: { from: 9, to: 3 },
    });
    expect(warningOf('/labels', 'not-a-map')).not.toHaveProperty('params');
  });

  it('of a page comes with them', () => {
    const read = readGenericPage({ title: 'T', severity: 'sideways' }, READING);
    expect(read).toMatchObject({
      page: {
        warnings: [
          {
            path: '/severity',
            detail: 'is not a known severity; taken as SEV-2',
            code: 'unknown-severity',
            params: { severity: 'SEV-2' },
          },
        ],
      },
    });
  });

  it.each([
    ['of before codes were kept', { path: '/x', detail: 'odd' }, false],
    ['of a newer version', { path: '/x', detail: 'odd', code: 'quite-new', params: { by: 1 } }, false],
    ['by a name of the prototype', { path: '/x', detail: 'odd', code: 'toString' }, false],
    ['of this version', warningOf('/x', 'not-text'), true],
  ])('%s is read, and has words: %s', (_, warning, known) => {
    const { id: _id, receivedAt: _at, status: _status, alarmFrom: _from, ...page } = pageOf('a');
    const read = v.parse(payloadSchemas['page.received'], { ...page, warnings: [warning] });
    expect(read.warnings).toEqual([warning]);
    expect(hasWords(warning)).toBe(known);
  });
});

it.each(Object.entries(WARNING_TEXTS))('"%s" is said in Korean with the same values', (code, english) => {
  const korean: unknown = createTranslator('ko', catalogues).getResource('ko', 'ui', `page.warning.${code}`);
  expect(korean).toMatch(/[가-힣]/);
  expect(placeholders(String(korean))).toEqual(placeholders(english));
});

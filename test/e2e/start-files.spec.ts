import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { repositoryRoot } from '../support/repository.ts';

const LANGUAGES = ['en', 'ko'] as const;
const built = join(repositoryRoot, 'out');
const page = readFileSync(join(built, 'renderer', 'index.html'), 'utf8');
const [, entry = ''] = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(page) ?? [];

test('the first screen is one script: beside it, main is asked for the words alone', () => {
  expect(entry).not.toBe('');
  const beside = [...page.matchAll(/rel="modulepreload"[^>]* href="\.\/([^"]+)" data-words="\w+"/g)].map(
    ([, file = '']) => file,
  );
  const words = beside.map((file) => readFileSync(join(built, 'renderer', file), 'utf8'));
  expect(
    words.map((text) => LANGUAGES.find((each) => text.includes(catalogues[each].ui.boundary.safe))),
  ).toEqual(expect.arrayContaining([...LANGUAGES]));
  expect(words).toHaveLength(LANGUAGES.length);
  const script = readFileSync(join(built, 'renderer', entry), 'utf8');
  expect(script.match(/(?:^|[;}])import(?=["'{*\w])[^;]*/g) ?? []).toEqual([]);
});

test('a process holds the words that it says and no others', () => {
  const script = readFileSync(join(built, 'renderer', entry), 'utf8');
  const chunks = join(built, 'main', 'chunks');
  const main = readdirSync(chunks).map((name) => readFileSync(join(chunks, name), 'utf8'));
  for (const { ui, alerts } of Object.values(catalogues)) {
    expect(script).not.toContain(ui.boundary.safe);
    expect(main.filter((text) => text.includes(ui.boundary.safe))).toEqual([]);
    expect(main.filter((text) => text.includes(alerts.quit.stay))).toHaveLength(1);
  }
});

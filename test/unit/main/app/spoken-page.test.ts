import { expect, test } from 'vitest';
import { spokenPage } from '../../../../src/main/app/spoken-page.ts';

const link = (language: string): string =>
  `    <link rel="modulepreload" crossorigin href="./assets/ui-${language}.js" data-words="${language}">\n`;
const page = (lang: string, links: string): string =>
  `<html lang="${lang}" data-theme="dark">\n  <head>\n    <link rel="stylesheet" href="./a.css">\n${links}  </head>\n</html>\n`;

test.each(['en', 'ko'] as const)(
  '%s: the page says its language, and has its words fetched and no others',
  (language) => {
    expect(spokenPage(page('en', link('en') + link('ko')), language)).toBe(page(language, link(language)));
  },
);

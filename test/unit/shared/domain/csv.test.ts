import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCsv } from '#shared/domain/csv.ts';

it('parts cells by commas and ends lines as RFC 4180 does', () => {
  expect(
    toCsv([
      ['a', 'b, c', 'say "no"'],
      ['one\ntwo', -3, ''],
    ]),
  ).toBe('a,"b, c","say ""no"""\r\n"one\ntwo",-3,\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tcmd', '\rcmd', '\n=1', '＝1', '=HYPERLINK("http://x","y")'])(
  'makes %j text for a spreadsheet',
  (text) => {
    expect(readCsv(toCsv([[text]]))).toEqual([[`'${text}`]]);
  },
);

/** By the grammar of RFC 4180, section 2. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  let row: string[] = [];
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (match === null) throw new Error(`not CSV: ${JSON.stringify(rest)}`);
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(match[0].length);
  }
  return rows;
}

it('is read back cell by cell, whatever is in them, and no cell begins a formula', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=x', '"', ',', '\r\n', "'"),
  );
  const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (given) => {
      const read = readCsv(toCsv(given));
      expect(read.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))).toEqual(
        given.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
      );
      for (const each of read.flat()) expect(each).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

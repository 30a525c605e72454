import type { Cell } from './document.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The texts of each column, from top to bottom. */
  readonly columns: readonly (readonly string[])[];
}

export function tableOf(header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    header,
    rows,
    columns: header.map((_, column) => rows.map((row) => row[column]?.text ?? '')),
  };
}

export function transposed({ header, rows }: Table): Table {
  const plain = (text: string): Cell => ({ text, bold: false });
  const [corner = '', ...names] = header;
  return tableOf(
    [corner, ...rows.map((row) => row[0]?.text ?? '')],
    names.map((name, index) => [plain(name), ...rows.map((row) => plain(row[index + 1]?.text ?? ''))]),
  );
}

/** Whether a cell says something; a dash does not. */
export function isFilled(text: string): boolean {
  return text !== '' && !/^[-–—]$/.test(text);
}

export function dashless(text: string): string {
  return isFilled(text) ? text : '';
}

import type { ListBlock, ListItem } from './document.ts';

/** An item with what is nested in it. */
export const wholeText = ({ text, items }: ListItem): string =>
  [text, ...items.map((item) => item.text)].join('\n');

/** Every item, and each nested one after its own. */
export const textsOf = ({ items }: ListBlock): string[] =>
  items
    .flatMap(({ text, items: nested }) => [text, ...nested.map((item) => item.text)])
    .filter((text) => text !== '');

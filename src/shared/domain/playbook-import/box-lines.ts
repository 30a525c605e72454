import type { Block, ListItem } from './document.ts';

const BOX = /^\s*(?:\d{1,3}[.)]\s*)?(□|☐|▢|☑|☒|\[[ xX]\])\s*(\S.*)$/;

/**
 * Lines that each begin with a box, without a list's own marks: `□ text`, or `[ ] text`. Lines between them that have
 * no box are text of the one before.
 * @returns undefined where the text is none of that
 */
export function readBoxLines(text: string, firstLine: number): Block[] | undefined {
  const lines = text.split('\n');
  if (!BOX.test(lines[0] ?? '')) return undefined;
  const items: ListItem[] = [];
  lines.forEach((content, index) => {
    const [, box, own = ''] = BOX.exec(content) ?? [];
    if (box === undefined) {
      const before = items.pop();
      if (before !== undefined)
        items.push({
          ...before,
          text: `${before.text} ${content.trim()}`,
          rest: `${before.text} ${content.trim()}`,
        });
      return;
    }
    const checked = /[☑☒xX]/.test(box);
    const plain = { label: '', bold: false, isLink: false, items: [] };
    items.push({ ...plain, line: firstLine + index, text: own.trim(), rest: own.trim(), checked });
  });
  return [{ kind: 'list', line: firstLine, ordered: false, items }];
}

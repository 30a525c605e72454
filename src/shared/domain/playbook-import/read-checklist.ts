import type { ListBlock } from './document.ts';
import { durationsIn } from './durations.ts';
import { severitiesIn } from './severity-labels.ts';
import { leftOut, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';

/**
 * A list with boxes to tick. A window in its heading, or numbers before its boxes, make it a phase of a procedure (process
 * document 5.1, 5.3); one that stands alone is the quick reference (9.1); one whose heading is about learning is
 * training (8.1). What is ticked already speaks of the document itself.
 * @returns undefined where fewer than half of the items have a box
 */
export function readChecklist(list: ListBlock, around: Surroundings): Verdict | undefined {
  const boxes = list.items.filter(({ checked }) => checked !== undefined);
  if (boxes.length * 2 < list.items.length || boxes.length === 0) return undefined;
  if (boxes.every(({ checked }) => checked === true)) return leftOut('ticked');
  const items = list.items
    .flatMap(({ text, items: nested }) => [text, ...nested.map((item) => item.text)])
    .map(withoutBox)
    .filter((text) => text.trim() !== '');
  if (items.length === 0) return leftOut('unknown-list');
  const [own = '', ...over] = around.titles;
  const windows = durationsIn(own);
  const severities =
    severitiesIn(own, around.grading).length > 0
      ? severitiesIn(own, around.grading)
      : severitiesOver(over, around);
  const isTraining = titled(HINTS.training, around.titles);
  if (windows.length === 0 && isTraining && severities.length === 0)
    return taken(
      { kind: 'training', title: own, items },
      list.ordered ? 'medium' : 'high',
      'tick-boxes',
      'words',
    );
  const isAlone = around.place.count === 1;
  const isQuick = titled(HINTS.quick, around.titles.slice(0, 2));
  if (windows.length === 0 && severities.length === 0 && isAlone && !list.ordered)
    return taken(
      { kind: 'quick-reference', title: own, items },
      isQuick ? 'high' : 'medium',
      'tick-boxes',
      'only-one',
    );
  const untilMs = windows.at(-1)?.ms;
  const isPart = around.place.count > 1;
  const group = isPart ? (over[0] ?? own) : own;
  const isSure = windows.length > 0 || list.ordered;
  return taken(
    {
      kind: 'procedure',
      group,
      phase: phaseTitle(own),
      severities,
      untilMs: untilMs === 0 ? undefined : untilMs,
      items,
    },
    isSure && (severities.length > 0 || titled(HINTS.data, around.titles))
      ? 'high'
      : isSure
        ? 'medium'
        : 'low',
    'tick-boxes',
    ...(windows.length > 0 ? (['time-windows'] as const) : []),
    ...(list.ordered ? (['numbered-steps'] as const) : []),
    ...(severities.length > 0 ? (['severity-labels'] as const) : []),
  );
}

/** The nearest heading that names severities. */
function severitiesOver(titles: readonly string[], { grading }: Surroundings) {
  return titles.map((title) => severitiesIn(title, grading)).find((each) => each.length > 0) ?? [];
}

/** `Diagnosis (15-30 min)` without its window. */
function phaseTitle(title: string): string {
  const bare = title
    .replace(/[([][^()[\]]*\d[^()[\]]*[)\]]\s*$/, '')
    .replace(/[\s,:–—-]+$/, '')
    .trim();
  return bare === '' ? title : bare;
}

function withoutBox(text: string): string {
  return text.replace(/^(?:[□☐▢☑☒■✅✔]|\[[ xX]\])\s*/, '');
}

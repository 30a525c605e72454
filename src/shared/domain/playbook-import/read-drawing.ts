import { durationsIn } from './durations.ts';
import { namesLevel } from './read-escalation.ts';
import type { PersonField } from './report.ts';
import { type Grading, severitiesIn } from './severity-labels.ts';

const BOX_CHARACTERS = /[┌┐└┘├┤┬┴┼│─━┃═║╔╗╚╝]|^\s*\+[-=]{3,}\+|^\s*\|.*\|\s*$/;
const DIAGRAMS: ReadonlySet<string> = new Set(['mermaid', 'plantuml', 'puml', 'dot', 'graphviz', 'd2']);
const BULLET = /^[\s│|]*(?:[•●▪*-])\s+\S/;

export function isDiagram(language: string): boolean {
  return DIAGRAMS.has(language);
}

/** Whether a text is a drawing made of characters: several lines of it have some of a box. */
export function isDrawn(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const drawn = lines.filter((line) => BOX_CHARACTERS.test(line)).length;
  return drawn >= 3 && drawn * 2 >= lines.length && /[┌└├│┃║╔]|\+[-=]{3,}/.test(text);
}

/** What a drawing is probably about: times by severity, levels to escalate through, or what marks each severity. */
export function fieldOfDrawing(text: string, grading: Grading): PersonField {
  const lines = text.split('\n');
  const timed = lines.filter(
    (line) => severitiesIn(line, grading).length > 0 && durationsIn(line).length >= 2,
  );
  if (timed.length >= 2 || lines.some((line) => [...line.matchAll(/T\s?\+\s?\d/gi)].length >= 3))
    return 'deadlines';
  const levels = lines.filter((line) => namesLevel(bare(line)));
  if (levels.length >= 2 && lines.some((line) => durationsIn(line).length > 0)) return 'escalation';
  return characteristicsInDrawing(text, grading).size >= 2 ? 'characteristics' : 'none';
}

/** What stands in points under each severity. */
export function characteristicsInDrawing(
  text: string,
  grading: Grading,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let current: string | undefined;
  for (const line of text.split('\n')) {
    const words = bare(line);
    const [severity] = severitiesIn(words, grading);
    if (severity !== undefined && !BULLET.test(line)) current = severity;
    else if (current !== undefined && BULLET.test(line))
      found.set(current, [...(found.get(current) ?? []), words.replace(/^[•●▪*-]\s+/, '')]);
  }
  return found;
}

/** Times by severity, ms, in the order of their line. */
export function timesInDrawing(text: string, grading: Grading): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const line of text.split('\n')) {
    const [severity, ...more] = severitiesIn(line, grading);
    const times = durationsIn(line).map(({ ms }) => ms);
    if (severity !== undefined && more.length === 0 && times.length >= 2) found.set(severity, times);
  }
  return found;
}

/** The names on the boxes of a Mermaid flow chart, in their order. */
export function boxesOfDiagram(text: string): string[] {
  const names = [
    ...text.matchAll(/\b\w+\s*(?:\[+|\(+|\{+|>)\s*"?([^[\](){}"|]{1,80}?)"?\s*(?:\]+|\)+|\}+)/g),
  ];
  return [...new Set(names.map((match) => (match[1] ?? '').trim()).filter((name) => name !== ''))];
}

/** `key: 'words'` in a piece of code, as a list of categories has it. */
export function pairsInCode(text: string): { readonly key: string; readonly words: string }[] {
  const blocks = [...text.matchAll(/[{[(]([^{}[\]()]*)[}\])]/g)].map((match) => match[1] ?? '');
  const pairs = blocks.map((block) =>
    [
      ...block.matchAll(
        /^\s*["']?([\w-]{2,40})["']?\s*[:=]\s*["'`]([^"'`\n]{1,80})["'`],?\s*(?:(?:\/\/|#).*)?$/gm,
      ),
    ].map(([, key = '', words = '']) => ({ key, words })),
  );
  return pairs.find((each) => each.length >= 3) ?? [];
}

function bare(line: string): string {
  return line.replaceAll(/[┌┐└┘├┤┬┴┼│─━┃═║╔╗╚╝|]/g, ' ').trim();
}

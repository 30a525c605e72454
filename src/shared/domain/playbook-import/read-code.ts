import type { CodeBlock } from './document.ts';
import { isShell, looksTyped, readShell } from './read-commands.ts';
import { fieldOfDrawing, isDiagram, isDrawn, pairsInCode } from './read-drawing.ts';
import { readStates } from './read-states.ts';
import { looseBraceLine, placeholderCount, readTemplate } from './read-template.ts';
import { leftOut, raised, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';

/** Fences that hold text for people. */
const PLAIN: ReadonlySet<string> = new Set([
  '',
  'markdown',
  'md',
  'text',
  'txt',
  'plain',
  'plaintext',
  'slack',
  'email',
  'mrkdwn',
  'template',
]);
const HEADING = /^#{1,6}\s+\S/m;
const BOXES = /^\s*(?:[-*+]|\d{1,3}[.)])?\s*(?:\[[ xX]\]|[□☐▢])\s/m;
const LIST = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\S/m;

/**
 * Whether a fence holds a part of the document rather than a message: it has boxes to tick, or headings or lists without
 * names in braces. Such a fence is read as the document is.
 */
export function holdsDocument({ language, text }: CodeBlock): boolean {
  if (!PLAIN.has(language) || isDrawn(text)) return false;
  if (BOXES.test(text)) return true;
  return (
    placeholderCount(text) === 0 &&
    (HEADING.test(text) || (LIST.test(text) && language !== '' && language !== 'text'))
  );
}

/** What a fence is. */
export function readCode({ language, text }: CodeBlock, around: Surroundings): Verdict {
  if (isDiagram(language)) return { outcome: 'for-a-person', drawing: 'diagram', field: 'lifecycle' };
  if (isDrawn(text)) {
    return { outcome: 'for-a-person', drawing: 'box', field: fieldOfDrawing(text, around.grading) };
  }
  if (isShell(language) || (language === '' && looksTyped(text))) return readCommands(text, around);
  if (language === 'yaml' || language === 'yml' || language === 'json') {
    const states = readStates(text);
    if (states.length > 0) return taken({ kind: 'status-page', states }, 'high', 'states');
  } else if (PLAIN.has(language)) {
    return readMessage(text, around);
  }
  return {
    outcome: 'for-a-person',
    drawing: 'code',
    field: pairsInCode(text).length > 0 ? 'categories' : 'none',
  };
}

function readCommands(text: string, { titles }: Surroundings): Verdict {
  const { criteria, steps, commands } = readShell(text, titles[0] ?? '');
  if (steps.length >= 2) {
    const isNamed = titled(HINTS.rollback, titles) || HINTS.rollback.test(text);
    return taken(
      { kind: 'rollback', title: titles[0] ?? '', criteria, steps },
      raised(criteria.length > 0 ? 'medium' : 'low', isNamed),
      'shell',
      'numbered-steps',
    );
  }
  if (commands.length === 0) return { outcome: 'for-a-person', drawing: 'code', field: 'none' };
  return taken({ kind: 'commands', commands }, 'high', 'shell');
}

/** A message, or the whole document that is written after an incident (process document 4.2, 6.2). */
export function readMessage(text: string, { titles }: Surroundings): Verdict {
  if (placeholderCount(text) === 0)
    return leftOut(looseBraceLine(text) === undefined ? 'unknown-code' : 'open-braces');
  if (looseBraceLine(text) !== undefined) return leftOut('open-braces');
  const headings = [...text.matchAll(/^#{1,6}\s+\S/gm)].length;
  const title = titles[0] ?? '';
  if (headings >= 3) {
    const isNamed = titled(HINTS.postMortem, titles) || HINTS.postMortem.test(text);
    return taken(
      { kind: 'post-mortem-template', title, template: readTemplate(text) },
      raised('medium', isNamed),
      'placeholders',
      'headings-in-fence',
    );
  }
  return taken(
    { kind: 'template', title, template: readTemplate(text) },
    placeholderCount(text) > 1 ? 'high' : 'medium',
    'placeholders',
  );
}

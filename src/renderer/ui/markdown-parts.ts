/** A stretch of a document: read as Markdown, or shown as it is written because reading it would take too long. */
export interface MarkdownPart {
  readonly kind: 'markdown' | 'literal';
  readonly text: string;
}

// Reading is quadratic in what may begin or end markup, and in lines; pipes cost a fraction. Measured with the parser that
// reads them: 2,000 of any of these take up to 0.1 s, and ten times that is the longest that a whole document may take.
const MAX_WEIGHT = 2000;
const MAX_LENGTH = 20_000;
const MAX_WORK = 10 * MAX_WEIGHT ** 2;
const MAX_READ = 400_000;
/** Quotes and lists begun in one line. Deeper ones cost their square, and end the parser's stack. */
const MAX_DEPTH = 20;
const MARKS = /[*_~[\]!<&\\`]|www|:\/\//gi;
const PIPES = /\|/g;
const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts a document into parts that are read one by one, each in a bounded time; one that is short and plain is a single
 * part. Cuts are at blank lines outside fences. The parts' texts, joined, are the document. Pure.
 */
export function markdownParts(text: string): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let work = 0;
  let read = 0;
  for (const each of chunksOf(blocksOf(text))) {
    const next = work + each.weight ** 2;
    const isRead = each.isShallow && fits(each) && next <= MAX_WORK && read + each.text.length <= MAX_READ;
    if (isRead) {
      work = next;
      read += each.text.length;
      parts.push({ kind: 'markdown', text: each.text });
    } else if (parts.at(-1)?.kind === 'literal') {
      parts.push({ kind: 'literal', text: `${parts.pop()?.text ?? ''}${each.text}` });
    } else {
      parts.push({ kind: 'literal', text: each.text });
    }
  }
  return parts;
}

interface Stretch {
  readonly text: string;
  readonly weight: number;
  readonly isShallow: boolean;
}

function fits({ text, weight }: Stretch): boolean {
  return weight <= MAX_WEIGHT && text.length <= MAX_LENGTH;
}

/** As many blocks together as may be read at once: what refers to another is mostly near it. */
function chunksOf(blocks: readonly string[]): Stretch[] {
  const chunks: Stretch[] = [];
  for (const text of blocks) {
    const block = { text, weight: weightOf(text), isShallow: isShallow(text) };
    const last = chunks.at(-1);
    const joined = last && {
      text: `${last.text}${text}`,
      weight: last.weight + block.weight,
      isShallow: last.isShallow && block.isShallow,
    };
    if (joined?.isShallow === true && fits(joined)) chunks[chunks.length - 1] = joined;
    else chunks.push(block);
  }
  return chunks;
}

/** Cut before a line that follows a blank one and is not indented: what is indented belongs to what is above it. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  let at = 0;
  let fence: string | undefined;
  let afterBlank = false;
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === '';
    if (afterBlank && !isBlank && fence === undefined && !/^[ \t]/.test(line)) {
      blocks.push(text.slice(start, at));
      start = at;
    }
    fence = fenceAfter(line, fence);
    afterBlank = isBlank;
    at += line.length + 1;
  }
  return [...blocks, text.slice(start)];
}

/** The fence that is open after a line. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const found = FENCE.exec(line)?.[1];
  if (found === undefined) return open;
  if (open === undefined) return found;
  const closes = found.startsWith(open) && line.trim() === found;
  return closes ? undefined : open;
}

function weightOf(text: string): number {
  const lines = text.split('\n').length - 1;
  return lines + count(text, MARKS) + count(text, PIPES) / 4;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}

function isShallow(text: string): boolean {
  return text.split('\n').every((line) => {
    let depth = 0;
    CONTAINER.lastIndex = 0;
    while (CONTAINER.test(line)) {
      depth += 1;
      if (depth > MAX_DEPTH) return false;
    }
    return true;
  });
}

/** A piece of a template's line. Bold does not nest. */
export type BodyInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly id: string }
  | { readonly kind: 'strong'; readonly nodes: readonly BodyInline[] };

export interface BodyLine {
  readonly kind: LineKind;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
  readonly nodes: readonly BodyInline[];
}
export type LineKind = 'text' | 'item' | 'heading' | 'blank';

const ITEM = /^\s*[-*]\s+(.*)$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const STRONG = /\*\*(?!\s)(.+?)(?<!\s)\*\*/g;
const FIELD = /\{([a-z][a-z0-9-]*)\}/g;
const PLACEHOLDER = /\{([^{}\n]*)\}/g;

/**
 * Reads a template's body: the little Markdown of process document 4.2 and no more. `**bold**`, `- ` items,
 * `# ` headings, `{field}`; everything else is text as it stands. Never fails.
 */
export function parseBody(body: string): BodyLine[] {
  return body
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => parseLine(line.trimEnd()));
}

/** One line's text, without the line's own marker. */
export function parseInline(text: string): BodyInline[] {
  return splitAt<BodyInline>(
    text,
    STRONG,
    (inner) => ({ kind: 'strong', nodes: parseFields(inner) }),
    parseFields,
  );
}

/** Every name in braces, in order, whether or not it could be a field's id. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

function parseLine(line: string): BodyLine {
  if (line.trim() === '') return { kind: 'blank', nodes: [] };
  const item = ITEM.exec(line)?.[1];
  if (item !== undefined) return { kind: 'item', nodes: parseInline(item) };
  const heading = HEADING.exec(line);
  if (heading !== null) {
    return { kind: 'heading', level: heading[1]?.length ?? 1, nodes: parseInline(heading[2] ?? '') };
  }
  return { kind: 'text', nodes: parseInline(line) };
}

function parseFields(text: string): BodyInline[] {
  return splitAt<BodyInline>(
    text,
    FIELD,
    (id) => ({ kind: 'field', id }),
    (plain) => [{ kind: 'text', text: plain }],
  );
}

/** Cuts `text` at the matches of `pattern`: their first group through `inside`, what lies between through `outside`. */
export function splitAt<Inline>(
  text: string,
  pattern: RegExp,
  inside: (group: string) => Inline,
  outside: (between: string) => Inline[],
): Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) nodes.push(...outside(text.slice(end, match.index)));
    nodes.push(inside(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(...outside(text.slice(end)));
  return nodes;
}

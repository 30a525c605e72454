/** A name near a word that puts the fault on somebody (process document 6.1): pointed out, never rewritten. */
export interface BlameHint {
  readonly name: string;
  readonly word: string;
  /** Of the sentence, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/** A full stop within a word or a handle ends none. */
const SENTENCE = /(?:[^.!?。\n|]|[.!?](?=\S))+/g;
const HANDLE = /(?<![\p{L}\p{N}@])@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;
const SHORTEST = 2;
/** A Korean particle may follow a name in Latin letters; more of those make another name. */
const NAME_END = '(?![\\p{Script=Latin}\\p{N}])';

/**
 * The places to look at again, one for each sentence that has both a name and a fault word. Names are those given and every
 * `@handle`; a word in Latin letters counts from its beginning, a Korean one wherever it stands, as it takes endings.
 */
export function blameHints(
  text: string,
  { faultWords, names }: { readonly faultWords: readonly string[]; readonly names: Iterable<string> },
): BlameHint[] {
  const words = matcherOf(faultWords, '');
  if (words === undefined) return [];
  const known = matcherOf(
    [...names].map((name) => name.trim().replace(/^@+/, '')),
    NAME_END,
  );
  const lines = lineCounter(text);
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: sentence }) => {
    const word = words.exec(sentence)?.[0];
    if (word === undefined) return [];
    const name = known?.exec(sentence)?.[0] ?? sentence.match(HANDLE)?.[0];
    if (name === undefined) return [];
    const trimmed = sentence.trim();
    const start = index + sentence.indexOf(trimmed);
    return [{ name, word, start, end: start + trimmed.length, line: lines(start) }];
  });
}

function matcherOf(words: readonly string[], end: string): RegExp | undefined {
  const patterns = [...new Set(words)]
    .filter((word) => word.length >= SHORTEST)
    .toSorted((one, other) => other.length - one.length)
    .map((word) => {
      const literal = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      return /^\p{Script=Hangul}/u.test(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}${end}`;
    });
  return patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'iu');
}

/** The line of a place; places are asked for in rising order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let seen = 0;
  return (place) => {
    for (; seen < place; seen += 1) if (text[seen] === '\n') line += 1;
    return line;
  };
}

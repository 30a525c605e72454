import { Document, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import { parsePlaybook } from '../playbook/parse.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { PlaybookProblem } from '../playbook/problem.ts';
import type { PlaybookDraft } from './draft.ts';
import type { Origin } from './draft-source.ts';
import { writeDuration } from './durations.ts';

export interface WrittenDraft {
  readonly yaml: string;
  readonly problems: readonly PlaybookProblem[];
  /** Set where there is no problem. */
  readonly playbook: Playbook | undefined;
}

/** Keys whose numbers are durations in the playbook's normal form. */
const DURATIONS: ReadonlySet<string> = new Set(['due', 'lateAfter', 'every', 'after', 'within', 'under']);

/**
 * The draft as the YAML of a playbook file, each part with a comment that says which line of the document it came from,
 * and what is wrong with it as a playbook.
 * @param fileName of the document, for the comments
 * @param says the words of the comments, in the person's language
 */
export function writeDraft(
  { value, origins }: PlaybookDraft,
  says: { readonly head: string; readonly line: (line: number) => string },
): WrittenDraft {
  const document = new Document(written(value, ''), { aliasDuplicateObjects: false });
  document.commentBefore = ` ${says.head.replaceAll('\n', '\n ')}`;
  for (const [place, { line }] of origins) {
    const node = nodeAt(document, place);
    if (node !== undefined) node.commentBefore = ` ${says.line(line)}`;
  }
  const yaml = document.toString({ lineWidth: 110 });
  const parsed = parsePlaybook(yaml, '');
  return parsed.ok
    ? { yaml, problems: [], playbook: parsed.playbook }
    : { yaml, problems: parsed.problems, playbook: undefined };
}

/** Where the part with a problem came from: its own entry, else the list that it stands in. */
export function originOf(path: string, origins: ReadonlyMap<string, Origin>): Origin | undefined {
  const [, key = '', index] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  return origins.get(`${key}.${index ?? ''}`) ?? origins.get(key);
}

function written(value: unknown, key: string): unknown {
  if (typeof value === 'number' && DURATIONS.has(key)) return writeDuration(value);
  if (Array.isArray(value)) return value.map((entry) => written(entry, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [name, written(part, name)]),
  );
}

/** The key of a top-level part, or an entry of its list. */
function nodeAt({ contents }: Document, place: string): Node | undefined {
  const [key = '', index] = place.split('.');
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return undefined;
  if (index === undefined) return isNode(pair.key) ? pair.key : undefined;
  const entry: unknown = isSeq(pair.value) ? pair.value.items[Number(index)] : undefined;
  return isNode(entry) ? entry : undefined;
}

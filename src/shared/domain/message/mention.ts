import type { MessageInline } from './message-line.ts';

/** Invisible and without width: enough for no chat to read a mention. `cleanValue` takes it out of values. */
const MENTION_GUARD = '\u200b';

/**
 * What calls many people in Slack, Mattermost or Teams when it is pasted or sent: `@here` as people type it, and Slack's
 * own `<!here>`, `<!subteam^…>` and `<@U…>`. An address such as `ops@all.example` is none.
 */
const MENTIONS = [
  /(?<![a-z0-9])[@\uff20](?:channel|here|everyone|all|group)(?![a-z0-9])/gi,
  /<(?:!(?:channel|here|everyone|group|subteam)|@[a-z0-9])/gi,
];

interface Leaf {
  readonly text: string;
  readonly start: number;
  readonly isValue: boolean;
}

/**
 * A line whose values can call nobody by accident: a guard stands in every mention that a value has a part in, also in
 * one that it makes together with the template (`@{name}` filled with `here`). A mention that the template itself
 * spells out is left as it is.
 */
export function disarmMentions(nodes: readonly MessageInline[]): MessageInline[] {
  const leaves = leavesOf(nodes);
  const places = placesOf(leaves);
  if (places.length === 0) return [...nodes];
  let start = 0;
  const guard = (node: MessageInline): MessageInline => {
    if (node.kind === 'strong') return { ...node, nodes: node.nodes.map(guard) };
    const from = start;
    start += lengthOf(node);
    if (node.kind !== 'value') return node;
    // A place between two leaves belongs to the value that begins there, else to the one that ends there.
    const own = places.filter(
      (place) => place >= from && (place < start || (place === start && !beginsValue(leaves, place))),
    );
    return {
      ...node,
      text: insertAt(
        node.text,
        own.map((place) => place - from),
      ),
    };
  };
  return nodes.map(guard);
}

function leavesOf(nodes: readonly MessageInline[]): Leaf[] {
  const leaves: Leaf[] = [];
  let start = 0;
  const read = (node: MessageInline): void => {
    if (node.kind === 'strong') {
      for (const inner of node.nodes) read(inner);
      return;
    }
    const text = node.kind === 'gap' ? `{${node.label}}` : node.text;
    leaves.push({ text, start, isValue: node.kind === 'value' });
    start += text.length;
  };
  for (const node of nodes) read(node);
  return leaves;
}

/** Where guards go: after the first letter of a mention that a value touches, counted over the whole line. */
function placesOf(leaves: readonly Leaf[]): number[] {
  const line = leaves.map(({ text }) => text).join('');
  // Each by itself: `<@here` is both.
  const found = MENTIONS.flatMap((mention) => [...line.matchAll(mention)]);
  const places = found.flatMap(({ index, 0: { length } }) => {
    for (let place = index + 1; place < index + length; place += 1) {
      if (isValueAt(leaves, place) || isValueAt(leaves, place - 1)) return [place];
    }
    return [];
  });
  return places.toSorted((one, other) => one - other);
}

function isValueAt(leaves: readonly Leaf[], place: number): boolean {
  return leaves.some(({ start, text, isValue }) => isValue && place >= start && place < start + text.length);
}

function beginsValue(leaves: readonly Leaf[], place: number): boolean {
  return leaves.some(({ start, text, isValue }) => isValue && start === place && text !== '');
}

function lengthOf(node: Exclude<MessageInline, { kind: 'strong' }>): number {
  return node.kind === 'gap' ? node.label.length + 2 : node.text.length;
}

function insertAt(text: string, places: readonly number[]): string {
  return places.reduceRight((done, place) => done.slice(0, place) + MENTION_GUARD + done.slice(place), text);
}

import { readYaml } from '../playbook/source.ts';

export interface ImportedState {
  readonly name: string;
  readonly title: string;
  readonly message: string;
  readonly colour: string | undefined;
}

const COLOURS: Readonly<Record<string, string>> = {
  yellow: 'yellow',
  minor: 'yellow',
  investigating: 'yellow',
  warning: 'yellow',
  notice: 'yellow',
  degraded: 'yellow',
  orange: 'orange',
  partial: 'orange',
  amber: 'orange',
  major: 'orange',
  identified: 'orange',
  monitoring: 'orange',
  red: 'red',
  critical: 'red',
  outage: 'red',
  down: 'red',
  green: 'green',
  ok: 'green',
  operational: 'green',
  resolved: 'green',
  up: 'green',
};

/**
 * States of a status page in YAML or JSON (process document 4.3): entries of one shape, each with a short text and a
 * longer one. Which is which is told by their lengths, so any words will do as keys.
 */
export function readStates(text: string): ImportedState[] {
  const source = readYaml(text);
  if (!('locate' in source)) return [];
  return statesIn(source.value, 0);
}

function statesIn(value: unknown, depth: number): ImportedState[] {
  if (depth > 6 || typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const states = entries.map(([key, entry]) => stateOf(Array.isArray(value) ? '' : key, entry));
  if (states.length >= 2 && states.every((state) => state !== undefined)) return states.slice(0, 20);
  for (const [, entry] of entries) {
    const found = statesIn(entry, depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}

function stateOf(key: string, value: unknown): ImportedState | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = Object.entries(value).flatMap(([name, text]) =>
    typeof text === 'string' ? [{ name, text: text.trim() }] : [],
  );
  const colour = texts.map(({ text }) => COLOURS[text.toLowerCase()]).find((each) => each !== undefined);
  const words = texts.filter(({ text }) => text !== '' && COLOURS[text.toLowerCase()] === undefined);
  const longest = words.toSorted((a, b) => b.text.length - a.text.length)[0];
  const named =
    words.find(({ name }) => /title|name|제목|subject/i.test(name)) ?? words.find((each) => each !== longest);
  const said = words.find(({ name }) => /message|body|text|내용|본문/i.test(name)) ?? longest;
  if (named === undefined || said === undefined || named === said) return undefined;
  return { name: key || named.text, title: named.text, message: said.text, colour };
}

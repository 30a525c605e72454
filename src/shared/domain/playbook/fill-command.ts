import { cleanValue, toOneLine } from '../message/clean-value.ts';
import type { PlaybookCommand } from './schema-process.ts';

export type CommandVariable = NonNullable<PlaybookCommand['variables']>[number];
/** Text of the command, a value in its place, or a gap still to fill. */
export type CommandPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly variable: string; readonly text: string }
  | { readonly kind: 'gap'; readonly variable: string; readonly label: string };

export interface FilledCommand {
  readonly parts: readonly CommandPart[];
  /** What is copied: gaps stay in braces. */
  readonly text: string;
  /** The variables still missing, each once, in the order of the text. */
  readonly gaps: readonly CommandVariable[];
  /** Values that a shell would not take as one plain word, and why. */
  readonly risks: readonly CommandRisk[];
}
export interface CommandRisk {
  readonly variable: CommandVariable;
  /** The characters a shell acts on, each once; `-` for a value that begins like an option. */
  readonly characters: readonly string[];
}

/** Not the shell's own `${version}`. */
const PLACEHOLDER = /(?<!\$)\{([a-z][a-z0-9-]*)\}/g;
/** Not what every shell takes as it stands: letters and digits of any script, and a few signs. */
const RISKY = /[^\p{L}\p{M}\p{N}_@%+=:,./-]/gu;

/**
 * A command with its variables filled (process document 5.2 and 9.2). A value stands in it literally, never quoted: the
 * same braces may stand in a comment, a URL or inside quotes. So it is made harmless where that changes nothing (one line,
 * no control, reordering or invisible characters: nothing runs by being pasted), and what a shell would act on is
 * reported, to be said before copying. Braces that name no variable of the command are its own.
 */
export function fillCommand(
  { command, variables = [] }: Pick<PlaybookCommand, 'command' | 'variables'>,
  values: Readonly<Record<string, string>>,
): FilledCommand {
  const known = new Map(variables.map((variable) => [variable.id, variable]));
  const parts: CommandPart[] = [];
  const gaps = new Map<string, CommandVariable>();
  const risks = new Map<string, CommandRisk>();
  const source = command.trimEnd();
  let end = 0;
  for (const { 0: braces, 1: id = '', index } of source.matchAll(PLACEHOLDER)) {
    const variable = known.get(id);
    if (variable === undefined) continue;
    if (index > end) parts.push({ kind: 'text', text: source.slice(end, index) });
    end = index + braces.length;
    const value = Object.hasOwn(values, id) ? toOneLine(cleanValue(values[id] ?? '')) : '';
    if (value === '') {
      parts.push({ kind: 'gap', variable: id, label: variable.label });
      gaps.set(id, variable);
      continue;
    }
    parts.push({ kind: 'value', variable: id, text: value });
    const characters = riskyIn(value);
    if (characters.length > 0) risks.set(id, { variable, characters });
  }
  if (end < source.length) parts.push({ kind: 'text', text: source.slice(end) });
  const text = parts.map((part) => (part.kind === 'gap' ? `{${part.variable}}` : part.text)).join('');
  return { parts, text, gaps: [...gaps.values()], risks: [...risks.values()] };
}

function riskyIn(value: string): string[] {
  const option = value.startsWith('-') ? ['-'] : [];
  return [...new Set([...option, ...(value.match(RISKY) ?? [])])];
}

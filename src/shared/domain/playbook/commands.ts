/** `{version}`, but not the shell's own `${version}`, and not `{print $1}`. */
const VARIABLE = /(?<!\$)\{([a-z][a-z0-9-]*)\}/g;

/** The variables that a command's text leaves open, in order, each once (process document 9.2, 5.2). */
export function commandVariables(command: string): string[] {
  return [...new Set([...command.matchAll(VARIABLE)].map((match) => match[1] ?? ''))];
}

/** An entry for `$XDG_CONFIG_HOME/autostart` (Desktop Entry Specification 1.5, Autostart 0.5). `command`: program, arguments. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tplus',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * Quoted twice: once for the Exec key (quotes, backslash, backtick and dollar), once as a string value of the file
 * (backslashes again); `%` begins a field code and is doubled.
 */
function quoted(argument: string): string {
  const forExec = argument.replaceAll(/["\\`$]/g, String.raw`\$&`).replaceAll('%', '%%');
  const forFile = forExec.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
  return `"${forFile}"`;
}

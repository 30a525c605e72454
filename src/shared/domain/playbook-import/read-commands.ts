import type { ImportedCommand } from './report.ts';

const SHELLS: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'fish',
  'console',
  'terminal',
  'shell-session',
  'shellsession',
  'powershell',
  'ps1',
  'pwsh',
  'bat',
  'cmd',
  'sql',
  'kubectl',
]);
const COMMENT = /^\s*(?:#(?!!)|--\s|\/\/|REM\s)\s?(.*)$/i;
const NUMBERED = /^(?:step\s*)?(\d{1,2})[.):]\s*(.+)$/i;
const POINT = /^[-*•]\s+(.+)$/;

export interface ShellBlock {
  /** Points of the comment before the first command or number: when to do it at all. */
  readonly criteria: readonly string[];
  /** What its comments number. */
  readonly steps: readonly { readonly text: string; readonly command: string | undefined }[];
  readonly commands: readonly ImportedCommand[];
}

export function isShell(language: string): boolean {
  return SHELLS.has(language);
}

/** Whether a block of no language is what was typed at a prompt. */
export function looksTyped(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 0 &&
    lines.filter((line) => /^\s*(?:\$|>|#)\s+\S/.test(line)).length * 2 >= lines.length &&
    /^\s*\$\s/m.test(text)
  );
}

/**
 * Commands with what the comment over each says of it (process document 9.2). Numbers in the comments make steps, and
 * points before them what speaks for taking these (5.2). A step whose command is written in its comment keeps that.
 */
export function readShell(text: string, fallbackTitle: string): ShellBlock {
  const criteria: string[] = [];
  const steps: { text: string; command: string | undefined }[] = [];
  const commands: ImportedCommand[] = [];
  let title = '';
  let written: string[] = [];
  let remarks: string[] = [];
  let isStep = false;
  const flush = (): void => {
    const own =
      written.length > 0 ? written.join('\n') : isStep && remarks.length > 0 ? remarks.join('\n') : undefined;
    if (own !== undefined) commands.push({ title: title || fallbackTitle, command: own });
    if (isStep) steps.push({ text: title, command: own });
    written = [];
    remarks = [];
    isStep = false;
  };
  for (const line of text.split('\n')) {
    const comment = COMMENT.exec(line)?.[1]?.trim();
    if (line.trim() === '') {
      if (written.length > 0) {
        flush();
        title = '';
      }
    } else if (comment === undefined || (comment === '' && written.length > 0)) {
      written.push(line.replace(/^\s*[$>]\s+/, '').trimEnd());
    } else {
      const [, , numbered] = NUMBERED.exec(comment) ?? [];
      const point = POINT.exec(comment)?.[1];
      if (numbered !== undefined) {
        if (isStep || written.length > 0) flush();
        title = numbered;
        isStep = true;
      } else if (isStep && written.length === 0) {
        remarks.push(line.trimEnd());
      } else if (point !== undefined && steps.length === 0 && commands.length === 0) {
        criteria.push(point);
      } else {
        if (written.length > 0) flush();
        title = comment;
      }
    }
  }
  if (isStep || written.length > 0) flush();
  return { criteria, steps, commands };
}

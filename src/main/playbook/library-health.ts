import type { Library } from '#shared/domain/playbook/library.ts';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import type { DegradedReason } from '#shared/health.ts';
import { englishProblemText } from '#shared/i18n/problem-text.ts';

interface Board {
  raise(reason: DegradedReason, detail: string): void;
  clear(reason: DegradedReason): void;
}

/** Says that the folder cannot be read, which playbook files are broken, which editions differ, and that the default is gone; over once that is mended. */
export function reportLibrary({ files, shelf, unread }: Library, wanted: string, health: Board): void {
  const broken = files.flatMap(({ problems }) => firstOf(problems));
  say('playbook-broken', unread === undefined ? broken : [unread, ...broken]);
  say(
    'playbook-editions-differ',
    files.flatMap(({ warnings }) => firstOf(warnings)),
  );
  if (wanted !== '' && shelf.defaultId !== wanted) health.raise('playbook-missing', wanted);
  else health.clear('playbook-missing');

  function say(reason: DegradedReason, details: readonly string[]): void {
    if (details.length > 0) health.raise(reason, details.join('; '));
    else health.clear(reason);
  }
}

/** For the command line and the app's own log. The window words the library's own problems. */
function firstOf([first]: readonly PlaybookProblem[]): string[] {
  if (first === undefined) return [];
  return [`${first.file}:${first.line}:${first.column} ${englishProblemText(first.cause)}`];
}

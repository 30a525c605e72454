import type { Library } from '#shared/domain/playbook/library.ts';
import type { DegradedReason } from '#shared/health.ts';

interface Board {
  raise(reason: DegradedReason, detail: string): void;
  clear(reason: DegradedReason): void;
}

/** Says which playbook files are broken, and that the default is gone; over once that is mended. */
export function reportLibrary({ files, shelf }: Library, wanted: string, health: Board): void {
  const broken = files.flatMap(({ name, problems }) => {
    const [first] = problems;
    return first === undefined ? [] : [`${name}:${first.line}:${first.column} ${first.message}`];
  });
  if (broken.length > 0) health.raise('playbook-broken', broken.join('; '));
  else health.clear('playbook-broken');
  if (wanted !== '' && shelf.defaultId !== wanted) health.raise('playbook-missing', wanted);
  else health.clear('playbook-missing');
}

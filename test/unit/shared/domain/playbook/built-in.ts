import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';

/** The YAML of a built-in playbook edition, as shipped. */
export function builtInYaml(language: PlaybookLanguage): string {
  const file = `talkstudio-incident-response.${language}.yaml`;
  return readFileSync(join(import.meta.dirname, '../../../../../resources/playbooks', file), 'utf8');
}

/** A built-in playbook edition, parsed. */
export function builtInPlaybook(language: PlaybookLanguage): Playbook {
  const parsed = parsePlaybook(builtInYaml(language), `${language}.yaml`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.playbook;
}

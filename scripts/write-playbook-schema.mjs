// @ts-check
import './setup/node-version.mjs';
import { writeFileSync } from 'node:fs';
import { playbookSchemaText, schemaFile } from './check/playbook-schema.mjs';
import { setup } from './setup.mjs';
import { runEntry, say } from './setup/refusal.mjs';

// Writes the JSON Schema of playbooks anew, after a change of the validating schema in src/shared/domain/playbook.

await runEntry(async () => {
  await setup({ for: 'check' });
  writeFileSync(schemaFile, await playbookSchemaText());
  say(`Written: ${schemaFile}`);
});

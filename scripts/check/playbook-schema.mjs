// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inModules, inProject } from '../setup/project.mjs';

/** Beside the playbooks, which name it in their first line: an editor completes and checks them by it. */
export const schemaFile = inProject('resources/playbooks/tplus-playbook-1.schema.json');

/**
 * The JSON Schema of playbooks as the validating schema gives it now.
 *
 * @returns {Promise<string>}
 */
export async function playbookSchemaText() {
  // Read only here, once the packages are installed. Vite reads TypeScript, which this Node may not.
  const { runnerImport } = await import(pathToFileURL(inModules('vite/dist/node/index.js')).href);
  const source = inProject('src/shared/domain/playbook/json-schema.ts');
  const { module } = await runnerImport(source, { root: inProject(), configFile: false, logLevel: 'error' });
  return `${JSON.stringify(module.playbookJsonSchema(), null, 2)}\n`;
}

/** @returns {Promise<import('./arrows.mjs').Result>} */
export async function checkPlaybookSchema() {
  const written = existsSync(schemaFile) ? readFileSync(schemaFile, 'utf8').replaceAll('\r\n', '\n') : '';
  if (written === (await playbookSchemaText())) return { code: 0, output: '' };
  return { code: 1, output: `${schemaFile} is stale; run node scripts/write-playbook-schema.mjs` };
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { sourceHash } from './compiled-playbooks.ts';

// A step of the build, run on its own: `node compile-playbooks.cjs FOLDER FILE`.
const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('usage: compile-playbooks FOLDER FILE');

const compiled = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const parsed = parsePlaybook(text, name);
    // One that cannot be used is read again at the start, which says what is wrong with it.
    return parsed.ok ? [[sourceHash(text), parsed.playbook] as const] : [];
  });
writeFileSync(file, JSON.stringify(Object.fromEntries(compiled)));

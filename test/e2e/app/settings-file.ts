import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Sets more in the settings of a profile whose app does not run. */
export async function settle(
  userDataDir: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const file = join(userDataDir, 'settings.json');
  const before = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...before, ...settings }));
}

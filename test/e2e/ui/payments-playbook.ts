import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository.ts';

const playbooksDir = join(repositoryRoot, 'resources/playbooks');

/** A playbook of one's own, in both languages; `differing`: with an id that only one of them has. */
export async function writePayments(folder: string, differing: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    (['en', 'ko'] as const).map(async (edition) => {
      const text = await readFile(join(playbooksDir, `talkstudio-incident-response.${edition}.yaml`), 'utf8');
      const own = text.replace(/^id: .*$/m, 'id: payments');
      // As a translator may have named it.
      const other = own.replace('id: verify-problem', 'id: check-problem');
      await writeFile(join(folder, `payments.${edition}.yaml`), differing && edition === 'en' ? other : own);
    }),
  );
}

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../../support/app.ts';
import { tplus } from '../../support/cli.ts';
import { expect } from '../../support/fixtures.ts';
import { repositoryRoot } from '../../support/repository.ts';
import { untilStatus } from '../app/view.ts';
import type { Camera } from './camera.ts';
import { writePayments } from './payments-playbook.ts';
import { type Words, words } from './screen-content.ts';

const libraryWidths = [900, 1360] as const;
const importWidths = [900, 1360, 3440] as const;
const documentsDir = join(repositoryRoot, 'test/unit/shared/domain/playbook-import/documents');

/** A team's own document as it is looked over before it is a playbook: its top, and a drawing with its blanks. */
export async function lookAtImport(run: LaunchedApp, page: Page, look: Camera, t: Words): Promise<void> {
  const document = join(documentsDir, t === words.ko ? 'talkstudio.ko.md' : 'ops-wiki.en.md');
  const told = await tplus(['import-playbook', document], { userDataDir: run.userDataDir });
  expect([told.code, told.stderr]).toEqual([0, '']);
  await expect(page.getByRole('heading', { level: 1, name: t.importing.title })).toBeVisible();
  await look('import', { at: importWidths });
  const drawing = page.locator('.import-drawing').first();
  await look('import-drawing', { at: importWidths, bringUp: () => drawing.scrollIntoViewIfNeeded() });
  await page.getByRole('button', { name: t.importing.discard }).click();
  await expect(page.getByRole('button', { name: t.playbooks.all })).toBeVisible();
}

/** The playbooks with one that cannot be used and one whose languages differ, and the editor on the broken one. */
export async function lookAtPlaybooks(
  run: LaunchedApp,
  page: Page,
  look: Camera,
  { folder, t }: { readonly folder: string; readonly t: Words },
): Promise<void> {
  await writePayments(folder, true);
  await writeFile(join(folder, 'broken.yaml'), 'schema: tplus-playbook/1\nid: broken\nseverities: []\n');
  for (const reason of ['playbook-broken', 'playbook-editions-differ'] as const)
    await untilStatus(run, reason, ({ alerting }) =>
      alerting.degraded.some((each) => each.reason === reason),
    );
  await page.getByRole('button', { name: t.playbooks.all }).click();
  await expect(page.getByRole('heading', { name: t.playbooks.broken })).toBeVisible();
  await expect(page.getByRole('heading', { name: t.playbooks.differing })).toBeVisible();
  await look('playbook-library', { at: libraryWidths });
  const named = t.playbooks.editOf.replace('{{name}}', 'broken.yaml');
  await page.getByRole('button', { name: named, exact: true }).click();
  await expect(page.getByRole('heading', { name: t.playbooks.editor.problems })).toBeVisible();
  await expect(page.getByText(t.playbooks.editor.checking)).toHaveCount(0);
  await look('playbook-editor', { at: libraryWidths });
  await rm(folder, { recursive: true });
  await untilStatus(run, 'no trouble with playbooks', ({ alerting }) =>
    alerting.degraded.every(({ reason }) => !reason.startsWith('playbook')),
  );
}

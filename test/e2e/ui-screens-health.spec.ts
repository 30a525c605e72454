import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { settle } from './app/settings-file.ts';
import { raise, untilStatus } from './app/view.ts';
import { photographer } from './ui/camera.ts';
import { words } from './ui/screen-content.ts';

/** The screens of an app that has lost its store, its receiver and its notifications. */

// Each look takes a minute: they need not wait for each other.
test.describe.configure({ mode: 'parallel' });

for (const [language, theme] of [
  ['en', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`${language}, ${theme}: Health when much is wrong`, async ({ launch, userDataDir }, testInfo) => {
    test.setTimeout(240_000);
    const t = words[language];
    await settle(userDataDir, { language, theme, welcomed: true });
    const { receiverPort } = JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8')) as {
      receiverPort: number;
    };
    await writeFile(join(userDataDir, 'IndexedDB'), 'no folder');
    const other = createServer().listen(receiverPort, '127.0.0.1');
    await once(other, 'listening');
    try {
      const run = await launch();
      const page = await run.page();
      const look = photographer(page, { language, theme }, testInfo);
      await expect(page.getByText(t.welcome.quietProblem)).toBeVisible();
      await look('nothing-open-impaired');
      await raise(run, { title: 'Checkout down', severity: 'SEV-1' });
      await untilStatus(run, 'the notification to fail', ({ alerting }) => alerting.native === 'no-daemon');
      await look('page-with-banners');
      await page
        .getByRole('navigation', { name: t.place.label })
        .getByRole('button', { name: new RegExp(t.place.health) })
        .click();
      for (const reason of ['receiver-port-taken', 'notifications-not-shown'] as const)
        await expect(page.getByText(t.degraded[reason].what)).toBeVisible();
      await expect(page.getByText(t.storage.unavailable.what).first()).toBeVisible();
      await look('health-degraded');
    } finally {
      other.close();
    }
  });
}

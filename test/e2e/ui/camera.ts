import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import type { LaunchedApp } from '../../support/app.ts';
import { expect } from '../../support/fixtures.ts';
import { waitFor } from '../../support/wait-for.ts';
import { axeViolations, layoutTroubles, outOfReach, untilStill } from './screen-checks.ts';
import type { Language } from './screen-content.ts';

/** Looks at a screen in a window of each width: a picture of it is taken, and it is held to the checks of a screen. */

export const widths = [600, 900, 1360, 1920] as const;
/** For what lies over a screen that was looked at in every width. */
export const fewWidths = [600, 1360] as const;
const height = 860;
/** Of the window, at 200 %: what is inside has half of it. */
const zoomedWidths = [900, 1360] as const;

export interface Look {
  readonly language: Language;
  readonly theme: 'dark' | 'light';
}

export type Camera = (
  screen: string,
  how?: { at?: readonly number[]; bringUp?: () => Promise<void> },
) => Promise<void>;

/** Chromium takes none while it begins to draw anew, as when it has just found that there is no graphics card. */
async function takePicture(page: Page, path: string): Promise<void> {
  await waitFor('a picture', async () => (await page.screenshot({ path })).length > 0);
}

const zoomTo = (run: LaunchedApp, factor: number): Promise<void> =>
  run.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  );

/** Looks at what is on the screen now, twice as large: nothing is cut, and everything that acts can be reached. */
export function zoomedPhotographer(
  run: LaunchedApp,
  page: Page,
  { language, theme }: Look,
  testInfo: TestInfo,
): Camera {
  const dir = join(testInfo.project.outputDir, '../screens', `${language}-${theme}-zoomed`);
  return async (screen, { bringUp } = {}) => {
    await mkdir(dir, { recursive: true });
    for (const width of zoomedWidths) {
      await page.setViewportSize({ width, height });
      await zoomTo(run, 2);
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / 2);
      await bringUp?.();
      await untilStill(page);
      await takePicture(page, join(dir, `${screen}-${width}.png`));
      expect.soft(await layoutTroubles(page), `layout of ${screen} at ${width}, 200 %`).toEqual([]);
      expect.soft(await outOfReach(page), `reach of ${screen} at ${width}, 200 %`).toEqual([]);
    }
    await zoomTo(run, 1);
    await page.setViewportSize({ width: 1360, height });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1360);
  };
}

/** Looks at what is on the screen now, at every width. */
export function photographer(page: Page, { language, theme }: Look, testInfo: TestInfo): Camera {
  const dir = join(testInfo.project.outputDir, '../screens', `${language}-${theme}`);
  // Crossing a width at which the layout changes may close what was open: it is brought up again.
  return async (screen, { at = widths, bringUp } = {}) => {
    await mkdir(dir, { recursive: true });
    for (const width of at) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      await bringUp?.();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await untilStill(page);
      await takePicture(page, join(dir, `${screen}-${width}.png`));
      expect.soft(await layoutTroubles(page), `layout of ${screen} at ${width}`).toEqual([]);
      if (width !== 1360 && (width !== 600 || language === 'ko')) continue;
      const violations = await axeViolations(page);
      const serious = violations.filter((each) => /^(serious|critical)/.test(each));
      expect.soft(serious, `accessibility of ${screen} at ${width}`).toEqual([]);
      for (const each of violations.filter((one) => !serious.includes(one)))
        testInfo.annotations.push({ type: `axe ${screen} ${width}`, description: each });
    }
    await page.setViewportSize({ width: 1360, height });
  };
}

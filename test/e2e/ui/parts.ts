import type { Locator, Page } from '@playwright/test';
import type { Words } from './screen-content.ts';

/** The named parts of the window in English, as the public interface promises them. */
export const parts = (page: Page) => ({
  list: page.getByRole('navigation', { name: 'What is open' }),
  pages: page.getByRole('region', { name: 'Pages', exact: true }),
  page: page.getByRole('article', { name: 'Page' }),
  clock: page.getByRole('region', { name: 'Incident clock' }),
  checklist: page.getByRole('region', { name: 'Checklist' }),
  composer: page.getByRole('region', { name: 'Message composer' }),
  preview: page.getByRole('region', { name: 'Preview' }),
  timeline: page.getByRole('region', { name: 'Timeline' }),
  /** The figures of the next deadline. */
  timer: page.getByRole('region', { name: 'Incident clock' }).getByRole('timer'),
});

/** Goes to a place of the rail. */
export async function goTo(
  page: Page,
  place: 'Incidents' | 'Playbook' | 'Health' | 'Settings',
): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: place === 'Health' ? /^Health/ : place })
    .click();
}

/** Goes to a place of the rail by its name in the language that is shown. */
export async function goToPlace(page: Page, t: Words, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: t.place.label })
    .getByRole('button', { name, exact: true })
    .click();
}

/** Leaves whatever text field has the focus, so that single letters are keys again. */
export async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/** What the timeline says, newest first, without the times. */
export async function entriesOf(timeline: Locator): Promise<string[]> {
  const texts = await timeline.locator('.timeline-text p > span:first-child').allTextContents();
  return texts.map((text) => text.trim());
}

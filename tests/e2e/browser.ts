/** Without this file each browser test would start Chromium in its own way, and a forbidden script would go unseen. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ALONE = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What pages complained about: violations of the content security policy, errors of scripts. Refusals that a test provokes are no complaint. */
export interface Complaints {
  all: string[];
}

/** A Chromium of the test's own, with an empty profile. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ALONE });
}

/** Somebody at a desk of their own: cookies, window, and what their pages complain about. */
export async function atADesk(browser: Browser, complaints: Complaints): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'UTC' });
  // Two cores, and a server and a browser on them.
  context.setDefaultTimeout(60_000);
  context.on('page', (page) => listen(page, complaints));
  return context;
}

/** Keeps what `page` shows as a picture for the documentation, when the run was asked for pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.locator('[data-sonner-toast]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** What a failed test saw last; the address and the words of the page are all that a log can show. */
export async function tell(page: Page, state: string | undefined): Promise<void> {
  if (state !== 'fail') return;
  const words = await page.locator('body').innerText();
  console.error(`${page.url()}\n${words}`);
}

function listen(page: Page, complaints: Complaints): void {
  page.on('pageerror', (error) => complaints.all.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (/the server responded with a status of 4(09|12|22)/.test(message.text())) return;
    // A page's icon is named in what is streamed after its head; until then the browser tries this address by itself.
    if (message.location().url.endsWith('/favicon.ico')) return;
    complaints.all.push(`${message.text()} (${message.location().url})`);
  });
}

import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppProcess, freePorts } from '../support/app-process.ts';

/** Without these, Chromium looks for its maker's servers and, as root, does not start at all. */
const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

let app: AppProcess;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  // As a newcomer has it: an empty folder, and no setting of any kind.
  const port = await freePorts(2);
  app = new AppProcess(port, {}, { fromSource: true });
  await app.start();
  browser = await chromium.launch(CHROMIUM);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  await page.goto(`http://localhost:${port + 1}/`);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const be = (person: string) => page.getByTestId(`person-${person}`).click();
const goTo = (channel: string) => page.getByTestId(`channel-${channel}`).click();
const modal = () => page.getByTestId('modal');
const submit = () => page.getByTestId('modal-submit').click();
const lastMessage = (words: string | RegExp) => page.getByTestId('message').filter({ hasText: words }).last();

async function say(text: string): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.keyboard.press('Escape');
  await page.getByTestId('send').click();
}

it('takes a visitor from the hint to a logged segment in #sales, in the page alone', async () => {
  await page.getByTestId('try').click();
  await page.keyboard.press('Escape');
  await page.getByTestId('send').click();

  await modal().getByLabel('Description').fill('Autumn call');
  await choose('Campaign', 'CP1001');
  await choose('Interaction template', 'BUS');
  await submit();
  await modal()
    .getByText(/SM00001/)
    .first()
    .waitFor();
  await page.getByTestId('modal-x').click();
  await modal().waitFor({ state: 'hidden' });

  await say('/segment add SM00001 country:DK type:company');
  await lastMessage('Added 6 contacts (6 companies, 0 people)').waitFor();
  await say('/segment submit SM00001');
  await lastMessage('now waits for approval').waitFor();

  await be('U0MONA');
  await goTo('D0MONA');
  const request = lastMessage('Approval wanted: SM00001');
  await request.getByRole('button', { name: 'Approve' }).click();
  await modal()
    .getByLabel(/Comment/)
    .fill('Good choice');
  await submit();
  await lastMessage('Approved: SM00001').waitFor();

  await be('U0RITA');
  await goTo('D0RITA');
  await lastMessage(/approved SM00001/)
    .getByRole('button', { name: /^Log/ })
    .click();
  await modal().getByText('6 contacts (6 companies, 0 people)').waitFor();
  await submit();

  await goTo('C0SALES');
  const log = lastMessage('Interactions logged: Autumn call');
  await log.waitFor();
  await expect.poll(() => log.innerText(), { timeout: 60_000 }).toMatch(/Approved by\s+Mona Manager/);
  await log.getByTestId('replies').click();
  const thread = page.getByTestId('thread');
  await thread.getByText('Interactions 1–6 of 6').waitFor();
  await thread.getByTestId('file').waitFor();
  const download = page.waitForEvent('download');
  await thread.getByTestId('file').click();
  expect((await download).suggestedFilename()).toBe('SM00001-1.csv');
  expect(problems).toEqual([]);
});

async function choose(label: string, text: string): Promise<void> {
  await modal().getByLabel(label).fill(text);
  await page.getByRole('option', { name: new RegExp(text) }).click();
}

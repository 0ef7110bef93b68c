#!/usr/bin/env node
// Drives the Microsoft 365 Agents Playground against a bot as a person would: opens a chat in a browser, types, hovers, clicks, and prints what it saw as a JSON line a step.
//
//   node drive.mjs --endpoint http://127.0.0.1:3978/api/messages --ask "How much is SenseTime worth?" --cite 1 --click "Show 3 sources" --like "Good" --search SenseTime
//
//   --chat NAME    "Personal Chat" if not given, "Group Chat" or a channel such as "General", where the bot is mentioned
//   --ask TEXT     types it and waits for the whole reply          --cite N       hovers over a citation's number
//   --click NAME   presses a button of the last card               --like REASON  thumb up, with a reason
//   --search WORDS searches by the message extension               --out DIR      where a picture of each step goes
//
// Steps are done in the order in which they are given. Exit 0: all done and no HTTP error on either side; 1: a step failed; 3: an HTTP error was logged.
// The Playground is for evaluating (its own licence) and is never shipped. It is started here, on a free port, and ended again; the browser reaches nothing but this machine.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const steps = [];
const options = { endpoint: 'http://127.0.0.1:3978/api/messages', chat: 'Personal Chat', out: '.' };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, ''), value = process.argv[i + 1];
  if (['ask', 'cite', 'click', 'like', 'search'].includes(name)) steps.push([name, value]);
  else if (name in options) options[name] = value;
  else { console.error(`drive.mjs: there is no option --${name}`); process.exit(2); }
}
const patience = 30_000;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the Playground and waits until its page is there. */
async function startPlayground(folder, port) {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
  const playground = spawn(process.execPath, [cli, 'start', '-e', options.endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry', 'true'], {
    cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log') }, stdio: 'ignore' });
  for (const started = Date.now(); Date.now() - started < patience; await sleep(200)) {
    if (playground.exitCode !== null) throw new Error(`the Playground ended with ${playground.exitCode}`);
    try { if ((await fetch(`http://127.0.0.1:${port}/`)).ok) return playground; } catch { /* not yet */ }
  }
  throw new Error('the Playground did not start');
}

function openBrowser(folder) {
  const found = process.env.CHROMIUM ?? execFileSync('sh', ['-c', 'command -v chromium chromium-browser google-chrome | head -n 1']).toString().trim();
  return chromium.launchPersistentContext(join(folder, 'chrome'), {
    executablePath: found, headless: true, viewport: { width: 1400, height: 1000 },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'] });
}

/** What the page is told by its own server: the bot's messages, and what was sent between Playground and bot. */
function listen(page) {
  const heard = { messages: new Map(), requests: [], errors: [], last: 0 };
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => {
    let told;
    try { told = JSON.parse(payload); } catch { return; }
    if (told.action === 'createMessage' || told.action === 'updateMessage') {
      heard.messages.set(told.message.messageId, told.message);
      heard.last = Date.now();
    }
    if (told.log?.request) heard.requests.push(told.log);
    if (told.log?.response?.statusCode >= 400 || told.log?.level === 'Error')
      heard.errors.push({ name: told.log.activityName, status: told.log.response?.statusCode, body: told.log.response?.body, text: told.log.displayText });
  }));
  return heard;
}

const shown = (message) => ({
  text: message.text,
  aiGenerated: Boolean(message.aiEntity?.additionalType),
  citations: message.aiEntity?.citation?.map((one) => ({ n: one.position, name: one.appearance.name, abstract: one.appearance.abstract, url: one.appearance.url })) ?? [],
  cards: message.attachments?.filter((one) => one.contentType?.includes('card')).length ?? 0,
  suggested: message.suggestedActions?.actions?.map((one) => one.title) ?? [],
  streamed: Boolean(message.streamEntity),
  feedback: Boolean(message.feedbackLoopEnabled || message.feedbackLoop),
});

const folder = mkdtempSync(join(tmpdir(), 'playground-'));
mkdirSync(options.out, { recursive: true });
let playground, browser, exit = 1;
try {
  const port = await freePort();
  playground = await startPlayground(folder, port);
  browser = await openBrowser(folder);
  const page = browser.pages()[0] ?? await browser.newPage(), heard = listen(page);
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' });
  const box = page.locator('[role=textbox][data-lexical-editor=true]');
  await box.waitFor({ timeout: patience });
  // The greeting comes first: what is asked before it would be taken for its answer.
  await settled(new Set(), 1500).catch(() => {});
  const isGroup = options.chat !== 'Personal Chat';
  if (isGroup) {
    // The heading above the list has a name that begins alike.
    await page.getByText(options.chat, { exact: true }).first().click();
    await sleep(1500);
  }

  /** The messages that came since; waits until they are whole and nothing more comes for a while. */
  async function settled(before, quiet = 1200) {
    for (const started = Date.now(); Date.now() - started < patience; await sleep(100)) {
      const fresh = [...heard.messages.entries()].filter(([id]) => !before.has(id)).map(([, message]) => message);
      if (fresh.length > 0 && Date.now() - heard.last > quiet && fresh.every((message) => !message.streamEntity || message.streamEntity.streamType === 'final')) return fresh;
    }
    throw new Error(`no whole reply within ${patience / 1000} s`);
  }

  const does = {
    async ask(text) {
      const before = new Set(heard.messages.keys());
      await box.first().click();
      if (isGroup) {
        // The bot's name stands above its messages, too: the one to choose is the one that typing brings.
        const names = page.getByText('Test Bot', { exact: true }), known = await names.count();
        await page.keyboard.type('@Test', { delay: 80 });
        await names.nth(known).waitFor({ timeout: patience });
        await names.last().click();
      }
      await page.keyboard.insertText(`${isGroup ? ' ' : ''}${text}`);
      const post = page.getByRole('button', { name: 'Post', exact: true });
      if (isGroup && await post.count() > 0) await post.first().click();
      else await page.keyboard.press('Enter');
      return { replies: (await settled(before)).map(shown) };
    },
    async cite(number) {
      await page.getByRole('button', { name: number, exact: true }).last().hover();
      await sleep(900);
      const popover = (await page.locator('[role=tooltip],[role=dialog],.fui-PopoverSurface').allInnerTexts()).join(' | ');
      return { popover, after: () => page.mouse.move(5, 5) };
    },
    async click(name) {
      await page.getByRole('button', { name }).last().click();
      await sleep(1500);
      const answered = heard.requests.findLast((log) => log.request.body?.name === 'adaptiveCard/action');
      return { status: answered?.response?.statusCode, type: answered?.response?.body?.type };
    },
    async like(reason) {
      await page.locator('button[aria-label=Like]').last().click();
      await sleep(500);
      const words = page.locator('[role=dialog] textarea, [role=dialog] input').first();
      if (await words.count() > 0) await words.fill(reason);
      const submit = page.getByRole('button', { name: /submit|send/i }).last();
      if (await submit.count() > 0) await submit.click();
      await sleep(1000);
      const sent = heard.requests.findLast((log) => log.request.body?.name === 'message/submitAction');
      // A word of thanks lies over the chat.
      return { status: sent?.response?.statusCode, body: sent?.response?.body, after: () => page.getByRole('button', { name: 'Close', exact: true }).last().click() };
    },
    async search(words) {
      await page.getByRole('button', { name: 'Trigger Message Extension App' }).first().click();
      await page.getByRole('menuitem', { name: 'Search Command' }).click();
      const field = page.getByPlaceholder('Enter a search term');
      await field.fill(words);
      await field.press('Enter');
      await sleep(2500);
      const sent = heard.requests.findLast((log) => log.request.body?.name === 'composeExtension/query');
      return { status: sent?.response?.statusCode, results: sent?.response?.body?.composeExtension?.attachments?.length ?? 0, after: () => page.keyboard.press('Escape') };
    },
  };
  for (const [i, [name, value]] of steps.entries()) {
    const { after, ...seen } = await does[name](value);
    const picture = join(options.out, `${String(i + 1).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path: picture });
    await after?.();
    console.log(JSON.stringify({ [name]: value, ...seen, picture }));
  }
  if (heard.errors.length > 0) console.log(JSON.stringify({ errors: heard.errors }));
  exit = heard.errors.length > 0 ? 3 : 0;
} catch (fault) {
  console.error(String(fault?.stack ?? fault));
  await browser?.pages()[0]?.screenshot({ path: join(options.out, 'failed.png') }).catch(() => {});
} finally {
  await browser?.close().catch(() => {});
  playground?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(exit);

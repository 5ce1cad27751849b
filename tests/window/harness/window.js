// Opens the real window on a register folder of its own, and drives it through WebKitWebDriver.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Builder, Capabilities } from 'selenium-webdriver';

import { Page } from './page.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const TARGET = process.env.CARGO_TARGET_DIR ? resolve(ROOT, process.env.CARGO_TARGET_DIR) : join(ROOT, 'target');
const BINARY = process.env.CASEWARD_BINARY ?? join(TARGET, 'debug', 'caseward');
const BROWSERS = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
export const CLI = process.env.CASEWARD_CLI ?? join(TARGET, 'debug', 'caseward-cli');
export const OUT = process.env.CASEWARD_OUT ?? join(ROOT, 'out');

/** Runs a journey in a window; without `register`, on a folder that has none yet and is thrown away afterwards. */
export async function inWindow(journey, { register } = {}) {
  for (const needed of [BINARY, CLI]) {
    if (!existsSync(needed)) throw new Error(`${needed} is not built: run cargo build first.`);
  }
  const own = mkdtempSync(join(tmpdir(), 'caseward-window-'));
  const folder = register ?? join(own, 'register');
  const port = await freePort();
  const driving = await startDriver(port, { CASEWARD_REGISTER: folder, ...ownFolders(own) });
  let driver;
  try {
    driver = await opened(new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities()).build());
    const page = new Page(driver, { register: folder, folder: own, out: OUT });
    try {
      await journey(page);
    } catch (error) {
      await page.picture(`failed-${Date.now()}`).catch(() => {});
      throw error;
    }
  } finally {
    await driver?.quit().catch(() => {});
    await stop(driving);
    rmSync(own, { recursive: true, force: true });
  }
}

/** Looks at a file in a plain browser: WebKit's own, which comes with the window's library. */
export async function inBrowser(file, look) {
  const binary = BROWSERS.find(existsSync);
  if (!binary) throw new Error('No MiniBrowser of WebKitGTK 4.1 was found; it comes with libwebkit2gtk-4.1-0.');
  const own = mkdtempSync(join(tmpdir(), 'caseward-browser-'));
  const port = await freePort();
  const driving = await startDriver(port, ownFolders(own));
  let driver;
  try {
    const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } });
    driver = await opened(new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build());
    await driver.get(pathToFileURL(file).href);
    await look(new Page(driver, { folder: own, out: OUT }));
  } finally {
    await driver?.quit().catch(() => {});
    await stop(driving);
    rmSync(own, { recursive: true, force: true });
  }
}

/** A window that a second start of the program only brought to the front would be waited for without end. */
async function opened(opening) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error('No window opened within a minute. Is Caseward already running on this message bus?')), 60_000);
  });
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}

function capabilities() {
  return new Capabilities({ browserName: 'wry', 'webkitgtk:browserOptions': { binary: BINARY, args: [] } });
}

/** The window's settings, log and own files go to the journey's folder, never to the person's who runs it. */
function ownFolders(own) {
  const folders = { XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: 'config', XDG_CACHE_HOME: 'cache', XDG_STATE_HOME: 'state' };
  return Object.fromEntries(
    Object.entries(folders).map(([name, part]) => {
      mkdirSync(join(own, part), { recursive: true });
      return [name, join(own, part)];
    }),
  );
}

async function startDriver(port, environment) {
  const driving = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    env: { ...process.env, TAURI_WEBVIEW_AUTOMATION: 'true', GDK_BACKEND: 'x11', ...environment },
    stdio: ['ignore', 'ignore', process.env.CASEWARD_LOUD ? 'inherit' : 'ignore'],
  });
  const failed = once(driving, 'error').then(([error]) => {
    throw new Error(`WebKitWebDriver did not start (${error.message}). Install webkit2gtk-driver.`);
  });
  const stopped = once(driving, 'exit').then(() => {
    throw new Error('WebKitWebDriver stopped before a window opened.');
  });
  stopped.catch(() => {});
  failed.catch(() => {});
  await Promise.race([ready(port), failed, stopped]);
  return driving;
}

/** Asks until it answers: the driver says nothing when it is ready. */
async function ready(port) {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/status`);
      if ((await answer.json()).value.ready) return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** Ends the driver and whatever it started, and waits until they are gone: a window that stays would catch the next start. */
async function stop(driving) {
  for (let signal = 'SIGTERM', step = 0; alive(driving.pid, signal); step += 1) {
    signal = step < 100 ? 0 : 'SIGKILL';
    await new Promise((next) => setTimeout(next, 20));
  }
}

function alive(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

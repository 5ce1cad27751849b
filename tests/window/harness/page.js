// What a person does at the window, in words: reads, fills by label, presses keys. Waits for what is seen, never for time.

import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { By, Key } from 'selenium-webdriver';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENCE = 20_000;

export class Page {
  constructor(driver, { register, folder, out }) {
    Object.assign(this, { driver, register, folder, out });
  }

  /** The level-one heading, once it says `text`. */
  async heading(text) {
    await this.until(`the heading “${text}”`, (wanted) => {
      const heading = document.querySelector('h1');
      return !!heading && heading.textContent.replace(/\s+/g, ' ').trim().includes(wanted);
    }, text);
  }

  /** The page that was asked for, drawn to its end: a heading, and nothing that is still being loaded. */
  async settled(heading = '') {
    await this.until(`the page “${heading}”, whole`, (wanted) => {
      const said = document.querySelector('h1')?.textContent ?? '';
      return said !== '' && said.includes(wanted) && document.querySelector('[aria-busy="true"]') === null;
    }, heading);
  }

  async sees(text) {
    await this.until(`the words “${text}”`, (wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted), text);
  }

  async seesNo(text) {
    await this.until(`no words “${text}”`, (wanted) => !document.body.innerText.replace(/\s+/g, ' ').includes(wanted), text);
  }

  /** Waits until `condition`, run in the page, says yes. */
  async until(what, condition, ...given) {
    let last;
    const met = async () => {
      try {
        last = await this.driver.executeScript(condition, ...given);
      } catch (error) {
        if (!/stale|no such|JavascriptError/i.test(`${error.name} ${error.message}`)) throw error;
        last = undefined;
      }
      return last;
    };
    try {
      await this.driver.wait(met, PATIENCE, undefined, 25);
    } catch (error) {
      const text = await this.driver.executeScript(() => `${location.hash}\n${document.body.innerText.slice(0, 2500)}`).catch(() => '');
      throw new Error(`Waited for ${what}. The page says:\n${text}`, { cause: error });
    }
    return last;
  }

  /** Types into the field with this label, in place of what was there. */
  async fillByLabel(label, text) {
    const field = await this.byLabel(label);
    await field.clear();
    await field.sendKeys(text);
  }

  /** Ticks or chooses the answer with this label; `question` is the legend above it where answers repeat on a page. */
  async choose(answer, question = '') {
    const control = await this.until(`the answer “${answer}” to “${question}”`, FIND_ANSWER, answer, question);
    if (!(await control.isSelected())) await this.driver.executeScript((found) => found.click(), control);
  }

  async selectByLabel(label, option) {
    const list = await this.byLabel(label);
    for (const candidate of await list.findElements(By.css('option'))) {
      if ((await candidate.getText()).trim().startsWith(option)) return candidate.click();
    }
    throw new Error(`“${label}” does not offer “${option}”.`);
  }

  /** The control whose label or legend begins with these words. */
  async byLabel(label) {
    return this.until(`a field labelled “${label}”`, FIND_BY_LABEL, label);
  }

  async pressButton(text) {
    await this.press('button, input[type=submit], a[role=button]', text);
  }

  async followLink(text) {
    await this.press('a', text);
  }

  async press(selector, text) {
    const found = await this.until(`“${text}” to press`, FIND_BY_TEXT, selector, text);
    await this.driver.executeScript((control) => control.scrollIntoView({ block: 'center' }), found);
    await found.click();
  }

  /** Presses keys one after another, as a person without a mouse does. */
  async pressKeys(...keys) {
    for (const key of keys) await this.driver.actions().sendKeys(key).perform();
  }

  /** Moves with Tab alone to the control with this label or these words; fails if Tab never gets there. */
  async tabTo(words) {
    const seen = [];
    for (let step = 0; step < 250; step += 1) {
      const at = await this.driver.executeScript(FOCUSED_WORDS);
      if (at.some((said) => said.startsWith(words))) return;
      seen.push(at[0] ?? '');
      await this.pressKeys(Key.TAB);
    }
    throw new Error(`Tab never reached “${words}”. It passed:\n${[...new Set(seen)].join('\n')}`);
  }

  /** Goes to the field with Tab and types. */
  async typeAt(label, text) {
    await this.tabTo(label);
    await this.pressKeys(text);
  }

  /** Goes to the question with Tab and moves to the answer with the arrow keys. */
  async chooseWithKeys(question, answer) {
    await this.tabTo(question);
    await this.pressKeys(Key.SPACE);
    for (const arrow of [Key.ARROW_DOWN, Key.ARROW_UP]) {
      for (let last = null; ;) {
        const { label, checked } = await this.driver.executeScript(FOCUSED_ANSWER);
        if (checked && label === answer) return;
        if (label === last) break;
        last = label;
        await this.pressKeys(arrow);
      }
    }
    throw new Error(`The arrow keys never reached “${answer}” under “${question}”.`);
  }

  /** Loads the page again, as after a restart. */
  async reload() {
    await this.driver.executeScript(() => window.location.reload());
    await this.settled();
  }

  /** The addresses of the links that say `text`. */
  async links(text) {
    return this.driver.executeScript((words) => [...document.querySelectorAll('a')].filter((link) => link.textContent.includes(words)).map((link) => link.hash), text);
  }

  /** Runs a verb as the page does, for what somebody else does meanwhile. */
  async call(verb, request) {
    const { view, refusal } = await this.driver.executeAsyncScript((name, asked, done) => {
      window.__TAURI_INTERNALS__.invoke(`plugin:desk|${name}`, { request: asked }).then((answer) => done({ view: answer }), (error) => done({ refusal: error }));
    }, verb, request);
    if (refusal) throw new Error(`${verb}: ${JSON.stringify(refusal)}`);
    return view;
  }

  async go(hash) {
    await this.driver.executeScript((to) => { location.hash = to; }, hash);
  }

  /** At the locked register: who, their passphrase, in. */
  async signIn(person, passphrase) {
    await this.heading('Unlock the register');
    await this.choose(person, 'Who are you?');
    await this.fillByLabel('Passphrase', passphrase);
    await this.pressButton('Unlock');
    await this.until(`${person} signed in`, (name) => document.querySelector('.cw-header__person')?.textContent.includes(name), person);
    await this.settled();
  }

  async lock() {
    await this.pressButton('Lock');
    await this.heading('Unlock the register');
  }

  /** Fails on anything that axe finds against WCAG 2.2 AA on the screen as it stands. */
  async checkAxe(screen) {
    await this.driver.executeScript(`if (!window.axe) { ${AXE}; window.axe = axe; }`);
    const found = await this.driver.executeAsyncScript((tags, done) => {
      window.axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(
        (results) => done({ violations: results.violations, passes: results.passes.length }),
        (error) => done({ failed: String(error) }),
      );
    }, AXE_TAGS);
    if (found.failed) throw new Error(`axe could not look at ${screen}: ${found.failed}`);
    if (found.passes === 0) throw new Error(`axe looked at nothing on ${screen}.`);
    if (found.violations.length > 0) {
      const says = found.violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.map((n) => n.html).slice(0, 3).join('\n    ')}`);
      throw new Error(`axe on ${screen}:\n  ${says.join('\n  ')}`);
    }
  }

  /** Saves what the window shows. */
  async picture(name, folder = join(this.out, 'pictures')) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    writeFileSync(path, Buffer.from(await this.driver.takeScreenshot(), 'base64'));
    return path;
  }
}

// Run in the page.

const FIND_BY_LABEL = (words) => {
  const say = (node) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const shown = (node) => node.getClientRects().length > 0;
  const exact = [];
  const begins = [];
  for (const label of document.querySelectorAll('label')) {
    if (!label.control || !shown(label)) continue;
    if (say(label) === words) exact.push(label.control);
    else if (say(label).startsWith(words)) begins.push(label.control);
  }
  return exact[0] ?? begins[0] ?? null;
};

const FIND_ANSWER = (answer, question) => {
  const say = (node) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const groups = [...document.querySelectorAll('fieldset')].filter((group) => say(group.querySelector('legend')).startsWith(question));
  for (const inside of question === '' ? [document] : groups) {
    const labels = [...inside.querySelectorAll('label')].filter((label) => label.control && label.getClientRects().length > 0);
    const found = labels.find((label) => say(label) === answer) ?? labels.find((label) => say(label).startsWith(answer));
    if (found) return found.control;
  }
  return null;
};

const FIND_BY_TEXT = (selector, words) => {
  const say = (node) => (node.value && node.tagName === 'INPUT' ? node.value : node.textContent).replace(/\s+/g, ' ').trim();
  const shown = [...document.querySelectorAll(selector)].filter((node) => node.getClientRects().length > 0 && !node.disabled);
  return shown.find((node) => say(node) === words) ?? shown.find((node) => say(node).startsWith(words)) ?? null;
};

const FOCUSED_ANSWER = () => {
  const at = document.activeElement;
  return { label: (at?.labels?.[0]?.textContent ?? '').replace(/\s+/g, ' ').trim(), checked: at?.checked === true };
};

const FOCUSED_WORDS = () => {
  const say = (node) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const at = document.activeElement;
  if (!at || at === document.body) return [];
  const labels = [...(at.labels ?? [])].map(say);
  const legend = say(at.closest('fieldset')?.querySelector('legend'));
  return [...labels, at.getAttribute('aria-label') ?? '', say(at), at.type === 'radio' || at.type === 'checkbox' ? legend : ''].filter(Boolean);
};

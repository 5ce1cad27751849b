// The HTML file of a summary, as somebody reads it who has no Caseward: in a browser, from a folder.

import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { inBrowser } from '../harness/window.js';

// scripts/test writes them before the journeys, from the demonstration register.
const FILES = process.env.CASEWARD_FILES;

test('axe finds nothing in the HTML files of the summaries', { skip: FILES ? false : 'CASEWARD_FILES names no folder of summaries' }, async () => {
  const pages = readdirSync(FILES).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length > 0, 'the folder holds no HTML file');
  for (const name of pages) {
    await inBrowser(join(FILES, name), async (page) => {
      await page.heading('Progress summary');
      await page.checkAxe(name);
      const found = await page.until('the tables', () => ({
        scripts: document.scripts.length,
        lang: document.documentElement.lang,
        unscoped: document.querySelectorAll('th:not([scope])').length,
        tables: document.querySelectorAll('table').length,
        pictures: document.querySelectorAll('svg').length,
        unnamed: [...document.querySelectorAll('svg')].filter((svg) => !svg.querySelector('title')?.textContent || !svg.querySelector('desc')?.textContent).length,
      }));
      assert.ok(found.tables > 5 && found.pictures > 0);
      assert.deepEqual([found.lang, found.unscoped, found.unnamed], ['en-GB', 0, 0]);
      await page.picture(name.replace('.html', ''));
    });
  }
});

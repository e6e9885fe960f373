// Click the bookmark on pages in Debian's own Firefox, over WebDriver BiDi.
//
// `node firefox.mjs < cases.json`: `{ code, setup, cases: [{ name, url, steps }] }`;
// a step is `{ run }`, `{ press }` or `{ until, expected }`. Scripts run as from the
// address bar, whatever the page's policy. Prints `[name, what went wrong]` a fault.

import { readFileSync } from "node:fs";

import puppeteer from "puppeteer-core";

const PATIENCE = 10_000;
const { code, setup, cases } = JSON.parse(readFileSync(0, "utf8"));

const sleep = (time) => new Promise((done) => setTimeout(done, time));

async function until(page, { until: script, expected }) {
  let value;
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
    value = JSON.stringify(await page.evaluate(script));
    if (value === JSON.stringify(expected)) return;
  }
  throw new Error(`${script.slice(0, 120)}: ${value} instead of ${JSON.stringify(expected)}`);
}

async function go(page, { steps, url }) {
  await page.goto(url);
  for (const step of steps) {
    if (step.click) await page.evaluate(code);
    else if (step.run) await page.evaluate(step.run);
    else if (step.press) await page.keyboard.press(step.press);
    else if (step.type) await page.keyboard.type(step.type);
    else await until(page, step);
  }
}

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  headless: true,
});
const wrong = [];
try {
  for (const one of cases) {
    const page = await browser.newPage();
    page.on("pageerror", (error) => {
      // What a policy blocks is told as an error too; that is its work.
      if (!String(error).includes("Content-Security-Policy")) wrong.push([one.name, String(error)]);
    });
    await page.evaluateOnNewDocument(new Function(setup));
    await go(page, one).catch((error) => wrong.push([one.name, String(error)]));
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify({ wrong, count: cases.length }));

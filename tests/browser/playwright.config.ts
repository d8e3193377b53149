// How the browser tests run. `cargo xtask test --browser` builds pkg/, starts the servers and calls this.
//
// BEN_URL             the demo page, pkg/ and, under /tests/, the pages of tests/browser/pages; strict policy
// BEN_URL_WRONG_MIME  the same with the wasm file served as text/plain
// CHROME, FIREFOX     the browsers to run; Debian's when unset. Firefox as it is installed, by WebDriver BiDi
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

// Beside what a container needs, flags that keep Chromium from calling home while a test counts requests.
const flags: string[] = JSON.parse(readFileSync(new URL("flags.json", import.meta.url), "utf8"));

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "results",
  // One tree for all browsers.
  snapshotPathTemplate: "{testDir}/trees/{arg}{ext}",
  timeout: 60_000,
  workers: 2,
  forbidOnly: process.env.CI === "true",
  reporter: [["list"]],
  use: {
    baseURL: process.env.BEN_URL ?? "http://127.0.0.1:8173",
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
  },
  projects: [
    {
      name: "chromium",
      use: {
        trace: "retain-on-failure",
        launchOptions: { executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags },
      },
    },
    {
      name: "firefox",
      // What browsers do differently: reading files, drawing, names, what leaves the page. Not
      // what its driver can't do: preferences, downloads, the clipboard, paper.
      testMatch: /\b(files|leave|publication|sheets|tables|tree)\.spec\.ts$/,
      grepInvert: /@chromium/,
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: fileURLToPath(new URL("firefox.mjs", import.meta.url)) },
      },
    },
  ],
});

// Takes the pictures of the guides; `cargo xtask pictures` calls this as it calls the tests.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

export default defineConfig({
  ...tests,
  testMatch: "pictures.ts",
  projects: (tests.projects ?? []).filter(({ name }) => name === "chromium"),
});

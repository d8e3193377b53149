// The dialog with the settings. Fetched with it.
import { css } from "lit";

export const settings = css`
  dialog.settings {
    width: min(47.5em, 100vw - 32px);
    max-width: none;
    max-height: min(90vh, 56em);
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    background: var(--_paper);
    color: var(--_ink);
    font: var(--_rem)/1.5 var(--_font);
    overflow: hidden;
  }
  dialog.settings[open] {
    display: grid;
  }
  dialog.settings::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .settings form {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    max-height: inherit;
    min-height: 0;
  }
  .settings header,
  .settings footer {
    padding: 16px 20px;
  }
  .settings header {
    border-bottom: 1px solid var(--_line);
  }
  .settings footer {
    border-top: 1px solid var(--_line);
    background: var(--_wash);
  }
  .settings .body {
    overflow: auto;
    padding: 4px 20px 20px;
  }
  .setting {
    padding: 16px 0;
    border-bottom: 1px solid var(--_line);
  }
  .setting:last-child {
    border-bottom: 0;
  }
  .el .setting label.part {
    display: block;
    font-size: var(--_text);
  }
  .setting .hint,
  .setting .becomes {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .setting > input {
    margin-top: 6px;
  }
  .setting input[type="text"] {
    width: min(100%, 22em);
  }
  .setting [aria-invalid="true"] {
    border: 2px solid var(--_error);
  }
  .order {
    list-style: none;
    columns: 2 16em;
    column-gap: 28px;
    margin-top: 6px;
  }
  .order li {
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: space-between;
    break-inside: avoid;
  }
  .moves {
    display: flex;
    flex: none;
  }
  .move {
    font: inherit;
    width: 2em;
    height: 2em;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--_accent);
    cursor: pointer;
  }
  .move[aria-disabled="true"] {
    color: var(--_unknown);
    cursor: default;
  }
  .move:hover:not([aria-disabled="true"]) {
    background: var(--_wash);
  }
  .profile {
    border-bottom: 1px solid var(--_line);
    padding: 4px 0;
  }
  .profile summary {
    padding: 4px 0;
    min-height: 32px;
    cursor: pointer;
  }
  .profile[open] {
    padding-bottom: 12px;
  }
  .rules {
    list-style: none;
    margin: 8px 0;
    font-size: var(--_small);
  }
  .rules li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    justify-content: space-between;
    padding: 4px 0;
  }
  .rules span {
    flex: 1 1 14em;
    min-width: 0;
  }
  .rules .link {
    font-size: var(--_small);
  }
  .el .rule {
    display: grid;
    gap: 10px;
    margin: 8px 0;
    padding: 12px 14px;
    background: var(--_wash);
    border-radius: var(--_radius);
  }
  .answers {
    columns: 3 11em;
    column-gap: 18px;
    font-size: var(--_small);
  }
  .answers .choice {
    break-inside: avoid;
    padding: 2px 0;
  }

  @container (max-width: 47.5em) {
    .order {
      columns: 1;
    }
  }
`;

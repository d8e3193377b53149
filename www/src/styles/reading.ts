// The panel that tells how files were read. Fetched with it.
import { css } from "lit";

export const reading = css`
  .read summary {
    display: inline-block;
    padding: 2px 0;
    min-height: 24px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .read summary::before {
    content: "▸" / "";
    display: inline-block;
    width: 1em;
  }
  .read details[open] > summary::before {
    content: "▾" / "";
  }
  .read ul {
    list-style: none;
  }
  .read .soft {
    color: var(--_soft);
  }
  .read .hint {
    color: var(--_soft);
    font-size: var(--_fine);
  }
  .read .part {
    font-size: var(--_text);
    line-height: 1.35;
    font-weight: 650;
    margin: 0 0 6px;
  }
  .read .link {
    font-size: var(--_small);
    white-space: nowrap;
  }
  .read .btn {
    background: var(--_paper);
  }
  .read .btn.main {
    background: var(--_accent);
  }
  .read .btn.main:hover {
    background: var(--_ink);
  }
  .read :is(select, input) {
    font: inherit;
    font-size: var(--_small);
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_paper);
    color: var(--_ink);
    min-width: 0;
    max-width: 100%;
  }
  .read input[type="number"] {
    width: 6em;
  }

  .done {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
    margin-top: 8px;
    padding: 6px 10px;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_paper);
    border-radius: 4px;
  }
  .done span {
    flex: 0 1 auto;
    min-width: 0;
  }

  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    margin: 8px 0 4px;
  }
  .files li {
    display: flex;
    align-items: center;
    gap: 2px;
    min-width: 0;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_paper);
    padding-inline-start: 12px;
  }
  .files li > span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .files .off {
    font: inherit;
    flex: none;
    width: 2.3em;
    height: 2.3em;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_soft);
    cursor: pointer;
  }
  .files .off:hover {
    color: var(--_error);
  }

  .ask {
    margin-top: 12px;
    padding: 14px 16px;
    border-radius: var(--_radius);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
  }
  .ask ul + .part {
    margin-top: 16px;
  }
  .ask li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 18em);
    gap: 4px 16px;
    align-items: center;
    padding: 6px 0;
    border-bottom: 1px solid var(--_line);
  }
  .ask .what,
  .cols .what {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .ask .what .apart {
    display: block;
    font-size: var(--_fine);
  }
  .ask .what bdi {
    font-weight: 600;
  }
  .ask .acts {
    margin-top: 12px;
    align-items: center;
  }

  .two {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 20px 40px;
    margin-top: 16px;
  }
  .two:has(.all) {
    grid-template-columns: minmax(0, 1fr);
  }
  .all .sources {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr));
    gap: 0 40px;
  }
  .told .file {
    font-weight: 650;
    margin: 10px 0 2px;
  }
  .sources li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    padding: 3px 0;
  }
  .sources li > span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .found > li {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    padding: 4px 0;
  }
  .found details ul {
    list-style: disc;
    padding-inline-start: 1.2em;
  }
  .found details li {
    padding: 2px 0;
  }
  .sev {
    font-weight: 600;
    color: var(--_soft);
  }
  .sev.error {
    color: var(--_error);
  }
  .sev.warning {
    color: var(--_warn);
  }
  .edit {
    flex: 1 0 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 6px 0 10px;
  }
  .edit select {
    flex: 0 1 20em;
  }
  .chosen {
    margin-top: 8px;
  }
  .chosen li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding: 3px 0;
  }

  .cols {
    margin-top: 14px;
  }
  .cols ul {
    margin-top: 6px;
  }
  .cols li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) 8em 7em;
    gap: 2px 16px;
    align-items: center;
    padding: 4px 0;
    border-bottom: 1px solid var(--_line);
  }
  .cols li > :last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .cols .unused .what,
  .cols .status,
  .cols .fixed {
    color: var(--_soft);
  }
  .cols .status.likely {
    color: var(--_warn);
    font-weight: 600;
  }
  .cols .status.identifier {
    color: var(--_error);
    font-weight: 600;
  }
  .stick {
    position: sticky;
    bottom: 0;
    padding: 10px 0;
    border-top: 1px solid var(--_line);
    margin-top: -1px;
    background: var(--_wash);
  }
  .tail {
    margin-top: 16px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .tail .hint {
    margin-top: 6px;
  }
  .paper {
    display: none;
  }

  @container (max-width: 47.5em) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .ask li,
    .found > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .cols li {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 10px 0;
    }
    .cols li > :is(select, .fixed) {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .cols li > :last-child {
      grid-column: 1;
      grid-row: 3;
      text-align: start;
    }
    .read :is(select, input),
    .read .btn {
      min-height: 44px;
    }
    .read .acts .btn {
      flex: 1 1 auto;
      padding-inline: 10px;
    }
    .read :is(.link, summary) {
      min-height: 32px;
      padding: 4px 0;
    }
    .files .off {
      width: 44px;
      height: 44px;
    }
  }
  .sheets fieldset {
    border: 0;
    margin: 4px 0 8px;
  }
  .sheets label {
    display: block;
    padding: 5px 0;
  }
  @media print {
    .read :is(details, .done, .off) {
      display: none;
    }
    .paper {
      display: block;
      margin-top: 6px;
    }
    .paper li {
      padding: 1px 0;
    }
  }
`;

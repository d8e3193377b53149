// What stands around charts that are shown: the selection, tables, places to let go of a file. Fetched when they stand.
import { css } from "lit";

export const shown = css`
  .letgo {
    position: absolute;
    inset: 0;
    z-index: 3;
  }
  .letgo > div {
    position: sticky;
    top: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: 8px;
    height: min(100vh, 100%);
    padding: 8px;
    background: color-mix(in srgb, var(--_paper) 70%, transparent);
  }
  .letgo p {
    display: grid;
    place-items: center;
    border: 3px dashed var(--_accent);
    border-radius: 14px;
    background: color-mix(in srgb, var(--_paper) 88%, transparent);
    font-size: calc(1.375 * var(--_rem));
    font-weight: 660;
    color: var(--_accent);
    text-align: center;
  }
  .letgo p:hover {
    background: var(--_wash);
  }
  .asking {
    position: sticky;
    top: 0;
    z-index: 2;
    min-height: 53px;
    margin: 14px -8px 0;
    padding: 8px;
    background: var(--_paper);
    border-bottom: 1px solid var(--_line);
  }
  .el :is(button, input, select, summary, .sec, [tabindex]) {
    scroll-margin-top: calc(var(--_bar, 56px) + 8px);
    scroll-margin-bottom: 8px;
  }
  .asking,
  dialog {
    --_bar: -8px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    background: var(--_accent);
    color: var(--_paper);
    border-radius: 999px;
    padding: 3px 4px 3px 12px;
    font-weight: 600;
  }
  .chip button {
    font: inherit;
    width: 1.75em;
    height: 1.75em;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: inherit;
    cursor: pointer;
  }
  .chip button:hover {
    background: color-mix(in srgb, var(--_ink) 35%, transparent);
  }
  .chip button:focus-visible {
    outline-color: var(--_paper);
    outline-offset: -4px;
  }
  .count {
    color: var(--_soft);
  }
  .count b {
    color: var(--_ink);
  }
  .tables {
    margin-top: 8px;
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    max-width: 46em;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    margin-top: 12px;
  }
  caption {
    text-align: start;
    font-weight: 650;
    padding: 4px 0;
  }
  th,
  td {
    padding: 4px 8px 4px 0;
    border-bottom: 1px solid var(--_line);
    text-align: end;
    font-weight: 400;
    vertical-align: baseline;
  }
  th:first-child,
  .words {
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_soft);
    font-weight: 600;
    border-bottom-color: var(--_edge);
  }
  tr.sum :is(th, td) {
    font-weight: 650;
  }
  tr.soft :is(th, td) {
    color: var(--_soft);
  }
  .under {
    color: var(--_soft);
    font-size: var(--_fine);
    margin-top: 4px;
  }

  .over .empty,
  .over .page {
    border-color: var(--_accent);
  }
  .over .empty {
    background: var(--_wash);
  }
  .tip {
    position: absolute;
    z-index: 2;
    width: max-content;
    max-width: min(18.5em, 100%);
    padding: 6px 10px;
    border-radius: 6px;
    border: 1px solid var(--_ink);
    background: var(--_ink);
    color: var(--_paper);
    font-size: var(--_small);
    line-height: 1.35;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18.75em), 1fr));
    gap: 32px;
  }
  .cards > :only-child {
    max-width: calc(50% - 24px);
  }
  .shares.beside {
    grid-column: auto;
    align-content: start;
  }
  .small .finding {
    font-size: var(--_rem);
  }
  .shares {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 20px;
  }

  @container (max-width: 47.5em) {
    .cards > :only-child {
      max-width: none;
    }
  }
  @media (forced-colors: active) {
    .btn.main,
    .tip,
    .chip {
      forced-color-adjust: none;
    }
  }
  @media print {
    .asking {
      position: static;
    }
    .chip button,
    .read .acts,
    .link,
    .failed,
    .marks,
    .tip {
      display: none;
    }
    .plot canvas {
      width: 100%;
      height: auto;
    }
  }
`;

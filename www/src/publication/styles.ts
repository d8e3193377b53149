// What a publication has beside page and charts.
import { css } from "lit";
import { trust } from "../styles/trust";

export const publicationStyles = css`
  ${trust}
  ben-monitor-publication {
    display: block;

    .states {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 8px 24px;
      margin-top: 16px;
    }
    .segments {
      border: 0;
      margin: 0;
      padding: 0;
      min-width: 0;
    }
    .segments legend,
    .list {
      padding: 0;
      font-size: var(--_fine);
      color: var(--_soft);
    }
    .segments > div {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      margin-top: 2px;
    }
    .segments label {
      position: relative;
      cursor: pointer;
    }
    .segments input {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .segments span {
      display: block;
      padding: 6px 14px;
      min-height: 36px;
      border: 1px solid var(--_edge);
      border-radius: 6px;
      font-size: var(--_small);
    }
    .segments input:hover + span {
      border-color: var(--_accent);
      color: var(--_accent);
    }
    .segments input:checked + span {
      background: var(--_accent);
      border-color: var(--_accent);
      color: var(--_paper);
      font-weight: 600;
    }
    .segments input:focus-visible + span {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    ben-monitor-chart .segments {
      margin-top: 8px;
    }
    .list select {
      display: block;
      font: inherit;
      font-size: var(--_small);
      min-height: 36px;
      max-width: 100%;
      padding: 4px 8px;
      border: 1px solid var(--_edge);
      border-radius: 6px;
      background: var(--_paper);
      color: var(--_ink);
    }
    .inview {
      font-size: var(--_small);
      font-weight: 600;
      padding: 6px 0;
    }
    .grid > div {
      min-width: 0;
    }
    .shares {
      grid-column: 1 / -1;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
      gap: 20px;
    }
    .shares.beside {
      grid-column: auto;
      align-content: start;
    }
    .key .none {
      color: var(--_soft);
      font-size: calc(1.375 * var(--_rem));
    }
    details > summary {
      cursor: pointer;
      width: fit-content;
    }
    details.table > summary {
      font-size: var(--_fine);
    }
    .tables {
      position: relative;
      margin-top: 8px;
      overflow-x: auto;
    }
    .tables table {
      border-collapse: collapse;
      width: 100%;
      max-width: 46em;
      font-size: var(--_small);
      font-variant-numeric: tabular-nums;
    }
    .tables caption {
      text-align: start;
      font-weight: 650;
      padding: 4px 0;
    }
    .tables :is(th, td) {
      padding: 4px 8px 4px 0;
      border-bottom: 1px solid var(--_line);
      text-align: end;
      font-weight: 400;
      vertical-align: baseline;
    }
    .tables th:first-child {
      text-align: start;
      min-width: 8em;
      hyphens: auto;
    }
    .tables thead th {
      color: var(--_soft);
      font-weight: 600;
      border-bottom-color: var(--_edge);
    }
    .tables tr.sum :is(th, td) {
      font-weight: 650;
    }
    .tables tr.soft :is(th, td),
    .under {
      color: var(--_soft);
    }
    .under {
      font-size: var(--_fine);
      margin-top: 4px;
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
    .how {
      margin-top: 48px;
      border-top: 2px solid var(--_ink);
      padding-top: 10px;
      font-size: var(--_small);
    }
    .how > summary {
      font-size: var(--_rem);
      font-weight: 660;
      min-height: 28px;
    }
    .how ul {
      padding-inline-start: 1.2em;
    }
    .how > ul {
      margin: 10px 0;
      max-width: 72ch;
    }
    .how dl > div {
      display: grid;
      grid-template-columns: minmax(9em, 1fr) 5fr;
      gap: 2px 16px;
      padding: 6px 0;
      border-top: 1px solid var(--_line);
    }
    .how dt {
      color: var(--_soft);
    }
    .how dd {
      min-width: 0;
    }
    .how code {
      font-size: var(--_fine);
      overflow-wrap: anywhere;
    }
    @container (max-width: 47.5em) {
      .how dl > div {
        grid-template-columns: 1fr;
      }
    }
    @media (forced-colors: active) {
      .segments input:checked + span,
      .tip {
        forced-color-adjust: none;
      }
    }
    @media print {
      .segments label:has(input:not(:checked)),
      .segments legend,
      .marks,
      .tip,
      details.table:not([open]) {
        display: none;
      }
      .how::details-content {
        content-visibility: visible;
        height: auto;
      }
      .grid > div {
        break-inside: avoid;
      }
      .plot canvas {
        width: 100%;
        height: auto;
      }
    }
  }
`;

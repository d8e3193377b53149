// Where figures leave the page, and how it stands on paper.
import { css } from "lit";

export const leave = css`
  .foot .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 2px 16px;
    margin-inline-start: auto;
  }
  .foot {
    position: relative;
  }
  .leave {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 2px 12px;
    align-items: baseline;
  }
  .leave .hidden {
    display: block;
  }
  .leave-said {
    color: var(--_ink);
  }
  .leave-menu {
    position: absolute;
    inset-inline-end: 0;
    inset-block-end: 100%;
    z-index: 3;
    display: flex;
    flex-direction: column;
    min-width: min(100%, 15em);
    max-width: 100%;
    padding: 6px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_paper);
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }
  .leave-menu button {
    font: inherit;
    font-size: var(--_small);
    text-align: start;
    min-height: 36px;
    padding: 6px 10px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_ink);
    cursor: pointer;
  }
  .leave-menu button:is(:hover, :focus-visible) {
    background: var(--_wash);
    color: var(--_accent);
  }
  .leave-menu button:focus-visible {
    outline-offset: -2px;
  }
  .leave-menu button:nth-child(4) {
    border-block-start: 1px solid var(--_line);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .leave-all {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 14px;
  }
  .leave-refused {
    margin: 6px 0 0;
    text-align: end;
    font-size: var(--_small);
    color: var(--_warn);
  }
  .on-paper {
    display: none;
  }
  @media (forced-colors: active) {
    .leave-menu button:is(:hover, :focus-visible) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    /* Dark on white, whatever the page looks like. */
    .el.el,
    .el.el[data-theme] {
      container-type: normal;
      color-scheme: light;
      --_ink: #1b2430;
      --_soft: #566271;
      --_line: #dfe3e8;
      --_paper: #ffffff;
      --_wash: #ffffff;
      --_accent: #0b6672;
      --_accent-soft: #9cc7cc;
      --_mark: #7d8b99;
      --_mark-soft: #c9d1d9;
      --_unknown: #b9bfc6;
      --_warn: #8a4b00;
      --_warn-wash: #ffffff;
      --_edge: #76828f;
      --_rem: 10.5pt;
    }
    .page {
      max-width: none;
      padding: 0;
    }
    .el
      :is(
        .leave,
        .leave-all,
        .leave-refused,
        .asking,
        .ways,
        .read,
        .segments,
        .fields,
        .measure,
        .states,
        .units,
        .tip,
        .foot .acts,
        ben-monitor-settings,
        [role="status"]
      ) {
      display: none;
    }
    /* Only where something stands in their place: of a large file the first charts are there before the rest is. */
    .el :is(.page:has(> .cover) .bar, .plot:has(> .on-paper) > :not(.on-paper)) {
      display: none;
    }
    .on-paper {
      display: block;
    }
    svg.on-paper {
      width: 100%;
      height: auto;
    }
    .cover {
      border-bottom: 2px solid var(--_ink);
      padding-bottom: 10px;
    }
    .cover-mark {
      color: var(--_warn);
      font-weight: 700;
      font-size: var(--_small);
    }
    .cover-mark.public {
      color: var(--_accent);
    }
    .cover-title {
      font-size: 20pt;
      line-height: 1.2;
      font-weight: 680;
      margin: 2px 0 8px;
    }
    .cover dl {
      font-size: var(--_small);
    }
    .cover dl > div {
      display: flex;
      gap: 12px;
    }
    .cover dt {
      flex: 0 0 8em;
      color: var(--_soft);
    }
    .paper-read .paper {
      display: block;
      font-size: var(--_small);
      padding-inline-start: 1.2em;
    }
    .el ben-monitor-crosstab section:not(:has(table)) {
      display: none;
    }
    .keys {
      grid-template-columns: repeat(3, 1fr);
      break-inside: avoid;
    }
    .sec {
      margin: 28px 0 12px;
      break-after: avoid;
    }
    .grid {
      display: block;
    }
    .grid > * + *,
    .grid ben-monitor-chart + ben-monitor-chart {
      margin-top: 26px;
    }
    .cards {
      display: block;
    }
    figure {
      break-inside: auto;
    }
    :is(.sec, .finding, .sub, .say, .units) {
      break-after: avoid;
      break-inside: avoid;
    }
    .plot,
    .key,
    tr,
    .tables table:not(:has(tbody tr:nth-child(16))) {
      break-inside: avoid;
    }
    thead,
    tbody tr:nth-child(-n + 3) {
      break-after: avoid;
    }
    .plot {
      cursor: auto;
    }
    .shares.shares {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      margin-top: 26px;
    }
    .tables.tables {
      overflow: visible;
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 8px 32px;
      margin-top: 10px;
    }
    .tables.tables table {
      width: auto;
      min-width: 22em;
      max-width: 100%;
      font-size: 8.5pt;
      break-inside: auto;
    }
    .tables.tables caption {
      break-after: avoid;
    }
    .el.el .grid > div {
      break-inside: auto;
    }
    .el.el .cards > :only-child {
      max-width: none;
    }
    .tables :is(th, td) {
      padding-block: 1.5px;
    }
    .tables .under {
      flex: 1 0 100%;
      font-size: 8.5pt;
    }
    .el.el details.table:not([open]) {
      display: block;
    }
    .el.el details.table > summary {
      display: none;
    }
    /* It stands above the drawing. */
    .el.el details.table caption {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .el.el details.table::details-content {
      content-visibility: visible;
      height: auto;
    }
  }
`;

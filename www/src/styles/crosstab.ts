// The cross table and what it is chosen with. Fetched with it.
import { css } from "lit";

export const crosstab = css`
  [part="crosstab"] > .fields {
    margin-top: 10px;
  }
  [part="crosstab"] .sub {
    max-width: 72ch;
  }
  .bare {
    margin-top: 20px;
  }
  .measure {
    display: flex;
    flex-wrap: wrap;
    gap: 0 18px;
    align-items: center;
    margin-top: 16px;
  }
  .measure legend {
    float: left;
    margin-inline-end: 4px;
  }
  table.cross {
    width: auto;
    max-width: none;
  }
  table.cross :is(th, td) {
    padding-inline: 8px;
    min-width: 4.5em;
  }
  table.cross thead th {
    max-width: 9em;
    overflow-wrap: anywhere;
    vertical-align: bottom;
  }
  table.cross :is(th:first-child) {
    padding-inline-start: 0;
    min-width: 8em;
  }
  table.cross .total {
    font-weight: 650;
  }
`;

import * as address from "../../site_templates/static/address.js";
import { cases } from "./cases.js";

cases("address", {
  values: (query, name) => {
    const found = address.values(address.query(query), name);
    return found && [...found];
  },
  written: (query) => address.written(address.query(query)),
  bounded: (query, times, name) => {
    const found = address.values(address.query(query.repeat(times)), name);
    return Boolean(found) && found.size <= 2000;
  },
});

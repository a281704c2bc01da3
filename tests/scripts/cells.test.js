import { text } from "../../site_templates/static/download.js";
import { cases } from "./cases.js";

cases("cells", { text });

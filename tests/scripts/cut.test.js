import * as cut from "../../site_templates/static/cut.js";
import { cases } from "./cases.js";

cases("cut", cut);

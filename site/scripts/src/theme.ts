// What must be known before the first paint, so this runs in <head> without `defer`: the stored
// colour scheme, and that scripts run, which keeps the places of forms that wait for theirs.
import { applyTheme, storedTheme } from "./page/theme-choice";

applyTheme(storedTheme());
document.documentElement.dataset["script"] = "";

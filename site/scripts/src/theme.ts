// The stored colour scheme, set before the first paint: runs in <head> without `defer`.
import { applyTheme, storedTheme } from "./page/theme-choice";

applyTheme(storedTheme());

// Loaded on first use: the editor with colours and completion.
import { openEditor } from "./sparql/editor";

window.onrecordEditor = openEditor;

// Loaded on use: the money map to drag, zoom and step through.
import { explore } from "./map/explore";

window.onrecordExplore = explore;

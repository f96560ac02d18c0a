// The money map: enhances the build-time picture and its table.
import type { MapData } from "./map/model";
import { MapView } from "./map/view";

for (const figure of document.querySelectorAll<HTMLElement>("[data-map]")) {
  const data = figure.querySelector("script[data-map-data]")?.textContent;
  const picture = figure.querySelector<HTMLElement>("[data-map-picture]");
  const controls = figure.querySelector<HTMLElement>("[data-map-controls]");
  if (data && picture && controls) new MapView(figure, picture, controls, JSON.parse(data) as MapData);
}
